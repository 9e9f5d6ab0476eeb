package dev.plumbline.line;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A host in virtual time, for one session: time passes when it is told to. */
final class PageHost implements Host {
    private final Link link = new Link(0, Ipv4Address.parse("198.18.0.1"), 15, 1500);
    private final TreeMap<Duration, Runnable> timers = new TreeMap<>();
    private final List<Octets> transmitted = new ArrayList<>();
    private final Random random = new Random(7);
    private Duration now = Duration.ZERO;

    /** Time passes, and what is due in it happens. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        while (!timers.isEmpty() && timers.firstKey().compareTo(end) <= 0) {
            now = timers.firstKey();
            timers.remove(now).run();
        }
        now = end;
    }

    /** The last datagram that left the host. */
    Octets last() {
        return transmitted.get(transmitted.size() - 1);
    }

    @Override
    public List<Link> links() {
        return List.of(link);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(Ipv4Prefix.DEFAULT, link));
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return List.of(Ipv4Address.parse("198.19.0.1"));
    }

    @Override
    public void transmit(Link onto, Octets datagram) {
        transmitted.add(datagram);
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        Duration due = now.plus(delay);
        timers.put(due, action);
        return () -> timers.remove(due, action);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void execute(Runnable action) {
        var unused = after(Duration.ZERO, action);
    }

    @Override
    public void log(String line) {
        // the session shows it
    }
}
