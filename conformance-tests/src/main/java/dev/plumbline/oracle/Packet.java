package dev.plumbline.oracle;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A datagram, read as far as it can be read. */
public final class Packet {
    private final Octets datagram;
    private final @Nullable Ipv4Packet ip;
    private final @Nullable Object transport;
    private final @Nullable Malformed problem;

    private Packet(Octets datagram, @Nullable Ipv4Packet ip, @Nullable Object transport, @Nullable Malformed problem) {
        this.datagram = datagram;
        this.ip = ip;
        this.transport = transport;
        this.problem = problem;
    }

    /** Reads a datagram: IP first, then what it carries, if that is TCP, UDP or ICMP, and not a fragment of it. */
    public static Packet of(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .match(packet -> carrying(datagram, packet), problem -> new Packet(datagram, null, null, problem));
    }

    private static Packet carrying(Octets datagram, Ipv4Packet packet) {
        Decoded<?> decoded = null;
        if (packet.isFragment()) {
            return new Packet(datagram, packet, null, null);
        } else if (packet.protocol().equals(IpProtocol.TCP)) {
            decoded = TcpSegment.decode(packet.payload(), packet.source(), packet.finalDestination());
        } else if (packet.protocol().equals(IpProtocol.UDP)) {
            decoded = UdpDatagram.decode(packet.payload(), packet.source(), packet.finalDestination());
        } else if (packet.protocol().equals(IpProtocol.ICMP)) {
            decoded = IcmpMessage.decode(packet.payload());
        }
        return decoded == null
                ? new Packet(datagram, packet, null, null)
                : new Packet(
                        datagram,
                        packet,
                        decoded.value().orElse(null),
                        decoded.problem().orElse(null));
    }

    /** The octets as they came. */
    public Octets datagram() {
        return datagram;
    }

    /** The IP packet, if it is one. */
    public Optional<Ipv4Packet> ip() {
        return Optional.ofNullable(ip);
    }

    /** The TCP segment in it, if there is a well-formed one. */
    public Optional<TcpSegment> tcp() {
        return transport instanceof TcpSegment segment ? Optional.of(segment) : Optional.empty();
    }

    /** The UDP datagram in it, if there is a well-formed one. */
    public Optional<UdpDatagram> udp() {
        return transport instanceof UdpDatagram datagramInside ? Optional.of(datagramInside) : Optional.empty();
    }

    /** The ICMP message in it, if there is a well-formed one. */
    public Optional<IcmpMessage> icmp() {
        return transport instanceof IcmpMessage message ? Optional.of(message) : Optional.empty();
    }

    /** The ports of a segment that is well-formed but for its options, without the rest (RFC 9293 section 3.1, MUST-7). */
    Optional<TcpSegment> ports() {
        return ip().filter(packet -> packet.protocol().equals(IpProtocol.TCP))
                .filter(packet -> problem != null && problem.offset() >= TcpSegment.MIN_HEADER)
                .map(Ipv4Packet::payload)
                .map(segment -> TcpSegment.between(new Port(segment.u16(0)), new Port(segment.u16(2)))
                        .build());
    }

    /** Why it cannot be read, if it cannot. */
    public Optional<Malformed> problem() {
        return Optional.ofNullable(problem);
    }

    /** What it is, in words for a failure. */
    @Override
    public String toString() {
        if (problem != null) {
            return "a packet that cannot be read (" + problem + ")";
        }
        if (transport instanceof TcpSegment segment) {
            return "a segment with " + words(segment);
        }
        if (transport instanceof UdpDatagram udp) {
            return "a UDP datagram from port " + udp.sourcePort() + " to port " + udp.destinationPort() + " with "
                    + Words.octets(udp.payload().length());
        }
        if (ip != null && ip.isFragment()) {
            return "a fragment of datagram " + ip.identification() + ": "
                    + Words.octets(ip.payload().length()) + " from octet " + ip.fragmentOffset() + " on"
                    + (ip.moreFragments() ? "" : ", the last");
        }
        return transport == null ? "a packet of another protocol" : "an ICMP message: " + transport;
    }

    private static String words(TcpSegment segment) {
        StringBuilder words = new StringBuilder(segment.flags().names());
        words.append(", sequence number ").append(segment.seq());
        if (segment.has(TcpFlag.ACK)) {
            words.append(", acknowledging ").append(segment.ack());
        }
        if (!segment.payload().isEmpty()) {
            words.append(", ").append(Words.octets(segment.payload().length())).append(" of data");
        }
        return words.append(", port ")
                .append(segment.sourcePort())
                .append(" to ")
                .append(segment.destinationPort())
                .toString();
    }
}
