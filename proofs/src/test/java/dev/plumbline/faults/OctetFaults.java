package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.udpOut;
import static dev.plumbline.faults.Seams.written;

import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Stacks that read a number from octets, or write it, as one does who has never done it before. */
final class OctetFaults {
    private static final Port DNS = Port.of(53);
    /** Where a question begins in a message, in octets. */
    private static final int QUESTION_AT = 12;
    /** Where the data offset and the flags of a TCP header stand, in octets. */
    private static final int OFFSET_AT = 12;

    private static final int FLAGS_AT = 13;

    private OctetFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "ack-in-host-order",
                                "The acknowledgment number leaves with the low octet first.",
                                acks(Integer::reverseBytes))
                        .killedBy("HS-2")
                        .saying("its octets are the wrong way round"),
                fault(
                                "ack-counted-in-host-order",
                                "1 is added to the peer's number before its octets are turned round.",
                                acks(ack -> Integer.reverseBytes(Integer.reverseBytes(ack - 1) + 1)))
                        .killedBy("HS-2")
                        .saying("it was counted on before the number was turned round"),
                fault(
                                "ack-of-signed-octets",
                                "The peer's number is put together from bytes that have a sign.",
                                acks(ack -> signed(ack - 1) + 1))
                        .killedBy("HS-2")
                        .saying("an octet of 128 or more was taken for a negative number"),
                fault("ack-of-31-bits", "Sequence numbers have 31 bits.", acks(ack -> ack & 0x7fff_ffff))
                        .killedBy("HS-2")
                        .saying("its highest bit is lost")
                        .dependingOn("the peer's initial sequence number"),
                fault("flags-mirrored", "FIN is the highest bit of the flags.", written(OctetFaults::mirrored))
                        .killedBy("HS-2")
                        .saying("its flags are mirrored"),
                fault(
                                "ports-in-host-order",
                                "Ports leave with the low octet first.",
                                written(s -> s.withAt(0, Octets.of(s.u8(1), s.u8(0), s.u8(3), s.u8(2)))))
                        .killedBy("HS-2")
                        .saying("it goes from port", "its octets are the wrong way round"),
                fault(
                                "source-in-host-order",
                                "The source address leaves with its octets the wrong way round.",
                                datagramsOut(d -> List.of(Headers.withIp(
                                        d, Ipv4Field.SOURCE, Integer.toUnsignedLong(Integer.reverseBytes((int)
                                                d.get(Ipv4Field.SOURCE)))))))
                        .killedBy("RFC1122/SOURCE", "UDP-3")
                        .saying("its octets are the wrong way round"),
                fault(
                                "ip-length-in-host-order",
                                "The total length leaves with the low octet first.",
                                datagramsOut(d -> List.of(Headers.withIp(
                                        d, Ipv4Field.TOTAL_LENGTH, reversed16((int) d.get(Ipv4Field.TOTAL_LENGTH))))))
                        .killedBy("IP-4")
                        .saying("the total length is 7424 instead of 29: its octets are the wrong way round"));
    }

    /** Whose number it is, and in which unit something is counted. */
    static List<Fault> places() {
        return List.of(
                fault(
                                "acknowledges-itself",
                                "SEG.ACK is SND.NXT.",
                                segmentsOut(s -> s.has(TcpFlag.ACK)
                                        ? s.toBuilder().ackNumber(s.seq()).build()
                                        : s))
                        .killedBy("HS-2")
                        .saying("a number of the endpoint's own"),
                fault("ack-from-0", "It acknowledges as Wireshark shows it, from 0 on.", sender(RelativeAck::new))
                        .killedBy("HS-2")
                        .saying("it counts from 0"),
                fault(
                                "data-offset-in-octets",
                                "The data offset counts octets, as far as four bits hold them.",
                                written(s ->
                                        s.withAt(OFFSET_AT, Octets.of((((s.u8(OFFSET_AT) >> 4) * 4) << 4) & 0xf0))))
                        .killedBy("HS-2")
                        .saying("four bits hold of 24 octets"),
                fault(
                                "data-offset-in-low-bits",
                                "The data offset stands in the lower half of its octet.",
                                written(s -> s.withAt(OFFSET_AT, Octets.of(s.u8(OFFSET_AT) >> 4))))
                        .killedBy("HS-2")
                        .saying("stands in the lower four bits of its octet"),
                fault(
                                "version-behind-length",
                                "Version and header length have changed places.",
                                datagramsOut(d -> List.of(Headers.checksummed(d).withAt(0, Octets.of(0x54)))))
                        .killedBy("IP-4")
                        .saying("version and header length are the wrong way round"),
                fault(
                                "window-constant",
                                "The window is 65535, whatever waits for the application.",
                                segmentsOut(s -> s.toBuilder().window(65_535).build()))
                        .killedBy("RFC7323/2.3-SCALED")
                        .saying("its window has been 65535 in every segment"));
    }

    /** What only DNS has. */
    static List<Fault> dns() {
        return List.of(
                fault(
                                "dns-id-in-host-order",
                                "The ID of an answer has its octets the wrong way round.",
                                answers(m -> m.withAt(0, Octets.of(m.u8(1), m.u8(0)))))
                        .killedBy("DNS-1")
                        .saying("its octets are the wrong way round"),
                fault(
                                "dns-flags-in-host-order",
                                "The flags of an answer have their octets the wrong way round.",
                                answers(m -> m.withAt(2, Octets.of(m.u8(3), m.u8(2)))))
                        .killedBy("DNS-1")
                        .saying("its two octets of flags are the wrong way round"),
                fault(
                                "dns-counts-in-host-order",
                                "The count of questions has its octets the wrong way round.",
                                answers(m -> m.withAt(4, Octets.of(m.u8(5), m.u8(4), m.u8(7), m.u8(6)))
                                        .withAt(8, Octets.of(m.u8(9), m.u8(8), m.u8(11), m.u8(10)))))
                        .killedBy("RFC1035/MESSAGE", "DNS-1")
                        .saying("its counts of questions and records have their octets the wrong way round"),
                fault(
                                "dns-labels-count-themselves",
                                "The length of a label of the question counts its own octet.",
                                answers(OctetFaults::withLongerLabels))
                        .killedBy("RFC1035/MESSAGE", "DNS-1")
                        .saying("the length of each label counts its own octet"));
    }

    private static Function<Host, Stack> acks(IntUnaryOperator change) {
        return segmentsOut(s -> s.has(TcpFlag.ACK)
                ? s.toBuilder()
                        .ackNumber(new SeqNumber(change.applyAsInt(s.ack().bits())))
                        .build()
                : s);
    }

    private static int signed(int number) {
        byte[] octets = Octets.of(number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff)
                .toByteArray();
        return (octets[0] << 24) + (octets[1] << 16) + (octets[2] << 8) + octets[3];
    }

    static int reversed16(int number) {
        return (number >>> 8) | ((number & 0xff) << 8);
    }

    private static Octets mirrored(Octets segment) {
        return segment.withAt(FLAGS_AT, Octets.of(Integer.reverse(segment.u8(FLAGS_AT)) >>> 24));
    }

    private static Function<Host, Stack> answers(UnaryOperator<Octets> change) {
        return udpOut(udp -> udp.sourcePort().equals(DNS)
                ? new UdpDatagram(udp.sourcePort(), udp.destinationPort(), change.apply(udp.payload()))
                : udp);
    }

    private static Octets withLongerLabels(Octets message) {
        Octets result = message;
        for (int at = QUESTION_AT; message.u8(at) != 0; at += 1 + message.u8(at)) {
            result = result.withAt(at, Octets.of(message.u8(at) + 1));
        }
        return result;
    }

    private static final class RelativeAck extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            return new SeqNumber(super.ackNumber(tcb).minus(tcb.irs));
        }
    }
}
