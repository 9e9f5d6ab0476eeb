package dev.plumbline.oracle;

import static dev.plumbline.oracle.LawBookTest.IRS;
import static dev.plumbline.oracle.LawBookTest.ISS;
import static dev.plumbline.oracle.LawBookTest.OWN;
import static dev.plumbline.oracle.LawBookTest.PEER;
import static dev.plumbline.oracle.LawBookTest.ip;
import static dev.plumbline.oracle.LawBookTest.own;
import static dev.plumbline.oracle.LawBookTest.peers;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.PSH;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.oracle.LawBookTest.Case;
import dev.plumbline.oracle.LawBookTest.Wire;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the laws about TCP's headers, streams and timers allow and forbid. */
final class TcpLawCases {
    static final List<Case> ALL = List.of(
            new Case(
                    "RFC9293/RESERVED",
                    w -> w.sends(own().build()),
                    w -> w.sends(altered(own().build(), 12, 0x5f)),
                    "reserved bits set: 1111"),
            new Case(
                    "RFC9293/MUST-69",
                    w -> w.sends(withOption(new TcpOption.Unknown(77, Octets.empty()))),
                    w -> w.sends(altered(withOption(new TcpOption.Unknown(77, Octets.empty())), 22, 0, 9)),
                    "padded with 9"),
            new Case(
                    "RFC9293/MUST-65",
                    w -> w.sends(own().flag(SYN)
                            .options(List.of(new MaximumSegmentSize(1460)))
                            .build()),
                    w -> w.sends(withOption(new MaximumSegmentSize(1460))),
                    "in a segment that is no SYN"),
            new Case(
                    "RFC2018/2-SYN-ONLY",
                    w -> w.sends(own().flag(SYN)
                            .options(List.of(new SackPermitted()))
                            .build()),
                    w -> w.sends(withOption(new SackPermitted())),
                    "in a segment that is no SYN"),
            new Case(
                    "RFC2018/3-HELD",
                    w -> report(w, block(11, 14)),
                    w -> report(w, block(11, 15)),
                    "of which not everything has come in"),
            new Case(
                    "RFC2018/3-HELD",
                    w -> report(w, block(11, 14)),
                    w -> report(w, block(11, 14), block(1, 1)),
                    "which ends before it begins"),
            new Case(
                    "RFC2018/3-HELD",
                    w -> report(w, block(11, 14)),
                    w -> report(w, block(11, 14), block(1, 4)),
                    "which it acknowledges up to"),
            new Case(
                    "RFC2883/4-ONCE",
                    w -> reportTwice(w, block(11, 14), block(2, 4)),
                    w -> reportTwice(w, block(2, 4), block(2, 4)),
                    "have come twice, which they have not"),
            new Case(
                    "RFC2883/4-ONCE",
                    w -> reportOfBefore(w, -3),
                    w -> reportOfBefore(w, 1),
                    "have come twice, which they have not"),
            new Case(
                    "RFC9293/MUST-16",
                    w -> sendAfterSynWith(w, new MaximumSegmentSize(300), 300),
                    w -> sendAfterSynWith(w, new MaximumSegmentSize(300), 301),
                    "301 octets of options and data, but the peer takes only 300"),
            new Case(
                    "RFC9293/MUST-16",
                    w -> sendAfterSynWith(w, new TcpOption.SackPermitted(), 536),
                    w -> sendAfterSynWith(w, new TcpOption.SackPermitted(), 537),
                    "but the peer takes only 536"),
            new Case(
                    "RFC7323/ONLY-IF-ASKED",
                    w -> answer(w, new WindowScale(3), new WindowScale(7)),
                    w -> answer(w, new MaximumSegmentSize(300), new WindowScale(7)),
                    "the option window scale, which the peer's SYN does not offer"),
            new Case(
                    "RFC7323/ONLY-IF-ASKED",
                    w -> answer(w, new Timestamps(1, 0), new Timestamps(2, 1)),
                    w -> answer(w, new WindowScale(3), new Timestamps(2, 1)),
                    "the option timestamps"),
            new Case(
                    "RFC7323/3.2-ALWAYS",
                    w -> stamp(w, new Timestamps(8, 2)),
                    w -> stamp(w, new TcpOption.NoOperation()),
                    "without timestamps, although both SYNs had them"),
            new Case(
                    "RFC7323/3.2-ECHO",
                    w -> stampAfter(w, Duration.ofDays(26), 9, 1),
                    w -> stampAfter(w, Duration.ofDays(23), 9, 1),
                    "echoed the timestamp 1, an older one than before"),
            new Case(
                    "RFC7323/5.4-CLOCK",
                    w -> stampAfter(w, Duration.ofDays(26), 7, 3),
                    w -> stampAfter(w, Duration.ofDays(23), 7, 3),
                    "turned its timestamp clock back by 1"),
            new Case(
                    "RFC7323/3.2-ECHO",
                    w -> stamp(w, new Timestamps(8, 2)),
                    w -> stamp(w, new Timestamps(8, 3)),
                    "echoed the timestamp 3, which the peer has not sent"),
            new Case(
                    "RFC7323/3.2-ECHO",
                    w -> stampTwice(w, 2),
                    w -> stampTwice(w, 1),
                    "echoed the timestamp 1, an older one than before"),
            new Case(
                    "RFC7323/5.4-CLOCK",
                    w -> stamp(w, new Timestamps(7, 2)),
                    w -> stamp(w, new Timestamps(6, 2)),
                    "its timestamp clock back by 1"),
            new Case(
                    "RFC9293/SYN-AGAIN",
                    w -> synTwice(w, 0),
                    w -> synTwice(w, 5),
                    "after it had sent it with the number"),
            new Case(
                    "RFC9293/ACK-FORWARD",
                    w -> acknowledge(w, 3, 3),
                    w -> acknowledge(w, 3, 1),
                    "after it had acknowledged 1004: 2 less"),
            new Case(
                    "RFC9293/SHLD-14",
                    w -> offerBehindText(w, 97),
                    w -> offerBehindText(w, 96),
                    "took 1 octet of its window back"),
            new Case(
                    "RFC9293/FIN-LAST", w -> fins(w, 4, 4), w -> fins(w, 4, 5), "after it had sent it with the number"),
            new Case(
                    "RFC9293/FIN-LAST",
                    w -> dataAndFin(w, 1, 4),
                    w -> dataAndFin(w, 4, 4),
                    "3 octets of data beyond its FIN"),
            new Case(
                    "RFC9293/FIN-LAST",
                    Wire::dataAfterHandshake,
                    w -> {
                        w.dataAfterHandshake();
                        fin(w, 3);
                    },
                    "although it has sent octets up to"),
            new Case(
                    "RFC5681/INITIAL-WINDOW",
                    w -> burst(w, 5000),
                    w -> burst(w, 5001),
                    "5001 octets into a network that it knows nothing of"),
            new Case(
                    "RFC5681/INITIAL-WINDOW",
                    w -> burst(w, 5500, new SackPermitted()),
                    w -> burst(w, 5501, new SackPermitted()),
                    "5501 octets into a network that it knows nothing of"),
            new Case(
                    "RFC5681/INITIAL-WINDOW",
                    w -> burstAfterRepetition(w, 6000),
                    w -> burstAfterRepetition(w, 6001),
                    "6001 octets into a network that it knows nothing of"),
            new Case(
                    "RFC6298/BACK-OFF",
                    w -> repeat(w, 1000, 2000, 4000, 8000),
                    w -> repeat(w, 1000, 2000, 2000),
                    "for the 4th time after 2000 ms, having waited 2000 ms the time before"),
            new Case("RFC9293/MUST-40", w -> acknowledgeAfter(w, 499), w -> acknowledgeAfter(w, 500), "wait 500 ms"),
            new Case(
                    "RFC9293/MUST-40",
                    w -> acknowledgeStampedAfter(w, 1, 500),
                    w -> acknowledgeStampedAfter(w, 2, 500),
                    "wait 500 ms"),
            new Case(
                    "RFC9293/RST-NUMBER",
                    w -> resetForAck(w, 77),
                    w -> resetForAck(w, 78),
                    "with the number 78, which the peer has not acknowledged"));

