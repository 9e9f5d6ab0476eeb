package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.ip;
import static dev.plumbline.faults.Seams.onHost;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.ip.LocalAddresses;
import dev.plumbline.reference.ip.Recorder;
import dev.plumbline.reference.ip.RoutingTable;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks whose IP breaks one rule, as routers. */
final class RouterFaults {
    private static final int BEFORE_DATA = 3;
    private static final int WORD = 4;
    private static final int FLAG = 0xf;
    private static final int WITH_ADDRESSES = 1;

    private RouterFaults() {}

    static List<Fault> all() {
        return Stream.of(forwarding(), routes(), records())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> forwarding() {
        return List.of(
                fault(
                                "router-keeps-ttl",
                                "A packet is as young as before when it is handed on.",
                                onHost(RouterFaults::keepingTimeToLive))
                        .killedBy("RFC1812/TTL", "IP-5")
                        .saying("Time to Live", "64", "it was not counted down"),
                fault(
                                "shortest-prefix",
                                "Of several routes the one with the shortest prefix counts.",
                                ip(new ShortestPrefix()))
                        .killedBy("IP-5")
                        .saying("at peer"),
                fault(
                                "hands-on-the-dead",
                                "A packet is handed on although its time is over.",
                                datagramsIn(d -> List.of(changed(d, RouterFaults::revived))))
                        .killedBy("IP-5")
                        .saying("peer 2 received the packet"),
                fault(
                                "cuts-what-must-not",
                                "Don't Fragment is ignored.",
                                datagramsIn(d -> List.of(changed(d, p -> p.withDontFragment(false)))))
                        .killedBy("IP-5")
                        .saying("peer 2 received the packet"),
                fault(
                                "drops-what-just-fits",
                                "What fills the next link to the last octet, and must not be cut, is taken for too large.",
                                RouterFaults::countingOneShort)
                        .killedBy("IP-5")
                        .saying("the packet, at peer 2", "nothing"),
                fault(
                                "silent-router",
                                "Nobody is told that a packet's time was exceeded.",
                                withoutErrors(message -> message instanceof TimeExceeded))
                        .killedBy("IP-5")
                        .saying("the endpoint did not send what it must", "time exceeded in transit"),
                fault(
                                "no-way-no-word",
                                "Nobody is told that there is no way.",
                                withoutErrors(message -> message instanceof DestinationUnreachable u
                                        && u.code() == DestinationUnreachable.NETWORK))
                        .killedBy("IP-5")
                        .saying("the endpoint did not send what it must", "network unreachable"));
    }

    private static List<Fault> routes() {
        return List.of(fault(
                        "no-route-no-word",
                        "Nobody is told that a source route leads nowhere.",
                        withoutErrors(message -> message instanceof DestinationUnreachable u
                                && u.code() == DestinationUnreachable.SOURCE_ROUTE_FAILED))
                .killedBy("RFC1812/ROUTE-FAILED")
                .saying("the endpoint did not send what it must", "source route failed"));
    }

    private static List<Fault> records() {
        return List.of(
                fault(
                                "router-records-nothing",
                                "All options but source routes are handed on as they came.",
                                recording((option, recorded) -> option.data()))
                        .killedBy("RFC1812/RECORD-ROUTE", "RFC1812/TIMESTAMP")
                        .saying("it is not the packet that was to come"),
                fault(
                                "router-counts-no-overflow",
                                "Where a timestamp finds no room nothing happens.",
                                recording((option, recorded) ->
                                        recorded.u8(0) == option.data().u8(0) ? option.data() : recorded))
                        .killedBy("RFC1812/TIMESTAMP")
                        .saying("it is not the packet that was to come"),
                fault(
                                "router-pointer-stays",
                                "The router's address is entered, and the pointer stays where it was.",
                                recording((option, recorded) ->
                                        Octets.of(option.data().u8(0)).plus(recorded.from(1))))
                        .killedBy("RFC1812/RECORD-ROUTE")
                        .saying("it is not the packet that was to come"),
                fault(
                                "router-takes-part-for-full",
                                "An option without room for the whole of an entry is full.",
                                recorded((option, data) -> data.or(() -> Optional.of(option.data()))))
                        .killedBy("RFC1812/RECORD-ROUTE", "RFC1812/TIMESTAMP")
                        .saying("peer 2 received the packet"),
                fault(
                                "router-stamps-before-its-address",
                                "Where the router's address belongs before the time, it stands behind it.",
                                recording(RouterFaults::turnedRound))
                        .killedBy("RFC1812/TIMESTAMP")
                        .saying("it is not the packet that was to come"),
                fault(
                                "router-one-record-a-packet",
                                "Of two options that record the way the first is filled, the other one left as it is.",
                                recorder(OneRecord::new))
                        .killedBy("RFC1812/RECORD-ROUTE", "RFC1812/TIMESTAMP")
                        .saying("it is not the packet that was to come"));
    }

    private static Octets turnedRound(Ipv4Option option, Octets recorded) {
        int end = recorded.u8(0) - BEFORE_DATA;
        boolean isPair = recorded.u8(0) == option.data().u8(0) + 2 * WORD && (recorded.u8(1) & FLAG) == WITH_ADDRESSES;
        return isPair
                ? recorded.slice(0, end - 2 * WORD)
                        .plus(recorded.slice(end - WORD, end))
                        .plus(recorded.slice(end - 2 * WORD, end - WORD))
                        .plus(recorded.from(end))
                : recorded;
    }

    /** What becomes of an option's data, made of what came and of what should leave. */
    private static Function<Host, Stack> recording(BiFunction<Ipv4Option, Octets, Octets> change) {
        return recorded((option, data) -> data.map(recorded -> change.apply(option, recorded)));
    }

    /** The same, where nothing should leave, too. */
    private static Function<Host, Stack> recorded(BiFunction<Ipv4Option, Optional<Octets>, Optional<Octets>> change) {
        return recorder((addresses, clock) -> new Recorder(addresses, clock) {
            @Override
            protected Optional<Octets> data(Ipv4Option option, Ipv4Address own) {
                return change.apply(option, super.data(option, own));
            }
        });
    }

    private static Function<Host, Stack> recorder(BiFunction<LocalAddresses, Environment, Recorder> recorder) {
        return ip(new IpParts() {
            @Override
            public Recorder recorder(LocalAddresses addresses, Environment clock) {
                return recorder.apply(addresses, clock);
            }
        });
    }

    private static final class OneRecord extends Recorder {
        OneRecord(LocalAddresses addresses, Environment clock) {
            super(addresses, clock);
        }

        @Override
        public Optional<Ipv4Packet> recorded(Ipv4Packet packet, Ipv4Address own) {
            List<Ipv4Option> came = packet.options();
            return super.recorded(packet, own)
                    .map(leaves -> came.size() < 2
                            ? leaves
                            : leaves.withOptions(List.of(leaves.options().get(0), came.get(1))));
        }
    }

    private static Stack countingOneShort(Host host) {
        return new ChangedStack(ReferenceStack.on(host).boot()) {
            @Override
            public void receive(Link link, Octets datagram) {
                boolean fills = host.links().stream()
                        .filter(other -> !other.equals(link))
                        .anyMatch(other -> other.mtu() == datagram.length());
                boolean uncuttable = Ipv4Packet.decode(datagram)
                        .value()
                        .filter(Ipv4Packet::dontFragment)
                        .isPresent();
                if (!fills || !uncuttable) {
                    super.receive(link, datagram);
                }
            }
        };
    }

    private static Octets changed(Octets datagram, UnaryOperator<Ipv4Packet> change) {
        return IpFaults.changed(datagram, packet -> true, change);
    }

    private static Ipv4Packet revived(Ipv4Packet packet) {
        return packet.timeToLive() < 2 ? packet.withTimeToLive(2) : packet;
    }

    private static Host keepingTimeToLive(Host host) {
        return new ForwardingHost(host) {
            @Override
            public void transmit(Link link, Octets datagram) {
                boolean own = links().stream().anyMatch(l -> l.address().equals(new Ipv4Address(datagram.i32(12))));
                super.transmit(link, own ? datagram : changed(datagram, p -> p.withTimeToLive(p.timeToLive() + 1)));
            }
        };
    }

    static Function<Host, Stack> withoutErrors(Predicate<IcmpMessage> swallowed) {
        return Seams.datagramsOut(
                octets -> Packet.of(octets).icmp().filter(swallowed).isPresent() ? List.of() : List.of(octets));
    }

    private static final class ShortestPrefix extends IpParts {
        @Override
        public RoutingTable routingTable(Host host) {
            return new RoutingTable(host) {
                @Override
                public Optional<Link> linkTo(Ipv4Address destination) {
                    return host.routes().stream()
                            .filter(route -> route.destination().contains(destination))
                            .min(Comparator.comparingInt(
                                    route -> route.destination().length()))
                            .map(Route::link);
                }
            };
        }
    }
}
