package dev.plumbline.diagnosis;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known when a difference is looked at: the packet in question, and what had crossed the host's links before it. */
public final class Facts {
    /**
     * A datagram on one of the host's links.
     *
     * @param left whether the host has sent it
     * @param datagram its octets
     */
    public record Crossed(boolean left, Octets datagram) {}

    private record Segment(boolean left, TcpSegment segment) {}

    private final Octets culprit;
    private final Optional<TcpSegment> segment;
    /** What has come in, the newest first. */
    private final List<Octets> in;
    /** Of the culprit's connection, the newest first. */
    private final List<Segment> segments;

    /**
     * Looks at a packet.
     *
     * @param culprit the packet in question; empty if nobody knows it
     * @param before what had crossed the host's links before it, in order
     */
    public Facts(Octets culprit, List<Crossed> before) {
        this.culprit = culprit;
        this.segment = segment(culprit);
        List<Crossed> newestFirst = new ArrayList<>(before);
        Collections.reverse(newestFirst);
        this.in = newestFirst.stream()
                .filter(crossed -> !crossed.left())
                .map(Crossed::datagram)
                .toList();
        this.segments = segments(newestFirst, segment);
    }

    /** The packet in question; empty if nobody knows it. */
    Octets culprit() {
        return culprit;
    }

    /** The segment in question, if it is one. */
    Optional<TcpSegment> segment() {
        return segment;
    }

    /** The segments that have come in on its connection, the newest first. */
    List<TcpSegment> arrived() {
        return some(false);
    }

    /** The segments that have left before it on its connection, the newest first. */
    List<TcpSegment> left() {
        return some(true);
    }

    /** The newest segment that ends just before {@code next}, if one has come in. */
    Optional<TcpSegment> arrivedUpTo(long next) {
        return arrived().stream().filter(s -> s.end().value() == next).findFirst();
    }

    /** The first of the peer's SYNs that are still of interest. */
    Optional<TcpSegment> peersSyn() {
        return arrived().stream().filter(s -> s.has(TcpFlag.SYN)).findFirst();
    }

    /** Its own SYN. */
    Optional<TcpSegment> ownSyn() {
        return Stream.concat(segment().stream(), left().stream())
                .filter(s -> s.has(TcpFlag.SYN))
                .findFirst();
    }

    /** The datagrams that have come in, the newest first. */
    Stream<Octets> datagramsIn() {
        return in.stream();
    }

    /** What has come in as a segment whose checksum is wrong, the newest first: its receiver throws it away. */
    Stream<Octets> damaged() {
        return in.stream()
                .flatMap(datagram -> Ipv4Packet.decode(datagram).value().stream())
                .filter(ip -> isSegment(ip) && ip.payload().length() >= TcpSegment.MIN_HEADER)
                .filter(ip -> TcpSegment.decode(ip.payload(), ip.source(), ip.finalDestination())
                        .value()
                        .isEmpty())
                .map(Ipv4Packet::payload);
    }

    private List<TcpSegment> some(boolean left) {
        return segments.stream()
                .filter(each -> each.left() == left)
                .map(Segment::segment)
                .toList();
    }

    /** Where no other segment has its ports, the ports are what is wrong. */
    private static List<Segment> segments(List<Crossed> newestFirst, Optional<TcpSegment> culprit) {
        List<Segment> all = newestFirst.stream()
                .flatMap(crossed -> segment(crossed.datagram()).stream().map(s -> new Segment(crossed.left(), s)))
                .toList();
        List<Segment> own = all.stream()
                .filter(each -> culprit.filter(c -> isOfOne(c, each)).isPresent())
                .toList();
        return own.isEmpty() ? all : own;
    }

    private static boolean isOfOne(TcpSegment culprit, Segment other) {
        TcpSegment segment = other.segment();
        return other.left()
                ? segment.sourcePort().equals(culprit.sourcePort())
                        && segment.destinationPort().equals(culprit.destinationPort())
                : segment.sourcePort().equals(culprit.destinationPort())
                        && segment.destinationPort().equals(culprit.sourcePort());
    }

    private static Optional<TcpSegment> segment(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(Facts::isSegment)
                .flatMap(ip -> TcpSegment.decode(ip.payload(), ip.source(), ip.finalDestination())
                        .value());
    }

    private static boolean isSegment(Ipv4Packet ip) {
        return ip.protocol().equals(IpProtocol.TCP) && !ip.isFragment();
    }
}
