package dev.plumbline.adapter.live;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A host with one link in the real world: the wire's datagrams, the machine's clock, and numbers that nobody can guess. */
public final class LiveHost implements Host, AutoCloseable {
    /** How long work that another thread hands in may wait. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Link link;
    private final List<Ipv4Address> nameServers;
    private final Wire wire;
    private final Consumer<String> log;
    private final RandomGenerator random = new SecureRandom();
    private final long bootedAt = System.nanoTime();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::number));
    private final Queue<Runnable> handedIn = new ConcurrentLinkedQueue<>();
    private final Stack stack;
    private long count;

    /** An action that is due at some time. */
    private record Alarm(Duration at, long number, Runnable action) {}

    private LiveHost(
            StackProvider provider, Link link, List<Ipv4Address> nameServers, Wire wire, Consumer<String> log) {
        this.link = link;
        this.nameServers = List.copyOf(nameServers);
        this.wire = wire;
        this.log = log;
        this.stack = provider.boot(this);
    }

    /**
     * Switches a host on.
     *
     * @param log takes the stack's own debug lines
     */
    public static LiveHost boot(
            StackProvider provider, Link link, List<Ipv4Address> nameServers, Wire wire, Consumer<String> log) {
        return new LiveHost(provider, link, nameServers, wire, log);
    }

    /** The stack, for applications on this thread. */
    public Stack stack() {
        return stack;
    }

    /** Lives until {@code done}, which is asked after everything that happens. */
    public void runUntil(BooleanSupplier done) {
        runWhatIsDue();
        while (!done.getAsBoolean()) {
            wire.await(untilNext(), datagram -> stack.receive(link, datagram));
            runWhatIsDue();
        }
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
        return nameServers;
    }

    @Override
    public void transmit(Link on, Octets datagram) {
        wire.send(datagram);
    }

    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - bootedAt);
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        Alarm alarm = new Alarm(now().plus(delay), count++, action);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void execute(Runnable action) {
        handedIn.add(action);
    }

    @Override
    public void log(String line) {
        log.accept(line);
    }

    @Override
    public void close() {
        stack.close();
        wire.close();
    }

    private void runWhatIsDue() {
        for (Runnable work = handedIn.poll(); work != null; work = handedIn.poll()) {
            work.run();
        }
        Duration now = now();
        for (Alarm next = alarms.peek(); next != null && next.at().compareTo(now) <= 0; next = alarms.peek()) {
            alarms.remove();
            next.action().run();
        }
    }

    private Duration untilNext() {
        Alarm next = alarms.peek();
        Duration wait = next == null ? PATIENCE : next.at().minus(now());
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(PATIENCE) > 0 ? PATIENCE : wait;
    }
}
