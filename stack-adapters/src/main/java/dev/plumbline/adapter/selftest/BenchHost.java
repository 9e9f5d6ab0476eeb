package dev.plumbline.adapter.selftest;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A host on the bench, on one network with the others. */
final class BenchHost implements Host {
    private static final int PREFIX = 24;
    private static final int MTU = 1500;

    private final Bench bench;
    private final Link link;
    private final List<Ipv4Address> nameServers;
    private final Duration born;
    private final RandomGenerator random;
    private final List<Duration> delays = new ArrayList<>();
    private int transmitted;
    private @Nullable Stack stack;

    BenchHost(Bench bench, Ipv4Address address, long seed, List<Ipv4Address> nameServers) {
        this.bench = bench;
        this.link = new Link(0, address, PREFIX, MTU);
        this.nameServers = List.copyOf(nameServers);
        this.born = bench.clock().now();
        this.random = new Random(seed);
    }

    void on(Stack booted) {
        stack = booted;
    }

    @Nullable
    Stack stack() {
        return stack;
    }

    /** How many datagrams it has sent. */
    int transmitted() {
        return transmitted;
    }

    /** What its timers were set to. */
    List<Duration> delays() {
        return delays;
    }

    @Override
    public List<Link> links() {
        return List.of(link);
    }

    @Override
    public List<Route> routes() {
        return List.of();
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return nameServers;
    }

    @Override
    public void transmit(Link onto, Octets datagram) {
        transmitted++;
        bench.carry(datagram);
    }

    @Override
    public Duration now() {
        return bench.clock().now().minus(born);
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        delays.add(delay);
        return bench.clock().after(delay.toNanos(), action);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void execute(Runnable action) {
        var unused = bench.clock().after(0, action);
    }

    @Override
    public void log(String line) {
        // It is in the lines.
    }
}
