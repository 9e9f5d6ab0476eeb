package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Headers.withIp;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.ip.LocalAddresses;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that take what a host drops by its IP header; most of them only where TCP has a checksum of its own (RFC 1122 section 3.2.1). */
final class DroppingFaults {
    private static final String ANSWERED = "where there must be none";
    private static final int LEAST_WORDS = 5;

    private DroppingFaults() {}

    static List<Fault> all() {
        return Stream.of(fields(), addresses()).flatMap(List::stream).toList();
    }

    private static List<Fault> fields() {
        return List.of(
                fault(
                                "any-version",
                                "The IP version of a segment is not looked at.",
                                segmentsIn(d -> withIp(d, Ipv4Field.VERSION, 4)))
                        .killedBy("RFC1122/IP-VERSION")
                        .saying(ANSWERED, "nothing"),
                fault(
                                "ip-checksum-left-to-tcp",
                                "The IP header checksum of a segment is not verified: TCP has one of its own.",
                                segmentsIn(Headers::checksummed))
                        .killedBy("RFC1122/IP-CHECKSUM")
                        .saying(ANSWERED, "nothing"),
                fault(
                                "any-header-length",
                                "A header length that cannot be is taken for that of a header without options.",
                                datagramsIn(
                                        d -> List.of(isHeaderPossible(d) ? d : withIp(d, Ipv4Field.IHL, LEAST_WORDS))))
                        .killedBy("RFC791/LENGTHS")
                        .saying("nothing"),
                fault(
                                "any-total-length",
                                "The total length is not looked at: what is there is the packet.",
                                datagramsIn(d -> List.of(withIp(d, Ipv4Field.TOTAL_LENGTH, d.length()))))
                        .killedBy("RFC791/LENGTHS")
                        .saying("nothing"));
    }

    private static List<Fault> addresses() {
        return List.of(
                fault(
                                "old-packets-dropped",
                                "A packet whose Time to Live has come to an end is dropped at its destination, too.",
                                IpFaults.datagramsInIf(packet -> packet.timeToLive() > 1))
                        .killedBy("RFC1122/TTL-ARRIVING")
                        .saying("nothing"),
                fault("open-to-many", "A SYN is sent wherever the application says.", around(OpensToMany::new))
                        .killedBy("RFC9293/MUST-46")
                        .saying("did what it was asked", "no error"),
                fault(
                                "segments-for-all",
                                "A segment is taken whatever its IP destination is.",
                                takenAsOwn(destination -> destination.isUnicast()))
                        .killedBy("RFC1122/DESTINATION")
                        .saying(ANSWERED, "nothing"),
                fault(
                                "segments-for-many",
                                "A SYN to a broadcast or multicast address is answered.",
                                takenAsOwn(destination -> !destination.isUnicast()))
                        .killedBy("RFC9293/MUST-57")
                        .saying(ANSWERED, "nothing"),
                fault("any-source", "The source address of a packet is not looked at.", ip(hosts(address -> true)))
                        .killedBy("RFC1122/SOURCE-ADDRESS")
                        .saying("received what had to be dropped", "an address that no host may have"),
                fault(
                                "syn-from-broadcast",
                                "The broadcast address of the own network is taken for a host's.",
                                host -> ip(hosts(broadcastOf(host)::equals)).apply(host))
                        .killedBy("RFC9293/MUST-63")
                        .saying("SYN+ACK, " + ANSWERED),
                fault("deaf-to-broadcasts", "Only what has the own address is taken.", ip(new IpParts() {
                            @Override
                            public LocalAddresses localAddresses(List<Link> links, List<Ipv4Address> more) {
                                return new LocalAddresses(links, more) {
                                    @Override
                                    public boolean isForUs(Ipv4Address destination) {
                                        return isOwn(destination);
                                    }
                                };
                            }
                        }))
                        .killedBy("RFC1122/BROADCAST")
                        .saying("the application receives exactly these datagrams", "nothing"));
    }

    /** TCP segments are changed as they arrive, however wrong their IP header is. */
    private static Function<Host, Stack> segmentsIn(UnaryOperator<Octets> change) {
        return datagramsIn(d -> List.of(isSegment(d) ? change.apply(d) : d));
    }

    /** Segments to other destinations are taken for segments to this host. */
    private static Function<Host, Stack> takenAsOwn(Predicate<Ipv4Address> others) {
        return host -> segmentsIn(d -> Ipv4Packet.decode(d)
                        .value()
                        .filter(packet -> others.test(packet.destination()))
                        .map(packet -> readdressed(packet, host.address()))
                        .orElse(d))
                .apply(host);
    }

    private static Octets readdressed(Ipv4Packet packet, Ipv4Address own) {
        Octets segment = Headers.checksummedTcp(packet.payload(), packet.source(), own);
        return Ipv4Packet.of(packet.source(), own, packet.protocol(), segment).encode();
    }

    private static boolean isSegment(Octets d) {
        return d.length() >= Ipv4Packet.MIN_HEADER && d.get(Ipv4Field.PROTOCOL) == IpProtocol.TCP.number();
    }

    private static boolean isHeaderPossible(Octets d) {
        long words = d.get(Ipv4Field.IHL);
        return words >= LEAST_WORDS && words * 4 <= d.length();
    }

    /** To whom it is sent does not matter to the fault: the call was not refused. */
    private static final class OpensToMany extends ChangedStack {
        OpensToMany(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            SocketAddress somebody = remote.address().isUnicast()
                    ? remote
                    : new SocketAddress(Ipv4Address.parse("203.0.113.1"), remote.port());
            return super.connect(local, somebody, handler);
        }
    }

    private static Ipv4Address broadcastOf(Host host) {
        return new Ipv4Prefix(host.address(), host.link().prefixLength()).broadcast();
    }

    private static IpParts hosts(Predicate<Ipv4Address> more) {
        return new IpParts() {
            @Override
            public LocalAddresses localAddresses(List<Link> links, List<Ipv4Address> others) {
                return new LocalAddresses(links, others) {
                    @Override
                    public boolean isHost(Ipv4Address address) {
                        return super.isHost(address) || more.test(address);
                    }
                };
            }
        };
    }
}