    private TcpLawCases() {}

    private static void stamp(Wire w, TcpOption option) {
        w.receives(peers().seq(IRS)
                .flag(SYN)
                .options(List.of(new Timestamps(1, 0)))
                .build());
        w.sends(own().seq(ISS)
                .flag(SYN)
                .ack(IRS.plus(1))
                .options(List.of(new Timestamps(7, 1)))
                .build());
        w.receives(peers().seq(IRS.plus(1))
                .ack(ISS.plus(1))
                .options(List.of(new Timestamps(2, 7)))
                .build());
        w.sends(own().seq(ISS.plus(1)).ack(IRS.plus(1)).options(List.of(option)).build());
    }

    private static void stampTwice(Wire w, int echo) {
        stamp(w, new Timestamps(8, 2));
        w.sends(own().seq(ISS.plus(1))
                .ack(IRS.plus(1))
                .options(List.of(new Timestamps(9, echo)))
                .build());
    }

    /** The clock of a millisecond goes on, and the peer's, too; both show less than before. */
    private static void stampAfter(Wire w, Duration silence, int own, int peers) {
        stamp(w, new Timestamps(8, 2));
        w.passes(silence.toMillis());
        w.receives(peers().seq(IRS.plus(1))
                .ack(ISS.plus(1))
                .options(List.of(new Timestamps(peers, 8)))
                .build());
        w.sends(own().seq(ISS.plus(1))
                .ack(IRS.plus(1))
                .options(List.of(new Timestamps(own, peers)))
                .build());
    }

