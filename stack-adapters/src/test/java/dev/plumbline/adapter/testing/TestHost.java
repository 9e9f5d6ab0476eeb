package dev.plumbline.adapter.testing;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A host in real time whose testbed thread is the thread of the test: work that is handed in runs while the test awaits something. */
public final class TestHost implements Host {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Link link;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final List<Ipv4Address> nameServers = new ArrayList<>();
    private final List<Octets> transmitted = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final long start = System.nanoTime();

    /** With an Ethernet's MTU. */
    public TestHost(String address) {
        this(address, 1500);
    }

    /** With one link, prefix 24. */
    public TestHost(String address, int mtu) {
        link = new Link(0, Ipv4Address.parse(address), 24, mtu);
    }

    /** Runs what is handed in until there is something to return; fails the test after a minute. */
    public <T> T await(String what, Supplier<Optional<T>> condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (Optional<T> found = condition.get(); ; found = condition.get()) {
            if (found.isPresent()) {
                return found.get();
            }
            runOne(deadline, what);
        }
    }

    /** Runs what is handed in until this event was written down with {@link #note}. */
    public void awaitEvent(String event) {
        var unused = await(
                "the event '" + event + "'",
                () -> happened.stream().filter(event::equals).findFirst());
    }

    /** Writes down an event. */
    public void note(String event) {
        happened.add(event);
    }

    /** The events so far. */
    public List<String> events() {
        return happened;
    }

    /** The datagrams so far. */
    public List<Octets> transmitted() {
        return transmitted;
    }

    private void runOne(long deadline, String what) {
        try {
            Runnable next = work.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("after " + LIMIT + " there was no " + what + "; events: " + happened
                        + ", datagrams: " + transmitted);
            }
            next.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<Link> links() {
        return List.of(link);
    }

    @Override
    public List<Route> routes() {
        return List.of();
    }

    /** Tells the host of a DNS server. */
    public void nameServer(Ipv4Address address) {
        nameServers.add(address);
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return List.copyOf(nameServers);
    }

    @Override
    public void transmit(Link onto, Octets datagram) {
        transmitted.add(datagram);
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        throw new UnsupportedOperationException("a stack in real time has no timers of ours");
    }

    @Override
    public RandomGenerator random() {
        return new Random(0);
    }

    @Override
    public void execute(Runnable action) {
        work.add(action);
    }

    @Override
    public void log(String line) {
        happened.add("log " + line);
    }
}
