package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.ip;

import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.Fragmenter;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.ip.LocalAddresses;
import dev.plumbline.reference.ip.PartialDatagram;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that do what mutants of the reference did unseen: in what is cut, and at ports that were given up. */
final class GapFaults {
    private static final int LARGEST = 65_535;

    private GapFaults() {}

    static List<Fault> all() {
        return Stream.of(ofPortsAndAddresses(), ofPieces())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> ofPortsAndAddresses() {
        return List.of(
                fault("udp-port-kept", "A port that its application gives up stays its own.", around(PortKept::new))
                        .killedBy("RFC1122/PORT-UNREACHABLE", "RFC1122/ICMP-LATE")
                        .saying("an application received something, although none of them has the port"),
                fault(
                                "error-for-nobody",
                                "An ICMP error is told to whoever has the port it is about, and somebody always has.",
                                around(ErrorForNobody::new))
                        .killedBy("RFC1122/ICMP-LATE")
                        .saying("the stack threw java.util.NoSuchElementException: UDP port 8080"),
                fault(
                                "broadcast-of-two",
                                "Of the two addresses of a link one is taken for the broadcast.",
                                ip(new BroadcastOfTwo()))
                        .killedBy("RFC3021/LINK-OF-TWO")
                        .saying("the stack refused a call of its application: INVALID_DESTINATION"),
                fault(
                                "ping-taken-for-error",
                                "No error is sent about anything that is ICMP.",
                                RouterFaults.withoutErrors(message -> message instanceof DestinationUnreachable u
                                        && u.original().u8(9) == IpProtocol.ICMP.number()))
                        .killedBy("IP-5")
                        .saying("the endpoint did not send what it must", "network unreachable"));
    }

    private static List<Fault> ofPieces() {
        return List.of(
                fault(
                                "options-in-the-first-only",
                                "Of what is cut, only the first piece has options.",
                                ip(cutting(pieces -> withOptions(pieces, List.of()))))
                        .killedBy("RFC791/COPIED-OPTIONS")
                        .saying("and others with [type 158", "[] at octet"),
                fault(
                                "options-in-every-piece",
                                "Of what is cut, each piece has all the options.",
                                ip(cutting(pieces ->
                                        withOptions(pieces, pieces.get(0).options()))))
                        .killedBy("RFC791/COPIED-OPTIONS")
                        .saying("and others with [], whose copied flag is set"),
                fault(
                                "empty-last-piece",
                                "What fills its last piece exactly has an empty one behind it.",
                                ip(cutting(GapFaults::withEmptyPiece)))
                        .killedBy("RFC791/FRAGMENTS")
                        .saying("lies behind the one without More Fragments"),
                fault(
                                "header-not-counted",
                                "Whether pieces are too long together is asked of their data only.",
                                ip(ReassemblyFaults.partials(HeaderNotCounted::new)))
                        .killedBy("RFC791/LARGEST")
                        .saying("the stack threw"),
                fault(
                                "pushed-out-and-kept",
                                "When there are too many datagrams in pieces, the time of the first is stopped, and it stays.",
                                ip(ReassemblyFaults.reassembling(PushedOutAndKept::new)))
                        .killedBy("RFC1122/REASSEMBLY-ROOM")
                        .saying("the application received the datagram, although the endpoint had given it up"));
    }

    private static IpParts cutting(UnaryOperator<List<Ipv4Packet>> change) {
        return new IpParts() {
            @Override
            public Fragmenter fragmenter() {
                return new Fragmenter() {
                    @Override
                    public List<Ipv4Packet> fragment(Ipv4Packet packet, int mtu) {
                        List<Ipv4Packet> pieces = super.fragment(packet, mtu);
                        return pieces.size() == 1 ? pieces : change.apply(pieces);
                    }
                };
            }
        };
    }

    private static List<Ipv4Packet> withOptions(List<Ipv4Packet> pieces, List<Ipv4Option> options) {
        return pieces.stream()
                .map(piece -> piece.fragmentOffset() == 0 ? piece : piece.withOptions(options))
                .toList();
    }

    private static List<Ipv4Packet> withEmptyPiece(List<Ipv4Packet> pieces) {
        Ipv4Packet last = pieces.get(pieces.size() - 1);
        List<Ipv4Packet> all = new ArrayList<>(pieces);
        if (last.payload().length() == pieces.get(0).payload().length()) {
            int end = last.fragmentOffset() + last.payload().length();
            all.add(last.withFragment(end, last.moreFragments(), Octets.empty()));
        }
        return all;
    }

    /** So that whoever has it is no host, and can have sent nothing. */
    private static final class BroadcastOfTwo extends IpParts {
        @Override
        public LocalAddresses localAddresses(List<Link> links, List<Ipv4Address> more) {
            return new LocalAddresses(links, more) {
                @Override
                public boolean isHost(Ipv4Address address) {
                    return super.isHost(address) && links.stream().noneMatch(link -> isLastOfTwo(link, address));
                }
            };
        }

        private static boolean isLastOfTwo(Link link, Ipv4Address address) {
            return link.prefixLength() == 31
                    && address.bits() == (link.address().bits() | 1);
        }
    }

    private static final class PortKept extends ChangedStack {
        PortKept(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            return new ChangedUdpSocket(super.openUdp(port, handler)) {
                @Override
                public void close() {
                    // Nothing comes of it.
                }
            };
        }
    }

    private static final class ErrorForNobody extends ChangedStack {
        private final Set<Port> open = new HashSet<>();

        ErrorForNobody(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            UdpSocket socket = super.openUdp(port, handler);
            open.add(socket.local().port());
            return new ChangedUdpSocket(socket) {
                @Override
                public void close() {
                    open.remove(local().port());
                    super.close();
                }
            };
        }

        @Override
        public void receive(Link link, Octets datagram) {
            Packet.of(datagram)
                    .icmp()
                    .filter(DestinationUnreachable.class::isInstance)
                    .map(message -> ((DestinationUnreachable) message).original())
                    .filter(quote -> quote.u8(9) == IpProtocol.UDP.number())
                    .map(quote -> new Port(quote.u16(Headers.ipHeader(quote))))
                    .filter(port -> !open.contains(port))
                    .ifPresent(port -> {
                        throw new NoSuchElementException("UDP port " + port);
                    });
            super.receive(link, datagram);
        }
    }

    private static final class PushedOutAndKept extends Reassembly {
        private static final int MANY = 64;

        private final Set<Object> seen = new LinkedHashSet<>();
        private final ReassemblyFaults.KeptForever kept;

        PushedOutAndKept(Environment clock, Consumer<Datagram> timedOut) {
            super(clock, timedOut);
            this.kept = new ReassemblyFaults.KeptForever(clock, first -> {});
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            seen.add(key(fragment.packet()));
            boolean first = seen.iterator().next().equals(key(fragment.packet()));
            Optional<Datagram> whole = super.accept(fragment);
            Optional<Datagram> late = first ? kept.accept(fragment) : Optional.empty();
            return seen.size() > MANY ? late : whole;
        }
    }

    private static final class HeaderNotCounted extends PartialDatagram {
        private int header;
        private int end;

        @Override
        protected void add(Datagram fragment) {
            Ipv4Packet packet = fragment.packet();
            header = packet.fragmentOffset() == 0 ? packet.headerLength() : header;
            end = packet.fragmentOffset() + packet.payload().length();
            super.add(fragment);
        }

        @Override
        protected Optional<Datagram> whole() {
            if (header + end > LARGEST) {
                throw new ArrayIndexOutOfBoundsException("index 65535 of a buffer of 65535 octets");
            }
            return super.whole();
        }
    }
}
