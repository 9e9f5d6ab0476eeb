package dev.plumbline.testbed;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who talks to whom, and from which sequence numbers a reader shall count (RFC 9293 section 3.4). */
final class Flows {
    /** One direction of a TCP connection. */
    record Flow(SocketAddress from, SocketAddress to) {
        static Flow of(Ipv4Packet packet, TcpSegment segment) {
            return new Flow(
                    new SocketAddress(packet.source(), segment.sourcePort()),
                    new SocketAddress(packet.finalDestination(), segment.destinationPort()));
        }

        Flow reverse() {
            return new Flow(to, from);
        }
    }

    /** Where a direction's count begins, and whether a SYN said so. */
    private record Base(int flow, SeqNumber number, boolean fromSyn) {}

    private final Map<Flow, Base> bases = new LinkedHashMap<>();
    private final Set<Ipv4Address> own = new HashSet<>();
    private @Nullable Ipv4Address endpoint;
    private @Nullable Ipv4Address peer;
    private int count;

    void learnAddresses(Ipv4Packet packet, boolean outbound) {
        own.add(outbound ? packet.source() : packet.finalDestination());
        if (endpoint == null || peer == null) {
            endpoint = outbound ? packet.source() : packet.finalDestination();
            peer = outbound ? packet.finalDestination() : packet.source();
        }
    }

    void learnNumbers(Ipv4Packet packet) {
        if (packet.protocol().equals(IpProtocol.TCP) && !packet.isFragment()) {
            TcpSegment.decode(packet.payload(), packet.source(), packet.finalDestination())
                    .value()
                    .ifPresent(segment -> learn(Flow.of(packet, segment), segment));
        }
    }

    /** Whether the datagram's source is an address that the endpoint is known to have. */
    boolean isFromEndpoint(Octets datagram) {
        return datagram.length() >= Ipv4Packet.MIN_HEADER && own.contains(new Ipv4Address(datagram.i32(12)));
    }

    /** Whether the addresses are those of the first datagram. */
    boolean isUsual(Ipv4Packet packet) {
        boolean out =
                packet.source().equals(endpoint) && packet.finalDestination().equals(peer);
        boolean in = packet.source().equals(peer) && packet.finalDestination().equals(endpoint);
        return out || in;
    }

    /** {@code number} counted from the beginning of its direction; negative before it. */
    int relative(Flow flow, SeqNumber number) {
        Base base = bases.get(flow);
        return base == null ? number.bits() : number.minus(base.number());
    }

    /** Which connection it is, counted from 1. */
    int number(Flow flow) {
        Base base = bases.get(flow);
        return base == null ? 0 : base.flow();
    }

    String header() {
        StringBuilder lines = new StringBuilder();
        if (endpoint != null && peer != null) {
            lines.append("# addresses, unless given: ")
                    .append(endpoint)
                    .append(" and ")
                    .append(peer)
                    .append('\n');
        }
        bases.forEach((flow, base) -> lines.append("# flow ")
                .append(base.flow())
                .append(": tcp ")
                .append(flow.from())
                .append(" > ")
                .append(flow.to())
                .append(base.fromSyn() ? ", isn " : ", counted from ")
                .append(base.number())
                .append('\n'));
        return lines.toString();
    }

    private void learn(Flow flow, TcpSegment segment) {
        note(flow, segment.seq(), segment.has(TcpFlag.SYN));
        if (segment.has(TcpFlag.ACK)) {
            note(flow.reverse(), segment.ack(), false);
        }
    }

    private void note(Flow flow, SeqNumber number, boolean syn) {
        Base known = bases.get(flow);
        if (known == null) {
            int connection = bases.containsKey(flow.reverse()) ? number(flow.reverse()) : ++count;
            bases.put(flow, new Base(connection, number, syn));
        } else if (syn && !known.fromSyn()) {
            bases.put(flow, new Base(known.flow(), number, true));
        }
    }
}
