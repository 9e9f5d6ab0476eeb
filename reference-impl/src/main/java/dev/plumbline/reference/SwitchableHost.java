package dev.plumbline.reference;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** A host with a mains switch: once it is off, no timer runs out and no datagram leaves. */
final class SwitchableHost implements Host {
    private final Host host;
    private boolean on = true;

    SwitchableHost(Host host) {
        this.host = host;
    }

    void switchOff() {
        on = false;
    }

    boolean isOn() {
        return on;
    }

    private Runnable whileOn(Runnable action) {
        return () -> {
            if (on) {
                action.run();
            }
        };
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return host.after(delay, whileOn(action));
    }

    @Override
    public void execute(Runnable action) {
        host.execute(whileOn(action));
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        if (on) {
            host.transmit(link, datagram);
        }
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
    public Duration now() {
        return host.now();
    }

    @Override
    public RandomGenerator random() {
        return host.random();
    }

    @Override
    public void log(String line) {
        host.log(line);
    }
}
