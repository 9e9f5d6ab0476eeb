package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.CongestionNotification;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timestamping;
import dev.plumbline.reference.tcp.WindowScaling;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stacks that can do less than the reference and claim no more: whoever claims little is judged by that, and by nothing else. */
final class ModestFreedoms {
    /** What two ends of a connection may agree upon by options and flags. */
    private static final Set<Capability> EXTENSIONS =
            Set.of(Capability.TCP_WINDOW_SCALE, Capability.TCP_TIMESTAMPS, Capability.TCP_SACK, Capability.TCP_ECN);

    /** What an application may ask for beside TCP and UDP as they are. */
    private static final Set<Capability> CALLS = Set.of(
            Capability.UDP_ERROR_REPORTS,
            Capability.UDP_LOCAL_ADDRESS,
            Capability.TCP_NO_DELAY,
            Capability.TCP_KEEP_ALIVE,
            Capability.TCP_USER_TIMEOUT,
            Capability.TCP_ERROR_REPORTS,
            Capability.TCP_DIFFSERV,
            Capability.TCP_TIME_TO_LIVE,
            Capability.TCP_URGENT,
            Capability.TCP_HALF_DUPLEX_CLOSE,
            Capability.TCP_LOCAL_ADDRESS,
            Capability.INSPECT);

    private ModestFreedoms() {}

    static List<Freedom> all() {
        return Stream.concat(fewer().stream(), CALLS.stream().sorted().map(ModestFreedoms::without))
                .toList();
    }

    private static Freedom without(Capability call) {
        return freedom(
                        "no-" + call.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "It has no " + call + ", and does not claim it.",
                        host -> new Refusing(ReferenceStack.on(host).boot(), Set.of(call)))
                .lacking(call);
    }

    private static List<Freedom> fewer() {
        return List.of(
                freedom(
                                "no-window-scale",
                                "It knows nothing of scaled windows (RFC 7323 section 2).",
                                tcp(new Lesser(Set.of(Capability.TCP_WINDOW_SCALE))))
                        .lacking(Capability.TCP_WINDOW_SCALE),
                freedom(
                                "no-timestamps",
                                "It knows nothing of timestamps (RFC 7323 section 3).",
                                tcp(new Lesser(Set.of(Capability.TCP_TIMESTAMPS))))
                        .lacking(Capability.TCP_TIMESTAMPS),
                freedom(
                                "no-ecn",
                                "It knows nothing of congestion notification (RFC 3168 section 6.1).",
                                tcp(new Lesser(Set.of(Capability.TCP_ECN))))
                        .lacking(Capability.TCP_ECN)
                        .omitting("RFC9293/SHLD-8"),
                freedom(
                                "no-more-than-asked",
                                "It has what the calls of a first course need, and no options but the segment size (RFC 9293 section"
                                        + " 3.9.1).",
                                host -> bare(host, protocol -> true))
                        .claiming(
                                Capability.IPV4,
                                Capability.ICMP,
                                Capability.UDP,
                                Capability.TCP,
                                Capability.DNS_STUB,
                                Capability.DNS_AUTHORITATIVE)
                        .omitting("RFC9293/SHLD-8"),
                freedom(
                                "tcp-and-udp-alone",
                                "It says nothing by ICMP, and hears nothing by it.",
                                host -> bare(host, protocol -> !protocol.equals(IpProtocol.ICMP)))
                        .claiming(Capability.IPV4, Capability.UDP, Capability.TCP)
                        .omitting("RFC9293/SHLD-8"),
                freedom(
                                "tcp-alone",
                                "Of what IP carries it knows TCP, and nothing else.",
                                host -> bare(host, IpProtocol.TCP::equals))
                        .claiming(Capability.IPV4, Capability.TCP)
                        .omitting("RFC9293/SHLD-8"),
                freedom(
                                "udp-alone",
                                "Of what IP carries it knows UDP, and nothing else.",
                                host -> bare(host, IpProtocol.UDP::equals))
                        .claiming(Capability.IPV4, Capability.UDP));
    }

    private static Stack bare(Host host, Predicate<IpProtocol> known) {
        Host quiet = new ForwardingHost(host) {
            @Override
            public void transmit(Link link, Octets datagram) {
                if (known.test(protocol(datagram))) {
                    super.transmit(link, datagram);
                }
            }
        };
        return new Bare(ReferenceStack.on(quiet).tcp(new Lesser(EXTENSIONS)).boot(), known);
    }

    private static IpProtocol protocol(Octets datagram) {
        return new IpProtocol((int) datagram.get(Ipv4Field.PROTOCOL));
    }

    /** Offers none of these extensions. */
    private static final class Lesser extends TcpParts {
        private final Set<Capability> missing;

        Lesser(Set<Capability> missing) {
            this.missing = missing;
        }

        @Override
        public WindowScaling windowScaling() {
            return missing.contains(Capability.TCP_WINDOW_SCALE) ? new Unscaled() : super.windowScaling();
        }

        @Override
        public Timestamping timestamping(int offset) {
            return missing.contains(Capability.TCP_TIMESTAMPS) ? new Unstamped(offset) : super.timestamping(offset);
        }

        @Override
        public CongestionNotification congestionNotification(CongestionWindow window) {
            return missing.contains(Capability.TCP_ECN)
                    ? new DeafToMarks(window)
                    : super.congestionNotification(window);
        }

        @Override
        public boolean permitsSack() {
            return !missing.contains(Capability.TCP_SACK) && super.permitsSack();
        }
    }

    private static final class Unscaled extends WindowScaling {
        @Override
        protected Optional<Integer> offer() {
            return Optional.empty();
        }
    }

    private static final class Unstamped extends Timestamping {
        Unstamped(int offset) {
            super(offset);
        }

        @Override
        protected boolean offers() {
            return false;
        }
    }

    private static final class DeafToMarks extends CongestionNotification {
        DeafToMarks(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isWanted() {
            return false;
        }
    }

    /** Knows some of what IP carries only, and refuses all that the SPI has a refusal for. */
    private static final class Bare extends Refusing {
        private final Predicate<IpProtocol> known;

        Bare(Stack stack, Predicate<IpProtocol> known) {
            super(stack, CALLS);
            this.known = known;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            if (!datagram.has(Ipv4Field.PROTOCOL) || known.test(protocol(datagram))) {
                super.receive(link, datagram);
            }
        }
    }
}
