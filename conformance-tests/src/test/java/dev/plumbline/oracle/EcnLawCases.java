package dev.plumbline.oracle;

import static dev.plumbline.oracle.LawBookTest.IRS;
import static dev.plumbline.oracle.LawBookTest.ISS;
import static dev.plumbline.oracle.LawBookTest.OWN;
import static dev.plumbline.oracle.LawBookTest.PEER;
import static dev.plumbline.oracle.LawBookTest.ip;
import static dev.plumbline.oracle.LawBookTest.own;
import static dev.plumbline.oracle.LawBookTest.peers;
import static dev.plumbline.tcp.TcpFlag.CWR;
import static dev.plumbline.tcp.TcpFlag.ECE;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.LawBookTest.Case;
import dev.plumbline.oracle.LawBookTest.Wire;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.List;

/** What the laws about ECN allow and forbid (RFC 3168 section 6.1). */
final class EcnLawCases {
    static final List<Case> ALL = List.of(
            new Case(
                    "RFC3168/SETUP-ANSWER",
                    w -> answer(w, List.of(ECE, CWR), List.of(ECE)),
                    w -> answer(w, List.of(ECE), List.of(ECE)),
                    "agreed to ECN, which the peer's SYN does not ask for"),
            new Case(
                    "RFC3168/CLEAR",
                    w -> answer(w, List.of(ECE, CWR), List.of()),
                    w -> answer(w, List.of(ECE, CWR), List.of(ECE, CWR)),
                    "answered a SYN with CWR"),
            new Case(
                    "RFC3168/CLEAR",
                    w -> w.sends(own().seq(ISS).flag(SYN).flag(ECE).flag(CWR).build()),
                    w -> w.sends(own().seq(ISS).flag(SYN).flag(CWR).build()),
                    "a SYN with one of ECE and CWR"),
            new Case(
                    "RFC3168/NEGOTIATED",
                    w -> data(w, true, Ecn.ECT_0),
                    w -> data(w, false, Ecn.ECT_0),
                    "sent data as ECT_0, though the two ends have not agreed on ECN"),
            new Case(
                    "RFC3168/NOT-IMPLICIT",
                    w -> echo(w, true),
                    w -> echo(w, false),
                    "set ECE, though the two ends have not agreed on ECN"),
            new Case(
                    "RFC3168/SYN-NOT-ECT",
                    w -> marked(w, own().seq(ISS).flag(SYN).build(), Ecn.NOT_ECT),
                    w -> marked(w, own().seq(ISS).flag(SYN).build(), Ecn.ECT_1),
                    "sent a SYN as ECT_1"),
            new Case(
                    "RFC3168/ACK-NOT-ECT",
                    w -> acknowledge(w, Ecn.NOT_ECT),
                    w -> acknowledge(w, Ecn.CE),
                    "sent an acknowledgment without data as CE"),
            new Case(
                    "RFC3168/AGAIN-NOT-ECT",
                    w -> again(w, Ecn.NOT_ECT),
                    w -> again(w, Ecn.ECT_0),
                    "sent data that it had sent before as ECT_0"),
            new Case(
                    "RFC3168/CWR-AGAIN",
                    w -> again(w, Ecn.NOT_ECT),
                    w -> again(w, Ecn.NOT_ECT, CWR),
                    "set CWR in data that it had sent before"),
            new Case(
                    "RFC3168/PROBE-NOT-ECT",
                    w -> probe(w, Ecn.NOT_ECT),
                    w -> probe(w, Ecn.ECT_0),
                    "sent a window probe as ECT_0"));

    private EcnLawCases() {}

    private static TcpSegment.Builder with(TcpSegment.Builder segment, List<TcpFlag> flags) {
        flags.forEach(segment::flag);
        return segment;
    }

    private static void answer(Wire w, List<TcpFlag> asked, List<TcpFlag> answered) {
        w.receives(with(peers().seq(IRS).flag(SYN).window(3), asked).build());
        w.sends(with(own().seq(ISS).flag(SYN).ack(IRS.plus(1)), answered).build());
    }

    private static void handshake(Wire w, boolean agreed) {
        answer(w, List.of(ECE, CWR), agreed ? List.of(ECE) : List.of());
        w.receives(peers().ack(ISS.plus(1)).window(3).build());
    }

    private static void marked(Wire w, TcpSegment segment, Ecn ecn) {
        w.sends(Ipv4Packet.decode(ip(segment.encode(OWN, PEER)))
                .orElseThrow()
                .withEcn(ecn)
                .encode());
    }

    private static TcpSegment.Builder text(int place, String text) {
        return own().seq(ISS.plus(place)).ack(IRS.plus(1)).payload(Octets.ofText(text));
    }

    private static void data(Wire w, boolean agreed, Ecn ecn) {
        handshake(w, agreed);
        marked(w, text(1, "abc").build(), ecn);
    }

    private static void echo(Wire w, boolean agreed) {
        handshake(w, agreed);
        w.sends(own().seq(ISS.plus(1)).ack(IRS.plus(1)).flag(ECE).build());
    }

    private static void acknowledge(Wire w, Ecn ecn) {
        handshake(w, true);
        marked(w, own().seq(ISS.plus(1)).ack(IRS.plus(1)).build(), ecn);
    }

    private static void again(Wire w, Ecn ecn, TcpFlag... flags) {
        data(w, true, Ecn.ECT_0);
        w.passes(1000);
        marked(w, with(text(1, "abc"), List.of(flags)).build(), ecn);
    }

    private static void probe(Wire w, Ecn ecn) {
        data(w, true, Ecn.ECT_0);
        w.passes(1000);
        marked(w, text(4, "d").build(), ecn);
    }
}
