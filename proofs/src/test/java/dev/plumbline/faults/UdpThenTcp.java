package dev.plumbline.faults;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.Timer;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A stack that asks a server over TCP if it is silent over UDP (RFC 7766 section 5). The reference asks over TCP when a reply is cut
 * short; so its resolver gets such a reply, without a record in it, that never was on the wire.
 */
final class UdpThenTcp extends ChangedStack {
    private static final Port DNS = new Port(53);

    /** A little less than the reference's resolver waits before it asks again over UDP. */
    private static final Duration PATIENCE = Duration.ofMillis(1900);

    private final Silences silences;

    private UdpThenTcp(Stack stack, Silences silences) {
        super(stack);
        this.silences = silences;
    }

    static Stack boot(Host host) {
        Silences silences = new Silences(host);
        UdpThenTcp stack = new UdpThenTcp(ReferenceStack.on(silences).boot(), silences);
        silences.listener = stack::silent;
        return stack;
    }

    private void silent(Link link, Octets reply) {
        super.receive(link, reply);
    }

    @Override
    public void receive(Link link, Octets datagram) {
        message(datagram).filter(m -> m.header().response()).ifPresent(silences::replied);
        super.receive(link, datagram);
    }

    private static Optional<UdpDatagram> udp(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(packet -> packet.protocol().equals(IpProtocol.UDP) && !packet.isFragment())
                .flatMap(packet -> UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                        .value());
    }

    private static Optional<DnsMessage> message(Octets datagram) {
        return udp(datagram)
                .filter(udp ->
                        udp.destinationPort().equals(DNS) || udp.sourcePort().equals(DNS))
                .flatMap(udp -> DnsMessage.decode(udp.payload()).value());
    }

    /** What is told of a silence: a reply that a server could have sent. */
    private interface Listener {
        void silent(Link link, Octets reply);
    }

    /** Queries without a reply, by their IDs. */
    private static final class Silences extends ForwardingHost {
        private final Map<Integer, Timer> waiting = new HashMap<>();
        private Listener listener = (link, reply) -> {};

        Silences(Host host) {
            super(host);
        }

        @Override
        public void transmit(Link link, Octets datagram) {
            super.transmit(link, datagram);
            message(datagram)
                    .filter(message -> !message.header().response())
                    .ifPresent(query -> wait(link, datagram, query));
        }

        private void wait(Link link, Octets datagram, DnsMessage query) {
            replied(query);
            Octets reply = cutShort(datagram, query);
            waiting.put(query.header().id(), after(PATIENCE, () -> listener.silent(link, reply)));
        }

        void replied(DnsMessage message) {
            Timer timer = waiting.remove(message.header().id());
            if (timer != null) {
                timer.cancel();
            }
        }

        private static Octets cutShort(Octets datagram, DnsMessage query) {
            Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
            UdpDatagram udp = udp(datagram).orElseThrow();
            Ipv4Address server = packet.destination();
            Ipv4Address resolver = packet.source();
            Octets reply = query.reply().truncated(true).build().encode();
            Octets payload = new UdpDatagram(DNS, udp.sourcePort(), reply).encode(server, resolver);
            return Ipv4Packet.of(server, resolver, IpProtocol.UDP, payload).encode();
        }
    }
}
