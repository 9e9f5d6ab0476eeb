package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.List;

/** A host as another one has it; to be extended by one that differs in some respect, and need only say in which. */
public class ForwardingHost extends ForwardingEnvironment implements Host {
    private final Host host;

    /** Does what {@code host} does. */
    protected ForwardingHost(Host host) {
        super(host);
        this.host = host;
    }

    @Override
    public List<Link> links() {
        return host.links();
    }

    @Override
    public List<Route> routes() {
        return host.routes();
    }

    @Override
    public List<Ipv4Address> moreAddresses() {
        return host.moreAddresses();
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return host.nameServers();
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        host.transmit(link, datagram);
    }
}
