package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.SenderFreedoms.segmentsLeaving;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.CWR;
import static dev.plumbline.tcp.TcpFlag.ECE;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.PSH;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToSendData;
import dev.plumbline.spi.Capability;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Other choices of what a segment looks like. */
final class ShapeFreedoms {
    private ShapeFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "pushes-all",
                        "Every segment with text is pushed: only the last must be (RFC 9293 section 3.9.1.2, MUST-61).",
                        segmentsOut(s -> s.payload().isEmpty() ? s : with(s, PSH))),
                freedom(
                        "fin-apart",
                        "The FIN has a segment of its own, behind the last text (RFC 9293 section 3.10.4).",
                        segmentsLeaving((destination, s) -> finApart(s))),
                freedom(
                        "resends-in-halves",
                        "What is sent again is cut where it was not cut before (RFC 9293 section 3.7).",
                        host -> segmentsLeaving(new ResendsInHalves()).apply(host)),
                freedom(
                                "asks-for-ecn",
                                "Its SYN asks whether the peer knows of congestion notification (RFC 3168 section 6.1.1).",
                                segmentsOut(s -> isRequest(s) ? with(with(s, ECE), CWR) : s))
                        .omitting("RFC3168/RETRY"),
                freedom(
                        "reset-with-ack",
                        "The reset of ABORT says what has arrived, too; nobody looks at that (RFC 9293 section 3.5.3).",
                        sender(ResetsWithAck::new)),
                freedom(
                                "no-sack",
                                "It knows nothing of selective acknowledgments (RFC 2018 section 2).",
                                tcp(new TcpParts() {
                                    @Override
                                    public boolean permitsSack() {
                                        return false;
                                    }
                                }))
                        .lacking(Capability.TCP_SACK),
                freedom(
                                "no-nagle",
                                "It sends small segments at once: Nagle's algorithm is only a SHOULD (RFC 9293 section 3.7.4, SHLD-7).",
                                tcp(new TcpParts() {
                                    @Override
                                    public WhenToSendData whenToSendData() {
                                        return new WhenToSendData(false);
                                    }
                                }))
                        .omitting("RFC9293/SHLD-7"));
    }

    private static boolean isRequest(TcpSegment s) {
        return s.has(SYN) && !s.has(ACK);
    }

    private static TcpSegment with(TcpSegment s, TcpFlag flag) {
        return s.toBuilder().flags(s.flags().with(flag)).build();
    }

    private static List<TcpSegment> finApart(TcpSegment s) {
        if (!s.has(FIN) || s.payload().isEmpty()) {
            return List.of(s);
        }
        TcpSegment text = s.toBuilder().flags(s.flags().without(FIN)).build();
        TcpSegment fin = s.toBuilder()
                .seq(text.end())
                .payload(Octets.empty())
                .flags(s.flags().without(PSH))
                .build();
        return List.of(text, fin);
    }

    private static final class ResendsInHalves implements BiFunction<Ipv4Address, TcpSegment, List<TcpSegment>> {
        private final Map<Connection, SeqNumber> sent = new HashMap<>();

        private record Connection(Ipv4Address remote, Port there, Port here) {}

        @Override
        public List<TcpSegment> apply(Ipv4Address destination, TcpSegment s) {
            var connection = new Connection(destination, s.destinationPort(), s.sourcePort());
            SeqNumber before = s.has(SYN) ? s.seq() : sent.getOrDefault(connection, s.seq());
            sent.put(connection, SeqNumber.later(before, s.end()));
            return s.seq().isBefore(before) && !s.has(RST) ? SenderFreedoms.halves(s) : List.of(s);
        }
    }

    private static final class ResetsWithAck extends Sender {
        @Override
        public void reset(Turn turn) {
            turn.transmit(TcpSegment.between(turn.tcb.local.port(), turn.tcb.remote.port())
                    .seq(turn.tcb.sndNxt)
                    .flag(RST)
                    .ack(turn.tcb.rcvNxt)
                    .build());
        }
    }
}
