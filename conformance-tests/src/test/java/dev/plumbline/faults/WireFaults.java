package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.segments;
import static dev.plumbline.faults.Seams.segmentsOut;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Stacks that write wrong headers. */
final class WireFaults {
    private static final int TCP_CHECKSUM = 16;

    private WireFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("no-ack-of-syn", "The answer to a SYN has no ACK.", segmentsOut(WireFaults::withoutAckOfSyn))
                        .killedBy("HS-2", "RFC9293/ACK-ALWAYS")
                        .saying("it has no ACK"),
                fault(
                                "wrong-port",
                                "The answer to a SYN has source and destination port as the SYN had them.",
                                segmentsOut(s -> isSynAck(s) ? withPortsExchanged(s) : s))
                        .killedBy("PORT-2", "HS-2", "PORT-5")
                        .saying("the right two the wrong way round"),
                fault(
                                "no-pseudo-header",
                                "The TCP checksum leaves the pseudo-header out.",
                                segments(new NoPseudoHeader()))
                        .killedBy("RFC9293/MUST-2")
                        .saying("wrong checksum", "leaves the pseudo-header out"));
    }

    private static boolean isSynAck(TcpSegment segment) {
        return segment.has(TcpFlag.SYN) && segment.has(TcpFlag.ACK);
    }

    private static TcpSegment withoutAckOfSyn(TcpSegment s) {
        return isSynAck(s) ? s.toBuilder().flags(s.flags().without(TcpFlag.ACK)).build() : s;
    }

    private static TcpSegment withPortsExchanged(TcpSegment s) {
        return new TcpSegment(
                s.destinationPort(),
                s.sourcePort(),
                s.seq(),
                s.ack(),
                s.flags(),
                s.window(),
                s.urgentPointer(),
                s.options(),
                s.payload());
    }

    private static final class NoPseudoHeader extends SegmentCodec {
        @Override
        public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
            Octets blank = super.encode(segment, source, destination).withAt(TCP_CHECKSUM, Octets.of(0, 0));
            int sum = InternetChecksum.of(blank);
            return blank.withAt(TCP_CHECKSUM, Octets.of(sum >>> 8, sum & 0xff));
        }
    }
}
