package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.Reassembler;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other ways to be short of places, and to give out ports. */
final class PlaceFreedoms {
    private PlaceFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "ports-by-hash",
                        "Ports for clients follow each other, but begin elsewhere for each destination (RFC 6056 section 3.3.3).",
                        around(ByHash::new)),
                freedom(
                                "ports-counted",
                                "Ports for clients are counted: to obscure them is only a SHOULD (RFC 6056 section 3.3).",
                                around(PlaceFaults.InARow::new))
                        .omitting("RFC6056/3.3-OBSCURE"),
                freedom(
                        "takes-whole-eights",
                        "Of a piece that ends between two eights it takes the whole eights (RFC 791 section 3.2 says nothing).",
                        datagramsIn(octets -> List.of(wholeEights(octets)))),
                freedom(
                        "64-incomplete",
                        "While 64 datagrams wait for pieces it begins no other one (RFC 1122 section 3.3.2 has them end in time).",
                        ip(ReassemblyFaults.reassembling(
                                (clock, timedOut) -> new NoneBegun(clock, new Reassembly(clock, timedOut))))),
                freedom(
                        "last-address",
                        "Whoever names no local address gets the last of the host's (RFC 1122 section 3.3.4.3 gives advice only).",
                        AddressFaults.LastAddress::new),
                freedom(
                        "backlog-of-64",
                        "While 64 handshakes are under way it drops SYNs (RFC 4987 section 2.2).",
                        Backlog::new));
    }

    private static Octets wholeEights(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(Ipv4Packet::moreFragments)
                .map(piece -> piece.withFragment(
                                piece.fragmentOffset(),
                                true,
                                piece.payload().slice(0, piece.payload().length() / 8 * 8))
                        .encode())
                .orElse(datagram);
    }

    private static final class ByHash extends ChangedStack {
        private int next;

        ByHash(Stack stack) {
            super(stack);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            int start = Math.floorMod(remote.port().number() * 0x9e3779b1, 16_000);
            Port port = local.equals(Port.ANY) ? new Port(49_152 + (start + next++) % 16_000) : local;
            return super.connect(port, remote, handler);
        }
    }

    private static final class NoneBegun implements Reassembler {
        private static final int PLACES = 64;

        private final Environment clock;
        private final Reassembler right;
        private final Map<Object, Duration> since = new HashMap<>();

        NoneBegun(Environment clock, Reassembler right) {
            this.clock = clock;
            this.right = right;
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            Ipv4Packet packet = fragment.packet();
            Object key = List.of(packet.source(), packet.destination(), packet.protocol(), packet.identification());
            since.values().removeIf(begun -> clock.now().minus(begun).compareTo(Duration.ofSeconds(60)) >= 0);
            if (since.size() >= PLACES && !since.containsKey(key)) {
                return Optional.empty();
            }
            since.putIfAbsent(key, clock.now());
            Optional<Datagram> whole = right.accept(fragment);
            whole.ifPresent(made -> since.remove(key));
            return whole;
        }
    }

    private static final class Backlog extends ChangedStack {
        private static final int PLACES = 64;

        private final Host host;
        private final Map<Object, Duration> halfOpen = new HashMap<>();

        Backlog(Host host) {
            super(ReferenceStack.on(host).boot());
            this.host = host;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            Optional<Ipv4Packet> packet = Ipv4Packet.decode(datagram)
                    .value()
                    .filter(p -> p.protocol().equals(IpProtocol.TCP) && !p.isFragment());
            Optional<TcpSegment> segment = packet.flatMap(p ->
                    TcpSegment.decode(p.payload(), p.source(), p.destination()).value());
            if (segment.isEmpty() || hasRoomFor(packet.get(), segment.get())) {
                super.receive(link, datagram);
            }
        }

        private boolean hasRoomFor(Ipv4Packet packet, TcpSegment segment) {
            Object client = List.of(packet.source(), segment.sourcePort(), segment.destinationPort());
            halfOpen.values().removeIf(begun -> host.now().minus(begun).compareTo(Duration.ofSeconds(75)) >= 0);
            if (!segment.has(TcpFlag.SYN) || segment.has(TcpFlag.ACK)) {
                halfOpen.remove(client);
                return true;
            }
            boolean room = halfOpen.size() < PLACES || halfOpen.containsKey(client);
            if (room) {
                halfOpen.putIfAbsent(client, host.now());
            }
            return room;
        }
    }
}