    private static Block block(int from, int to) {
        return new Block(IRS.plus(from), IRS.plus(to));
    }

    private static void text(Wire w, int place) {
        w.receives(peers().seq(IRS.plus(place))
                .ack(ISS.plus(1))
                .flag(PSH)
                .payload(Octets.ofText("abc"))
                .build());
    }

    /** Three octets in order, and three behind a gap: what is said of these? */
    private static void report(Wire w, Block... blocks) {
        handshake(w, new SackPermitted());
        text(w, 1);
        text(w, 11);
        tell(w, blocks);
    }

    /** The same; then those in order come once more: what is said then, and after that? */
    private static void reportTwice(Wire w, Block first, Block second) {
        report(w, block(11, 14));
        text(w, 1);
        tell(w, first);
        tell(w, second);
    }

    /** Three octets come once more from {@code place} on; those before the first one were never sent in this connection. */
    private static void reportOfBefore(Wire w, int place) {
        report(w, block(11, 14));
        text(w, place);
        tell(w, block(-3, 0));
    }

    private static void tell(Wire w, Block... blocks) {
        w.sends(own().seq(ISS.plus(1))
                .ack(IRS.plus(4))
                .options(List.of(new TcpOption.Sack(List.of(blocks))))
                .build());
    }

    private static void synTwice(Wire w, int off) {
        w.sends(own().seq(ISS).flag(SYN).build());
        w.passes(1000);
        w.sends(own().seq(ISS.plus(off)).flag(SYN).build());
    }

    private static TcpSegment withOption(TcpOption option) {
        return own().options(List.of(option)).build();
    }

    /** The segment with other octets at one place, and the checksum that belongs to them. */
    private static Octets altered(TcpSegment segment, int at, int... values) {
        Octets changed = segment.encode(OWN, PEER).withAt(at, Octets.of(values)).withAt(16, Octets.of(0, 0));
        long sum = InternetChecksum.pseudoHeader(OWN.bits(), PEER.bits(), 6, changed.length())
                + InternetChecksum.sum(changed);
        int checksum = InternetChecksum.finish(sum);
        return ip(changed.withAt(16, Octets.of(checksum >>> 8, checksum & 0xff)));
    }

