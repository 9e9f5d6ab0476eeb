package dev.plumbline.faults;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** A host as another one has it; to be overridden where it is to differ. */
class ChangedHost implements Host {
    private final Host host;

    ChangedHost(Host host) {
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
    public List<Ipv4Address> nameServers() {
        return host.nameServers();
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        host.transmit(link, datagram);
    }

    @Override
    public Duration now() {
        return host.now();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return host.after(delay, action);
    }

    @Override
    public RandomGenerator random() {
        return host.random();
    }

    @Override
    public void execute(Runnable action) {
        host.execute(action);
    }

    @Override
    public void log(String line) {
        host.log(line);
    }
}
