package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsOut;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.Function;

/** Stacks that compute a checksum otherwise (RFC 1071 section 1); the message tells what they have left out. */
final class ChecksumFaults {
    private static final int TCP_AT = 16;
    private static final int UDP_AT = 6;
    private static final int ICMP_AT = 2;
    private static final int UDP_HEADER = 8;
    private static final int ALL_ONES = 0xffff;

    /** Given the pseudo-header and the octets with nothing in the field of the checksum; what is left of the sum. */
    private interface Sum {
        int of(Octets pseudo, Octets blank);
    }

    private ChecksumFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "tcp-checksum-not-complemented",
                                "The sum is sent as it is.",
                                tcp((pseudo, blank) -> ~InternetChecksum.of(pseudo.plus(blank)) & ALL_ONES))
                        .killedBy("RFC9293/MUST-2", "HS-1")
                        .saying("would be the right TCP checksum", "the sum itself, and not its complement"),
                fault(
                                "tcp-checksum-without-carry",
                                "The sum is kept in 16 bits.",
                                tcp((pseudo, blank) -> (int) ~plain(pseudo.plus(blank)) & ALL_ONES))
                        .killedBy("RFC9293/MUST-2", "HS-1")
                        .saying("what was carried beyond 16 bits was dropped"),
                fault(
                                "tcp-checksum-of-udp",
                                "The length in the pseudo-header counts a header of 8 octets.",
                                tcp((pseudo, blank) -> InternetChecksum.of(
                                        ofLength(pseudo, blank.length() - headerOf(blank) + UDP_HEADER)
                                                .plus(blank))))
                        .killedBy("RFC9293/MUST-2", "HS-1")
                        .saying("counts a header of 8 octets, as if it was UDP"),
                fault(
                                "tcp-checksum-without-data",
                                "The header alone is summed up.",
                                tcp((pseudo, blank) ->
                                        InternetChecksum.of(pseudo.plus(blank.slice(0, headerOf(blank))))))
                        .killedBy("RFC9293/MUST-2", "DEL-3")
                        .saying("it leaves the only octet of data out"),
                fault(
                                "tcp-checksum-in-host-order",
                                "The checksum leaves with the low octet first.",
                                tcp((pseudo, blank) -> OctetFaults.reversed16(InternetChecksum.of(pseudo.plus(blank)))))
                        .killedBy("RFC9293/MUST-2", "HS-1")
                        .saying("its octets are the wrong way round"),
                fault(
                                "udp-checksum-of-signed-octets",
                                "Octets of 128 or more count as negative numbers.",
                                udp((pseudo, blank) -> signed(pseudo.plus(blank))))
                        .killedBy("RFC1122/UDP-CHECKSUM", "UDP-2")
                        .saying("octets of 128 or more were added as negative numbers"),
                fault(
                                "icmp-checksum-copied",
                                "An echo reply keeps the checksum of the request.",
                                datagramsOut(
                                        d -> List.of(isOf(d, IpProtocol.ICMP) ? with(d, ICMP_AT, asRequest(d)) : d)))
                        .killedBy("RFC1122/ECHO")
                        .saying("it is that of the packet that has come"));
    }

    private static Function<Host, Stack> tcp(Sum sum) {
        return checksums(IpProtocol.TCP, TCP_AT, sum);
    }

    private static Function<Host, Stack> udp(Sum sum) {
        return checksums(IpProtocol.UDP, UDP_AT, sum);
    }

    private static Function<Host, Stack> checksums(IpProtocol protocol, int at, Sum sum) {
        return datagramsOut(d -> {
            if (!isOf(d, protocol)) {
                return List.of(d);
            }
            Octets blank = d.from(Ipv4Packet.MIN_HEADER).withAt(at, Octets.of(0, 0));
            Octets pseudo = ofLength(d.slice(12, 20).plus(Octets.of(0, protocol.number(), 0, 0)), blank.length());
            return List.of(with(d, at, sum.of(pseudo, blank)));
        });
    }

    private static boolean isOf(Octets datagram, IpProtocol protocol) {
        return datagram.get(Ipv4Field.PROTOCOL) == protocol.number()
                && Headers.ipHeader(datagram) == Ipv4Packet.MIN_HEADER;
    }

    private static Octets with(Octets datagram, int at, int checksum) {
        return datagram.withAt(Ipv4Packet.MIN_HEADER + at, Octets.of(checksum >>> 8, checksum & 0xff));
    }

    private static Octets ofLength(Octets pseudo, int length) {
        return pseudo.slice(0, 10).plus(Octets.of(length >>> 8, length & 0xff));
    }

    private static int headerOf(Octets segment) {
        return (int) segment.get(TcpField.DATA_OFFSET) * 4;
    }

    private static long plain(Octets octets) {
        long sum = 0;
        for (int i = 0; i < octets.length(); i++) {
            sum += i % 2 == 0 ? octets.u8(i) << 8 : octets.u8(i);
        }
        return sum;
    }

    private static int signed(Octets octets) {
        int sum = 0;
        byte[] bytes = octets.toByteArray();
        for (int i = 0; i < bytes.length; i++) {
            sum += i % 2 == 0 ? bytes[i] << 8 : bytes[i];
        }
        int once = (sum & ALL_ONES) + (sum >>> 16);
        return ~((once & ALL_ONES) + (once >>> 16)) & ALL_ONES;
    }

    /** A request differs in its type only: 8 in the first octet. */
    private static int asRequest(Octets datagram) {
        return InternetChecksum.of(
                datagram.from(Ipv4Packet.MIN_HEADER).withAt(0, Octets.of(8)).withAt(ICMP_AT, Octets.of(0, 0)));
    }
}
