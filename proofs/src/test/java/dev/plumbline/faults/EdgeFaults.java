package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.ip;
import static dev.plumbline.faults.Seams.udp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.Fragmenter;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Stacks whose IP and UDP are right, but for one value or one place where a number is at its edge. */
final class EdgeFaults {
    private EdgeFaults() {}

    static List<Fault> all() {
        return Stream.of(routers(), cutting(), checksums())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> routers() {
        return List.of(
                fault(
                                "router-only-first-pieces",
                                "A router hands only those pieces on that have the ports.",
                                EdgeFaults::handingOnFirstPieces)
                        .killedBy("IP-5")
                        .saying("the second peer receives", "from octet 0 on"),
                fault(
                                "router-two-is-the-end",
                                "A packet that comes with a Time to Live of 2 goes no further.",
                                datagramsIn(d -> List.of(aged(d))))
                        .killedBy("IP-5")
                        .saying("with a Time to Live of 1: it came with 2", "nothing"),
                fault(
                                "recut-ends-early",
                                "When a piece is cut again, its last part says that nothing follows.",
                                ip(cutting(EdgeFaults::endingEarly)))
                        .killedBy("IP-5")
                        .saying("all but the very last with More Fragments", "the last"),
                fault(
                                "recut-counts-anew",
                                "When a piece is cut again, the parts count their places from the start of the piece.",
                                ip(cutting(EdgeFaults::countingAnew)))
                        .killedBy("IP-5")
                        .saying("each with its place in the whole datagram", "from octet 0 on"));
    }

    private static List<Fault> cutting() {
        return List.of(
                fault(
                                "full-piece-is-not-last",
                                "A piece that is as full as it can be never says that it is the last.",
                                ip(cutting(EdgeFaults::fullIsNotLast)))
                        .killedBy("IP-2")
                        .saying("the peer receives exactly these datagrams", "nothing that is whole"),
                fault(
                                "offset-of-12-bits",
                                "The fragment offset has 12 bits.",
                                ip(cutting((packet, pieces) -> pieces.stream()
                                        .map(p -> p.withFragment(
                                                p.fragmentOffset() & 0x7fff, p.moreFragments(), p.payload()))
                                        .toList())))
                        .killedBy("IP-2")
                        .saying("fragments of datagram", "that overlap and say different things"),
                fault(
                                "pieces-without-protocol",
                                "Pieces with one number are taken for parts of one datagram, whatever their protocol.",
                                ip(ReassemblyFaults.keyed(
                                        p -> List.of(p.source(), p.destination(), p.identification()))))
                        .killedBy("IP-3")
                        .saying("the application receives exactly these datagrams", "nothing"));
    }

    private static List<Fault> checksums() {
        return List.of(
                fault("udp-carries-once", "The carry of the checksum is added only once.", udp(new CarryOnceOut()))
                        .killedBy("UDP-2")
                        .saying("a UDP datagram with the wrong checksum", "was added again once"),
                fault(
                                "udp-verifies-carrying-once",
                                "To verify a checksum it is computed anew, and its carry is added only once.",
                                udp(new CarryOnceIn()))
                        .killedBy("UDP-2")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault(
                                "udp-all-ones-refused",
                                "A datagram with a checksum of all ones is dropped.",
                                udp(new NoAllOnes()))
                        .killedBy("UDP-2")
                        .saying("the application receives exactly these datagrams", "nothing"));
    }

    /** What is for itself it puts together. */
    private static Stack handingOnFirstPieces(Host host) {
        return new ChangedStack(ReferenceStack.on(host).boot()) {
            @Override
            public void receive(Link link, Octets datagram) {
                boolean later = Ipv4Packet.decode(datagram)
                        .value()
                        .filter(packet -> packet.fragmentOffset() > 0)
                        .filter(packet ->
                                host.links().stream().noneMatch(l -> l.address().equals(packet.destination())))
                        .isPresent();
                if (!later) {
                    super.receive(link, datagram);
                }
            }
        };
    }

    private static Octets aged(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(packet -> packet.timeToLive() == 2)
                .map(packet -> packet.withTimeToLive(1).encode())
                .orElse(datagram);
    }

    /** The reference's pieces of a packet, changed. */
    private static IpParts cutting(BiFunction<Ipv4Packet, List<Ipv4Packet>, List<Ipv4Packet>> change) {
        return IpFaults.cutting((packet, mtu) -> {
            List<Ipv4Packet> pieces = new Fragmenter().fragment(packet, mtu);
            return pieces.size() == 1 ? pieces : change.apply(packet, pieces);
        });
    }

    private static List<Ipv4Packet> endingEarly(Ipv4Packet packet, List<Ipv4Packet> pieces) {
        return withLast(pieces, false);
    }

    private static List<Ipv4Packet> countingAnew(Ipv4Packet packet, List<Ipv4Packet> pieces) {
        return pieces.stream()
                .map(p -> p.withFragment(p.fragmentOffset() - packet.fragmentOffset(), p.moreFragments(), p.payload()))
                .toList();
    }

    private static List<Ipv4Packet> fullIsNotLast(Ipv4Packet packet, List<Ipv4Packet> pieces) {
        int full = pieces.get(0).payload().length();
        Ipv4Packet last = pieces.get(pieces.size() - 1);
        return withLast(pieces, last.moreFragments() || last.payload().length() == full);
    }

    private static List<Ipv4Packet> withLast(List<Ipv4Packet> pieces, boolean more) {
        Ipv4Packet last = pieces.get(pieces.size() - 1);
        return Stream.concat(
                        pieces.subList(0, pieces.size() - 1).stream(),
                        Stream.of(last.withFragment(last.fragmentOffset(), more, last.payload())))
                .toList();
    }

    /** The checksum of a datagram in octets, the carry added only once. */
    private static int carryingOnce(Octets udp, Ipv4Address source, Ipv4Address destination) {
        Octets even = udp.with(UdpField.CHECKSUM, 0).plus(Octets.of(new int[udp.length() % 2]));
        long sum = words(source) + words(destination) + IpProtocol.UDP.number() + udp.length();
        for (int at = 0; at < even.length(); at += 2) {
            sum += even.u16(at);
        }
        int checksum = (int) ~((sum & 0xffff) + (sum >>> 16)) & 0xffff;
        return checksum == 0 ? 0xffff : checksum;
    }

    private static long words(Ipv4Address address) {
        return (address.bits() >>> 16) + (address.bits() & 0xffffL);
    }

    private static final class CarryOnceOut extends UdpCodec {
        @Override
        public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
            Octets right = super.encode(datagram, source, destination);
            return right.with(UdpField.CHECKSUM, carryingOnce(right, source, destination));
        }
    }

    private static final class CarryOnceIn extends UdpCodec {
        @Override
        public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            boolean right = !octets.has(UdpField.CHECKSUM)
                    || octets.get(UdpField.CHECKSUM) == 0
                    || octets.get(UdpField.CHECKSUM) == carryingOnce(octets, source, destination);
            return super.decode(right ? octets : Octets.empty(), source, destination);
        }
    }

    private static final class NoAllOnes extends UdpCodec {
        @Override
        public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            boolean ones = octets.has(UdpField.CHECKSUM) && octets.get(UdpField.CHECKSUM) == 0xffff;
            return super.decode(ones ? Octets.empty() : octets, source, destination);
        }
    }
}
