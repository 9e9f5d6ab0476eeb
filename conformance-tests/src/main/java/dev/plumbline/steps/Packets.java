package dev.plumbline.steps;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.Judgement.Verdict;
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
        return Judgement.of(pattern.mismatches(segment.get()), Verdict.WRONG);
    }

    /** Accepted if there is nothing to object to. */
    public static Judgement verdict(List<Objection> objections) {
        return Judgement.of(objections, Verdict.WRONG);
    }

    /** What is wrong with where a UDP datagram comes from and goes to. */
    public static List<Objection> route(Packet packet, SocketAddress source, SocketAddress destination) {
        Ipv4Packet ip = packet.ip().orElseThrow();
        Optional<UdpDatagram> udp = packet.udp();
        if (udp.isEmpty()) {
            return List.of(Objection.of("it is no UDP datagram"));
        }
        SocketAddress from = new SocketAddress(ip.source(), udp.get().sourcePort());
        SocketAddress to = new SocketAddress(ip.destination(), udp.get().destinationPort());
        List<Objection> wrong = new ArrayList<>();
        if (!from.equals(source)) {
            wrong.add(Objection.of(source, from, "it comes from " + from + " instead of " + source));
        }
        if (!to.equals(destination)) {
            wrong.add(Objection.of(destination, to, "it goes to " + to + " instead of " + destination));
        }
        return wrong;
    }
}
