package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.segments;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stacks whose segments break a law of TCP, whoever looks at them. */
final class SegmentFaults {
    private SegmentFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "odd-octet-not-summed",
                                "The checksum leaves the last octet of odd data out.",
                                segments(new EvenOnly()))
                        .killedBy("RFC9293/MUST-2", "DEL-2")
                        .saying("a TCP segment with the wrong checksum", "it leaves the only octet of data out"),
                fault("acks-one-more", "It acknowledges one octet more than has come.", sender(OneMore::new))
                        .killedBy("RFC9293/ACK-RECEIVED", "DEL-1")
                        .saying("1 too many"),
                fault(
                                "data-without-ack",
                                "Segments with data have no ACK.",
                                segmentsOut(s -> s.payload().isEmpty() ? s : without(s, TcpFlag.ACK)))
                        .killedBy("RFC9293/ACK-ALWAYS", "DEL-2")
                        .saying("without ACK although it has received the peer's SYN"),
                fault(
                                "altered-again",
                                "What is sent again has another first octet.",
                                host -> segmentsOut(new Altered()).apply(host))
                        .killedBy("RFC9293/SAME-OCTETS", "DEL-2")
                        .saying("other octets under sequence numbers that it had used before"),
                fault(
                                "reset-for-reset",
                                "A reset with ACK that belongs to no connection is taken for an acknowledgment.",
                                segmentsIn(s -> s.has(TcpFlag.RST) && s.has(TcpFlag.ACK) ? without(s, TcpFlag.RST) : s))
                        .killedBy("RFC9293/NO-RST-TO-RST", "HS-6")
                        .saying("the endpoint answered a reset"),
                fault(
                                "acks-old-number",
                                "What arrives again is acknowledged by its own number.",
                                arrival(OldNumber::new))
                        .killedBy("RFC9293/ACK-FORWARD", "DEL-1")
                        .saying("after it had acknowledged"),
                fault(
                                "fin-anew",
                                "A FIN that is sent again takes up a new number.",
                                host -> segmentsOut(new FinAnew()).apply(host))
                        .killedBy("RFC9293/FIN-LAST", "DEL-2")
                        .saying("after it had sent it with the number"),
                fault(
                                "syn-anew",
                                "A SYN that is sent again is that of another connection.",
                                host -> segments(new SynAnew()).apply(host))
                        .killedBy("RFC9293/SYN-AGAIN", "HS-5")
                        .saying("the endpoint sent its SYN again with the number"));
    }

    private static TcpSegment without(TcpSegment segment, TcpFlag flag) {
        return segment.toBuilder().flags(segment.flags().without(flag)).build();
    }

    private static final class EvenOnly extends SegmentCodec {
        @Override
        public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
            Octets right = super.encode(segment, source, destination);
            int even = segment.payload().length() & ~1;
            TcpSegment summed = segment.toBuilder()
                    .payload(segment.payload().slice(0, even))
                    .build();
            return right.with(
                    TcpField.CHECKSUM, super.encode(summed, source, destination).get(TcpField.CHECKSUM));
        }
    }

    /** Its handshake is right. */
    private static final class OneMore extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            return tcb.rcvNxt.plus(tcb.rcvNxt.isAfter(tcb.irs.plus(1)) ? 1 : 0);
        }
    }

    private static final class Altered implements UnaryOperator<TcpSegment> {
        private final Set<List<Object>> sent = new HashSet<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            Octets data = segment.payload();
            boolean again = !data.isEmpty()
                    && !sent.add(List.of(segment.sourcePort(), segment.destinationPort(), segment.seq()));
            return again
                    ? segment.toBuilder()
                            .payload(data.withAt(0, Octets.of(data.u8(0) ^ 1)))
                            .build()
                    : segment;
        }
    }

    private static final class OldNumber extends SegmentArrives {
        OldNumber(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            boolean old = !seg.payload().isEmpty()
                    && tcb.isSynAcknowledged()
                    && seg.seq().isBefore(tcb.rcvNxt);
            if (old) {
                turn.transmit(TcpSegment.between(tcb.local.port(), tcb.remote.port())
                        .seq(tcb.sndNxt)
                        .ack(seg.seq())
                        .window(tcb.scaling.field(tcb.rcvWnd))
                        .build());
            } else {
                super.segmentArrives(turn, seg);
            }
        }
    }

    private static final class FinAnew implements UnaryOperator<TcpSegment> {
        private final Set<List<Port>> closed = new HashSet<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            boolean again =
                    segment.has(TcpFlag.FIN) && !closed.add(List.of(segment.sourcePort(), segment.destinationPort()));
            return again ? segment.toBuilder().seq(segment.seq().plus(1)).build() : segment;
        }
    }

    /** Its numbers are those of the last SYN, whatever the connection inside believes. */
    private static final class SynAnew extends SegmentCodec {
        private static final int STEP = 64_000;

        private final Map<List<Port>, Integer> syns = new HashMap<>();

        @Override
        public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
            List<Port> ports = List.of(segment.sourcePort(), segment.destinationPort());
            if (segment.has(TcpFlag.SYN)) {
                syns.merge(ports, 1, Integer::sum);
            }
            int off = syns.containsKey(ports) ? (syns.get(ports) - 1) * STEP : 0;
            return super.encode(segment.toBuilder().seq(segment.seq().plus(off)).build(), source, destination);
        }

        @Override
        public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            Decoded<TcpSegment> decoded = super.decode(octets, source, destination);
            return decoded.value()
                    .filter(s -> s.has(TcpFlag.ACK))
                    .map(this::back)
                    .map(Decoded::valid)
                    .orElse(decoded);
        }

        private TcpSegment back(TcpSegment segment) {
            int off = (syns.getOrDefault(List.of(segment.destinationPort(), segment.sourcePort()), 1) - 1) * STEP;
            return segment.toBuilder().ackNumber(segment.ack().plus(-off)).build();
        }
    }
}
