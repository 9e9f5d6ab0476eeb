package dev.plumbline.steps;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is thought of packets where there is no connection to compare them with. */
public final class Packets {
    private Packets() {}

    /** A segment must be like {@code pattern}; anything else is wrong. */
    public static Judgement judge(Packet packet, SegmentPattern pattern) {
        Optional<TcpSegment> segment = packet.tcp();
        if (segment.isEmpty()) {
            return Judgement.wrong("it is no TCP segment");
        }
        return verdict(pattern.mismatches(segment.get()));
    }

    /** Accepted if there is nothing to object to. */
    public static Judgement verdict(List<String> objections) {
        return objections.isEmpty() ? Judgement.accepted() : Judgement.wrong(String.join(", ", objections));
    }

    /** What is wrong with where a UDP datagram comes from and goes to. */
    public static List<String> route(Packet packet, SocketAddress source, SocketAddress destination) {
        Ipv4Packet ip = packet.ip().orElseThrow();
        Optional<UdpDatagram> udp = packet.udp();
        if (udp.isEmpty()) {
            return List.of("it is no UDP datagram");
        }
        SocketAddress from = new SocketAddress(ip.source(), udp.get().sourcePort());
        SocketAddress to = new SocketAddress(ip.destination(), udp.get().destinationPort());
        List<String> wrong = new ArrayList<>();
        if (!from.equals(source)) {
            wrong.add("it comes from " + from + " instead of " + source);
        }
        if (!to.equals(destination)) {
            wrong.add("it goes to " + to + " instead of " + destination);
        }
        return wrong;
    }

    /** Whether it says that no application has the port (RFC 1122 section 4.1.3.1). */
    public static boolean isPortUnreachable(Packet packet) {
        return packet.icmp()
                .filter(m -> m instanceof IcmpMessage.DestinationUnreachable u
                        && u.code() == IcmpMessage.DestinationUnreachable.PORT)
                .isPresent();
    }
}
