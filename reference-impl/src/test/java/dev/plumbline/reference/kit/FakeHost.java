package dev.plumbline.reference.kit;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** A machine in a {@link World}; what it puts on a link goes to a test. */
public final class FakeHost implements Host {
    private final World world;
    private final List<Link> links;
    private final List<Route> routes;
    private final BiConsumer<Link, Octets> wire;
    private final Random random;
    private List<Ipv4Address> nameServers = List.of();

    /** With as many links as a test likes. */
    public FakeHost(World world, List<Link> links, List<Route> routes, long seed, BiConsumer<Link, Octets> wire) {
        this.world = world;
        this.links = links;
        this.routes = routes;
        this.wire = wire;
        this.random = new Random(seed);
    }

    /** With one link of the usual size. */
    public static FakeHost single(World world, Ipv4Address address, long seed, BiConsumer<Link, Octets> wire) {
        return new FakeHost(world, List.of(new Link(0, address, 24, 1500)), List.of(), seed, wire);
    }

    /** Is told of DNS servers. */
    public FakeHost toldOf(List<Ipv4Address> servers) {
        nameServers = servers;
        return this;
    }

    @Override
    public List<Link> links() {
        return links;
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return nameServers;
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        wire.accept(link, datagram);
    }

    @Override
    public Duration now() {
        return world.now();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return world.after(delay, action);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void execute(Runnable action) {
        world.after(Duration.ZERO, action);
    }

    @Override
    public void log(String line) {}
}
