package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.udpOut;
import static dev.plumbline.faults.Seams.written;

import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Stacks that break a law of the wire wherever it applies. */
final class LawFaults {
    private static final int LARGEST_WINDOW = 65_535;
    /** Where the data offset and the reserved bits of a TCP header stand, in octets. */
    private static final int OFFSET_AT = 12;

    private static final int MOST_WORDS = 15;

    private LawFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "ttl-0",
                                "The Time to Live is left at zero.",
                                datagramsOut(d -> List.of(Headers.withIp(d, Ipv4Field.TIME_TO_LIVE, 0))))
                        .killedBy("RFC1122/TTL", "UDP-3")
                        .saying("Time to Live of 0"),
                fault(
                                "foreign-source",
                                "Datagrams leave with the address that they go to as their source, too.",
                                datagramsOut(d ->
                                        List.of(Headers.withIp(d, Ipv4Field.SOURCE, d.get(Ipv4Field.DESTINATION)))))
                        .killedBy("RFC1122/SOURCE", "UDP-3")
                        .saying("its address is 198.18."),
                fault("reset-off", "A reset has a number of its own.", segmentsOut(LawFaults::resetOff))
                        .killedBy("RFC9293/RST-NUMBER", "HS-6")
                        .saying("which the peer has not acknowledged"),
                fault("reserved-bits", "A reserved bit of the TCP header is set.", written(LawFaults::reservedBit))
                        .killedBy("RFC9293/RESERVED", "HS-1")
                        .saying("reserved bits set: 100"),
                fault("padding-left", "Behind the options stands what was in memory.", written(LawFaults::padding))
                        .killedBy("RFC9293/MUST-69", "HS-1")
                        .saying("whose header is padded with 85"),
                fault(
                                "window-doubled",
                                "The peer's window is taken for twice of what it is.",
                                segmentsIn(seg -> seg.toBuilder()
                                        .window(Math.min(LARGEST_WINDOW, 2 * seg.window()))
                                        .build()))
                        .killedBy("RFC9293/WINDOW")
                        .saying("beyond the window that the peer has offered")
                        .dependingOn("the peer's window"),
                fault("mss-1460", "Segments are as large as Ethernet takes.", segmentsIn(LawFaults::largest))
                        .killedBy("RFC9293/MUST-16")
                        .saying("octets of options and data, but the peer takes only"),
                fault(
                                "dns-other-port",
                                "Answers come from the port above.",
                                udpOut(udp -> udp.sourcePort().equals(Port.of(53))
                                        ? new UdpDatagram(Port.of(54), udp.destinationPort(), udp.payload())
                                        : udp))
                        .killedBy("RFC2181/ANSWER-PORT", "DNS-1")
                        .saying("answered from port 54"));
    }

    private static TcpSegment resetOff(TcpSegment segment) {
        boolean alone = segment.has(TcpFlag.RST) && !segment.has(TcpFlag.ACK);
        return alone ? segment.toBuilder().seq(segment.seq().plus(7)).build() : segment;
    }

    private static TcpSegment largest(TcpSegment segment) {
        return segment.has(TcpFlag.SYN)
                ? segment.toBuilder()
                        .options(List.of(new MaximumSegmentSize(1460)))
                        .build()
                : segment;
    }

    private static Octets reservedBit(Octets segment) {
        return segment.withAt(OFFSET_AT, Octets.of(segment.u8(OFFSET_AT) | 4));
    }

    /** Four octets more behind the end of the options, where there is one. */
    private static Octets padding(Octets segment) {
        int words = segment.u8(OFFSET_AT) >> 4;
        int end = words * 4;
        boolean ends = end > TcpSegment.MIN_HEADER && words < MOST_WORDS && segment.u8(end - 1) == 0;
        return ends && segment.get(TcpField.FLAGS) == (segment.get(TcpField.FLAGS) | TcpFlag.SYN.bit())
                ? segment.slice(0, end)
                        .withAt(OFFSET_AT, Octets.of(segment.u8(OFFSET_AT) + 0x10))
                        .plus(Octets.of(0x55, 0x55, 0x55, 0x55))
                        .plus(segment.from(end))
                : segment;
    }
}
