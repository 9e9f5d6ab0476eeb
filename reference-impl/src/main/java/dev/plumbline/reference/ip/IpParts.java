package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import java.util.List;
import java.util.function.Consumer;

/**
 * The parts that an {@link IpLayer} is made of (RFC 1122 section 3.3). Whoever wants one of them otherwise, above all a suite that
 * needs stacks with one fault each, overrides the method that makes it.
 */
public class IpParts {
    /** What knows which addresses are the host's own. */
    public LocalAddresses localAddresses(List<Link> links, List<Ipv4Address> more) {
        return new LocalAddresses(links, more);
    }

    /** What finds the link to a destination. */
    public RoutingTable routingTable(Host host) {
        return new RoutingTable(host);
    }

    /** What a router leaves in options. */
    public Recorder recorder(LocalAddresses addresses, Environment clock) {
        return new Recorder(addresses, clock);
    }

    /** What cuts datagrams. */
    public Fragmenter fragmenter() {
        return new Fragmenter();
    }

    /**
     * What puts fragments together.
     *
     * @param timedOut to be told of fragment zero of a datagram that did not become complete in time
     */
    public Reassembler reassembler(Environment clock, Consumer<Datagram> timedOut) {
        return new Reassembly(clock, timedOut);
    }
}
