package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.IpFaults.packetsOut;
import static dev.plumbline.faults.Seams.datagramsOut;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;

/** Stacks whose packets break a law of IP or ICMP. */
final class PacketFaults {
    private PacketFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "version-0",
                                "The version is left at zero.",
                                datagramsOut(d -> List.of(Headers.withIp(d, Ipv4Field.VERSION, 0))))
                        .killedBy("RFC791/HEADER", "UDP-3")
                        .saying("whose IP header is wrong"),
                fault("error-for-error", "It answers an ICMP error with one of its own.", PacketFaults::arguing)
                        .killedBy("RFC1122/ICMP-ABOUT", "IPL-1")
                        .saying("an ICMP error about a datagram that must not get one"),
                fault(
                                "quote-retouched",
                                "An ICMP error quotes another identification.",
                                packetsOut(PacketFaults::retouched))
                        .killedBy("RFC1122/ICMP-QUOTE", "PORT-1", "IP-5")
                        .saying("that does not quote any datagram it has received"));
    }

    private static Stack arguing(Host host) {
        return new ChangedStack(ReferenceStack.on(host).boot()) {
            @Override
            public void receive(Link link, Octets datagram) {
                super.receive(link, datagram);
                Ipv4Packet.decode(datagram)
                        .value()
                        .filter(packet ->
                                message(packet).filter(IcmpMessage::isError).isPresent())
                        .map(packet -> answer(packet, datagram))
                        .ifPresent(error -> host.transmit(link, error));
            }
        };
    }

    private static Octets answer(Ipv4Packet packet, Octets datagram) {
        IcmpMessage error = new DestinationUnreachable(DestinationUnreachable.PORT, 0, datagram);
        Ipv4Address own = packet.destination();
        Ipv4Address asker = packet.source();
        return Ipv4Packet.of(own, asker, IpProtocol.ICMP, error.encode()).encode();
    }

    private static Ipv4Packet retouched(Ipv4Packet packet) {
        return message(packet)
                .flatMap(PacketFaults::retouched)
                .map(error -> packet.withFragment(0, false, error.encode()))
                .orElse(packet);
    }

    private static Optional<IcmpMessage> retouched(IcmpMessage message) {
        if (message instanceof DestinationUnreachable m) {
            return Optional.of(new DestinationUnreachable(m.code(), m.nextHopMtu(), retouched(m.original())));
        }
        return message instanceof TimeExceeded m
                ? Optional.of(new TimeExceeded(m.code(), retouched(m.original())))
                : Optional.empty();
    }

    private static Octets retouched(Octets quote) {
        return quote.with(Ipv4Field.IDENTIFICATION, quote.get(Ipv4Field.IDENTIFICATION) ^ 1);
    }

    private static Optional<IcmpMessage> message(Ipv4Packet packet) {
        return packet.protocol().equals(IpProtocol.ICMP) && !packet.isFragment()
                ? IcmpMessage.decode(packet.payload()).value()
                : Optional.empty();
    }
}
