package dev.plumbline.faults;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.HeaderField;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;

/** Headers with the checksum that fits them, however wrong they are otherwise. */
final class Headers {
    private Headers() {}

    /** How long the IP header says it is, in octets. */
    static int ipHeader(Octets datagram) {
        return (int) datagram.get(Ipv4Field.IHL) * 4;
    }

    /** Another value in the IP header. */
    static Octets withIp(Octets datagram, Ipv4Field field, long value) {
        return checksummed(datagram.with(field, value));
    }

    /** Whatever the IP header says, its checksum is right. */
    static Octets checksummed(Octets datagram) {
        Octets header = datagram.slice(0, Math.min(ipHeader(datagram), datagram.length()));
        return datagram.with(Ipv4Field.HEADER_CHECKSUM, InternetChecksum.of(header.with(Ipv4Field.HEADER_CHECKSUM, 0)));
    }

    /** Whatever the segment holds, its checksum is right. */
    static Octets checksummedTcp(Octets segment, Ipv4Address source, Ipv4Address destination) {
        return segment.has(TcpField.CHECKSUM)
                ? checksummed(segment, TcpField.CHECKSUM, pseudoHeader(source, destination, IpProtocol.TCP, segment))
                : segment;
    }

    /** Whatever the UDP datagram holds, its checksum is right. */
    static Octets checksummedUdp(Octets udp, Ipv4Address source, Ipv4Address destination) {
        return checksummed(udp, UdpField.CHECKSUM, pseudoHeader(source, destination, IpProtocol.UDP, udp));
    }

    private static long pseudoHeader(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, Octets payload) {
        return InternetChecksum.pseudoHeader(source.bits(), destination.bits(), protocol.number(), payload.length());
    }

    private static Octets checksummed(Octets payload, HeaderField checksum, long pseudoHeader) {
        Octets blank = payload.with(checksum, 0);
        return payload.with(checksum, InternetChecksum.finish(pseudoHeader + InternetChecksum.sum(blank)));
    }
}
