package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.ip;
import static dev.plumbline.faults.Seams.udpOut;

import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.reference.ip.Fragmenter;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.ip.LocalAddresses;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks whose IP breaks one rule, as hosts. */
final class IpFaults {
    private IpFaults() {}

    static List<Fault> all() {
        return Stream.of(exchange(), addresses(), packets(), cutting(), limits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> exchange() {
        return List.of(
                fault(
                                "odd-octet-lost",
                                "The last octet of data of odd length stays behind.",
                                udpOut(d -> d.payload().length() % 2 == 0
                                        ? d
                                        : new UdpDatagram(
                                                d.sourcePort(),
                                                d.destinationPort(),
                                                d.payload().slice(0, d.payload().length() - 1))))
                        .killedBy("NET-1", "LAY-2")
                        .saying("the peer receives exactly these datagrams"),
                fault(
                                "deaf-after-sending",
                                "What arrives after it has sent something itself is not taken.",
                                host -> new IpMemories.DeafAfterSending().boot(host))
                        .killedBy("NET-1", "NET-2")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault("ttl-3", "Packets leave with a Time to Live of 3.", packetsOut(p -> p.withTimeToLive(3)))
                        .killedBy("NET-2", "IP-5")
                        .saying("it received [] after", "time to live exceeded"),
                fault("no-reassembly", "Fragments are dropped.", datagramsInIf(p -> !p.isFragment()))
                        .killedBy("NET-2", "IP-3")
                        .saying("this did not happen", "receives", "(MTU 1"));
    }

    private static List<Fault> addresses() {
        return List.of(
                fault(
                                "constant-address",
                                "The source is an address that was compiled in.",
                                packetsOut(p -> between(Ipv4Address.parse("198.18.0.1"), p.destination(), p)))
                        .killedBy("IP-1", "RFC1122/SOURCE")
                        .saying("sent a datagram from 198.18.0.1, but its address is"),
                fault("subnet-match", "Of an address only the first 24 bits are compared.", ip(taking(24)))
                        .killedBy("IP-1")
                        .saying("received what had to be dropped"),
                fault("takes-all", "It takes every packet, whoever it is for.", ip(taking(0)))
                        .killedBy("IP-1", "LAY-1")
                        .saying("received what had to be dropped"),
                fault(
                                "upper-half-unreachable",
                                "Nothing leaves for addresses above 127, which look negative as signed numbers.",
                                datagramsOutIf(p -> p.destination().bits() >= 0))
                        .killedBy("IP-2")
                        .saying("the endpoint did not send what it must", "a UDP datagram from"),
                fault(
                                "first-destination",
                                "Everything goes to whom the first packet went to.",
                                host -> packetsOut(new IpMemories.FirstDestination())
                                        .apply(host))
                        .killedBy("IP-2", "IP-6")
                        .saying("each of the", "hosts receives exactly its own data"));
    }

    private static List<Fault> packets() {
        return List.of(
                fault(
                                "checksum-of-everything",
                                "The header checksum is computed over the data, too.",
                                datagramsOut(d -> List.of(checksummed(d, d.length()))))
                        .killedBy("IP-4", "RFC791/HEADER")
                        .saying("whose IP header is wrong", "header checksum", "computed over the whole packet"),
                fault(
                                "length-without-header",
                                "The total length counts the data only.",
                                datagramsOut(d -> List.of(checksummed(
                                        d.with(Ipv4Field.TOTAL_LENGTH, d.get(Ipv4Field.TOTAL_LENGTH) - 20), 20))))
                        .killedBy("IP-4")
                        .saying("total length", "does not count the header's 20 octets"),
                fault(
                                "no-options",
                                "Packets with options are dropped.",
                                datagramsInIf(p -> p.options().isEmpty()))
                        .killedBy("IP-4", "LAY-3")
                        .saying("the application receives exactly these datagrams", "nothing")
                        .dependingOn("the IP options"),
                fault(
                                "no-service-types",
                                "Packets with a type of service other than zero are dropped.",
                                datagramsInIf(p -> p.typeOfService() == 0))
                        .killedBy("IP-4")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault("host-forwards", "It sends on what is for others.", host -> new IpMemories.Forwards().boot(host))
                        .killedBy("IP-5", "RFC1122/SOURCE")
                        .saying(
                                "handed on a packet from 198.19.",
                                " to 203.0.113.1",
                                "a host with one link is no router"),
                fault(
                                "copies-ttl",
                                "An answer gets the Time to Live that was left of the question.",
                                host -> new IpMemories.CopiesTimeToLive().boot(host))
                        .killedBy("IP-6")
                        .saying("the endpoint did not send what it must", "an answer from"),
                fault(
                                "ping-without-data",
                                "The answer to a ping lacks the data.",
                                packetsOut(p -> p.protocol().equals(IpProtocol.ICMP) ? withoutData(p) : p))
                        .killedBy("IP-6")
                        .saying("this is no answer to the ping"));
    }

    private static List<Fault> cutting() {
        return List.of(
                fault(
                                "never-cuts",
                                "Packets are not cut, however small the link.",
                                ip(cutting((packet, mtu) -> List.of(packet))))
                        .killedBy("RFC791/MTU", "IP-2")
                        .saying("octets onto a link that takes"),
                fault(
                                "more-than-eights",
                                "Fragments are as large as the link takes.",
                                ip(cutting(IpFaults::largerThanEights)))
                        .killedBy("RFC791/FRAGMENTS", "IP-2")
                        .saying("that is not the last of its datagram"),
                fault(
                                "offset-in-octets",
                                "The fragment offset counts octets.",
                                datagramsOut(d -> List.of(offsetInOctets(d))))
                        .killedBy("IP-2", "IP-3")
                        .saying("the peer receives exactly these datagrams", "nothing that is whole"),
                fault(
                                "same-number",
                                "All datagrams have the same identification.",
                                packetsOut(p -> p.withIdentification(7)))
                        .killedBy("RFC6864/ID", "IP-3")
                        .saying("two datagrams with the same identification, 7"));
    }

    private static List<Fault> limits() {
        return List.of(
                fault(
                                "waits-for-answer",
                                "The next datagram waits until the one before was answered.",
                                host -> new IpMemories.WaitsForAnswer().boot(host))
                        .killedBy("IPL-1", "IP-3")
                        .saying("the endpoint sent 1 packet for 2 datagrams"),
                fault(
                                "error-closes",
                                "After an ICMP error nothing is sent and nothing is taken.",
                                host -> new IpMemories.ErrorCloses().boot(host))
                        .killedBy("IPL-1")
                        .saying("still here", "nothing"),
                fault(
                                "sends-twice",
                                "Every datagram is sent twice, to be on the safe side.",
                                datagramsOut(d -> List.of(d, d)))
                        .killedBy("IPL-2", "IP-3")
                        .saying("the peer receives exactly these datagrams", "instead of"),
                fault(
                                "sends-again",
                                "What is not answered is sent again after a second.",
                                host -> new IpMemories.SendsAgain().boot(host))
                        .killedBy("IPL-2", "IPL-1")
                        .saying("the endpoint sent", "packets for"),
                fault(
                                "drops-old-numbers",
                                "A packet with a lower number than one before is taken for an old one.",
                                host -> datagramsIn(new IpMemories.DropsOldNumbers())
                                        .apply(host))
                        .killedBy("IPL-3")
                        .saying("in the order in which they arrive", "but the wire delivered"),
                fault(
                                "pings-in-order",
                                "Only a ping with a higher number than all before is answered.",
                                host -> datagramsIn(new IpMemories.PingsInOrder())
                                        .apply(host))
                        .killedBy("IPL-3")
                        .saying("replies to the pings with the numbers"),
                fault(
                                "every-protocol-is-udp",
                                "The protocol number is not looked at.",
                                datagramsIn(d -> List.of(takenForUdp(d))))
                        .killedBy("IPL-4")
                        .saying("received what had to be dropped"));
    }

    /** Packets are changed before they leave; fragments are left alone. */
    static Function<Host, Stack> packetsOut(UnaryOperator<Ipv4Packet> change) {
        return datagramsOut(octets ->
                List.of(change.apply(Ipv4Packet.decode(octets).orElseThrow()).encode()));
    }

    static Function<Host, Stack> datagramsOutIf(Predicate<Ipv4Packet> passes) {
        return datagramsOut(octets -> passing(octets, passes));
    }

    static Function<Host, Stack> datagramsInIf(Predicate<Ipv4Packet> passes) {
        return datagramsIn(octets -> passing(octets, passes));
    }

    /** Such a packet, changed; any other octets as they are. */
    static Octets changed(Octets octets, Predicate<Ipv4Packet> which, UnaryOperator<Ipv4Packet> change) {
        return Ipv4Packet.decode(octets)
                .value()
                .filter(which)
                .map(change)
                .map(Ipv4Packet::encode)
                .orElse(octets);
    }

    private static List<Octets> passing(Octets octets, Predicate<Ipv4Packet> passes) {
        boolean passing =
                Ipv4Packet.decode(octets).value().filter(passes.negate()).isEmpty();
        return passing ? List.of(octets) : List.of();
    }

    /** The same between other addresses, with a UDP checksum that is right. */
    static Ipv4Packet between(Ipv4Address source, Ipv4Address destination, Ipv4Packet p) {
        Octets payload = Packet.of(p.encode())
                .udp()
                .map(udp -> udp.encode(source, destination))
                .orElse(p.payload());
        return new Ipv4Packet(
                p.typeOfService(),
                p.identification(),
                p.dontFragment(),
                p.moreFragments(),
                p.fragmentOffset(),
                p.timeToLive(),
                p.protocol(),
                source,
                destination,
                p.options(),
                payload);
    }

    private static IpParts taking(int bits) {
        return new IpParts() {
            @Override
            public LocalAddresses localAddresses(List<Link> links, List<Ipv4Address> more) {
                return new LocalAddresses(links, more) {
                    @Override
                    public boolean isForUs(Ipv4Address destination) {
                        int own = links.get(0).address().bits();
                        return bits == 0 || (own ^ destination.bits()) >>> (32 - bits) == 0;
                    }
                };
            }
        };
    }

    /** How a packet is cut. */
    interface Cutter {
        List<Ipv4Packet> cut(Ipv4Packet packet, int mtu);
    }

    static IpParts cutting(Cutter cutter) {
        return new IpParts() {
            @Override
            public Fragmenter fragmenter() {
                return new Fragmenter() {
                    @Override
                    public List<Ipv4Packet> fragment(Ipv4Packet packet, int mtu) {
                        return cutter.cut(packet, mtu);
                    }
                };
            }
        };
    }

    /** Up to four octets more than a multiple of eight; the next fragment has them again. */
    private static List<Ipv4Packet> largerThanEights(Ipv4Packet packet, int mtu) {
        return new Fragmenter()
                .fragment(packet, mtu).stream()
                        .map(part -> part.moreFragments()
                                ? part.withFragment(
                                        part.fragmentOffset(),
                                        true,
                                        packet.payload()
                                                .slice(
                                                        part.fragmentOffset(),
                                                        part.fragmentOffset()
                                                                + part.payload().length()
                                                                - 4))
                                : part)
                        .toList();
    }

    private static Octets offsetInOctets(Octets datagram) {
        long offset = datagram.get(Ipv4Field.FRAGMENT_OFFSET) * 8;
        return checksummed(datagram.with(Ipv4Field.FRAGMENT_OFFSET, offset & 0x1fff), 20);
    }

    /** With a checksum over the first so many octets. */
    private static Octets checksummed(Octets datagram, int length) {
        Octets blank = datagram.with(Ipv4Field.HEADER_CHECKSUM, 0);
        return blank.with(Ipv4Field.HEADER_CHECKSUM, InternetChecksum.of(blank.slice(0, length)));
    }

    private static Ipv4Packet withoutData(Ipv4Packet packet) {
        return Packet.of(packet.encode())
                .icmp()
                .filter(EchoReply.class::isInstance)
                .map(message -> (EchoReply) message)
                .map(reply -> new EchoReply(reply.identifier(), reply.sequenceNumber(), Octets.empty()))
                .map(reply -> packet.withFragment(0, false, reply.encode()))
                .orElse(packet);
    }

    private static Octets takenForUdp(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(packet -> packet.protocol().number() > IpProtocol.UDP.number())
                .map(packet -> checksummed(datagram.with(Ipv4Field.PROTOCOL, IpProtocol.UDP.number()), 20))
                .orElse(datagram);
    }
}