    private static void sendAfterSynWith(Wire w, TcpOption option, int octets) {
        w.receives(peers().seq(IRS).flag(SYN).options(List.of(option)).build());
        w.sends(own().seq(ISS).flag(SYN).ack(IRS.plus(1)).build());
        w.receives(peers().ack(ISS.plus(1)).window(65_535).build());
        w.data(1, "x".repeat(octets));
    }

    private static void answer(Wire w, TcpOption offered, TcpOption used) {
        w.receives(peers().seq(IRS).flag(SYN).options(List.of(offered)).build());
        w.sends(own().seq(ISS).flag(SYN).ack(IRS.plus(1)).options(List.of(used)).build());
    }

    /** Three octets arrive, and are acknowledged in one way, then in another. */
    private static void acknowledge(Wire w, int first, int second) {
        w.handshake();
        receiveThreeOctets(w);
        w.sends(own().ack(IRS.plus(1 + first)).build());
        w.sends(own().ack(IRS.plus(1 + second)).build());
    }

    /** After a window of a hundred octets. */
    private static void offerBehindText(Wire w, int window) {
        w.handshake();
        receiveThreeOctets(w);
        w.sends(own().ack(IRS.plus(4)).window(window).build());
    }

    private static void receiveThreeOctets(Wire w) {
        w.receives(
                peers().ack(ISS.plus(1)).flag(PSH).payload(Octets.ofText("abc")).build());
    }

    private static void acknowledgeAfter(Wire w, long milliseconds) {
        w.handshake();
        receiveThreeOctets(w);
        w.passes(milliseconds);
        w.sends(own().ack(IRS.plus(4)).build());
    }

    /** Whose timestamp is older than 2 may be taken for a duplicate. */
    private static void acknowledgeStampedAfter(Wire w, int stamp, long milliseconds) {
        stamp(w, new Timestamps(8, 2));
        w.receives(peers().seq(IRS.plus(1))
                .ack(ISS.plus(1))
                .options(List.of(new Timestamps(stamp, 8)))
                .payload(Octets.ofText("abc"))
                .build());
        w.passes(milliseconds);
        w.sends(own().seq(ISS.plus(1))
                .ack(IRS.plus(4))
                .options(List.of(new Timestamps(9, 2)))
                .build());
    }

    private static void fin(Wire w, int place) {
        w.sends(own().seq(ISS.plus(place)).ack(IRS.plus(1)).flag(FIN).build());
    }

    /** The same FIN twice, with these numbers. */
    private static void fins(Wire w, int first, int second) {
        w.dataAfterHandshake();
        fin(w, first);
        fin(w, second);
    }

    private static void dataAndFin(Wire w, int data, int fin) {
        w.dataAfterHandshake();
        fin(w, fin);
        w.data(data, "abc");
    }

    private static void burst(Wire w, int octets, TcpOption... others) {
        handshake(w, others);
        data(w, octets);
    }

    /** The repetition may be heard when data has left already. */
    private static void burstAfterRepetition(Wire w, int octets) {
        handshake(w);
        w.receives(peers().ack(ISS.plus(1)).window(65_535).build());
        data(w, octets);
    }

    private static void handshake(Wire w, TcpOption... others) {
        List<TcpOption> offered = new ArrayList<>(List.of(new MaximumSegmentSize(500)));
        offered.addAll(List.of(others));
        w.receives(peers().seq(IRS).flag(SYN).options(offered).build());
        w.sends(own().seq(ISS).flag(SYN).ack(IRS.plus(1)).build());
        w.receives(peers().ack(ISS.plus(1)).window(65_535).build());
    }

    private static void data(Wire w, int octets) {
        for (int at = 0; at < octets; at += 500) {
            w.data(1 + at, "x".repeat(Math.min(500, octets - at)));
        }
    }

    /** The same data again and again, after these waits. */
    private static void repeat(Wire w, long... waits) {
        w.dataAfterHandshake();
        for (long wait : waits) {
            w.passes(wait);
            w.data(1, "abc");
        }
    }

    private static void resetForAck(Wire w, long number) {
        w.receives(peers().ack(SeqNumber.of(77)).build());
        w.sends(own().seq(SeqNumber.of(number)).flag(RST).build());
    }
}
