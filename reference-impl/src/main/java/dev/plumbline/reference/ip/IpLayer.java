package dev.plumbline.reference.ip;

import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.ForwardingEnvironment;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.IpHost;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A host's IP with ICMP (RFC 1122 sections 3.2.1 and 3.2.2); a router's, if the host has more than one link (RFC 1812
 * section 5).
 */
public final class IpLayer extends ForwardingEnvironment implements IpHost {
    private final Host host;
    private final Reassembler reassembler;
    private final LocalAddresses addresses;
    private final Forwarder forwarder;
    private final IpOutput output;
    private final IcmpErrors errors;
    private final Map<IpProtocol, UpperLayer> uppers = new HashMap<>();

    /** An IP that carries ICMP; other protocols are added with {@link #carry}. */
    public IpLayer(Host host, IpParts parts) {
        super(host);
        this.host = host;
        addresses = parts.localAddresses(host.links(), host.moreAddresses());
        RoutingTable routes = parts.routingTable(host);
        output = new IpOutput(host, addresses, routes, parts.fragmenter(), this::receiveOwn);
        errors = new IcmpErrors(addresses, output);
        reassembler = parts.reassembler(host, errors::reassemblyTimeExceeded);
        forwarder = new Forwarder(addresses, routes, output, errors, parts.recorder(addresses, host));
        uppers.put(IpProtocol.ICMP, new IcmpLayer(addresses, output, uppers));
    }

    /** From now on, {@code upper} gets the datagrams of {@code protocol}. */
    public void carry(IpProtocol protocol, UpperLayer upper) {
        uppers.put(protocol, upper);
    }

    /** How the upper layers report what they cannot deliver. */
    public IcmpErrors errors() {
        return errors;
    }

    /** Whether the address can be that of one host: not a broadcast, a group, a loopback address or zero. */
    public boolean isHost(Ipv4Address address) {
        return addresses.isHost(address);
    }

    /** A datagram came off a wire. What is malformed, or cannot have been sent, is dropped (RFC 1122 section 3.2.1). */
    @Keeps({"NET-1", "RFC1122/SOURCE-ADDRESS"})
    public void receive(Octets octets) {
        Ipv4Packet.decode(octets).value().ifPresent(packet -> {
            Ipv4Address source = packet.source();
            // Nobody else may use this host's own address: to answer would be to talk to oneself for ever.
            if (addresses.isHost(source) && !addresses.isOwn(source)) {
                accept(new Datagram(packet, octets, addresses.isHost(packet.destination())));
            }
        });
    }

    private void receiveOwn(Octets octets) {
        Ipv4Packet packet = Ipv4Packet.decode(octets).orElseThrow();
        deliver(new Datagram(packet, octets, true));
    }

    @Keeps({"RFC1122/DESTINATION", "RFC1122/TTL-ARRIVING", "RFC1122/ROUTE-END", "RFC9293/MAY-10", "RFC9293/MAY-11"})
    private void accept(Datagram datagram) {
        Ipv4Packet packet = datagram.packet();
        if (!addresses.isForUs(packet.destination())) {
            if (host.links().size() > 1) {
                forwarder.forward(datagram);
            }
        } else if (SourceRoute.goesOn(packet.options())) {
            sourceRouteGoesOn(datagram);
        } else if (packet.isFragment()) {
            reassembler.accept(datagram).ifPresent(this::deliver);
        } else {
            deliver(datagram);
        }
    }

    /** A host need not go on with it (RFC 1122 section 3.3.5); each piece of a datagram says so by itself. */
    @Keeps("RFC1122/ROUTE-FAILED")
    private void sourceRouteGoesOn(Datagram datagram) {
        if (host.links().size() > 1) {
            forwarder.forwardByRoute(datagram);
        } else {
            errors.unreachable(datagram, DestinationUnreachable.SOURCE_ROUTE_FAILED, 0);
        }
    }

    @Keeps({"IPL-4", "LAY-3", "RFC1122/PROTOCOL-UNREACHABLE", "RFC9293/MAY-4"})
    private void deliver(Datagram datagram) {
        UpperLayer upper = uppers.get(datagram.packet().protocol());
        if (upper == null) {
            errors.unreachable(datagram, DestinationUnreachable.PROTOCOL, 0);
        } else {
            upper.receive(datagram);
        }
    }

    @Keeps("IP-1")
    @Override
    public Ipv4Address address() {
        return host.address();
    }

    @Override
    public List<Ipv4Address> addresses() {
        return addresses.own();
    }

    /** That of the link that leads there (RFC 1122 section 3.3.4.3). */
    @Keeps("RFC1122/SOURCE")
    @Override
    public Ipv4Address addressFor(Ipv4Address destination) {
        return output.addressFor(destination);
    }

    @Override
    public int mtu() {
        return host.link().mtu();
    }

    @Keeps("LAY-2")
    @Override
    public void transmit(IpProtocol protocol, Ipv4Address destination, Octets payload) {
        transmit(protocol, destination, IpMarks.USUAL, payload);
    }

    @Override
    public void transmit(IpProtocol protocol, Ipv4Address destination, IpMarks marks, Octets payload) {
        transmit(protocol, address(), destination, marks, payload);
    }

    @Override
    public void transmit(
            IpProtocol protocol, Ipv4Address source, Ipv4Address destination, IpMarks marks, Octets payload) {
        output.send(source, destination, protocol, marks, payload);
    }
}
