package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A seed names a world: everything in it happens again, to the octet and the nanosecond. */
class DeterminismProperties {
    @Property(tries = 200)
    void theSameSeedGivesTheSameTranscript(@ForAll long seed) throws IOException {
        assertThat(live(seed)).isEqualTo(live(seed));
    }

    @Example
    void anotherSeedGivesAnother() throws IOException {
        assertThat(live(1)).isNotEqualTo(live(2));
    }

    /** Builds a world from the seed, lets it run, and gives back all that can be seen of it. */
    private static List<Object> live(long seed) throws IOException {
        World world = new World(seed);
        RandomGenerator shape = world.network.randomFor("shape");
        PeerHost peer = world.peer("peer", "198.51.100.2");
        StackHost host = new StackHost(world.network, Machine.of("endpoint", World.link(0, "192.0.2.1", 1500)));
        List<Integer> mtus = new ArrayList<>();
        for (int i = 0; i < 2 + shape.nextInt(4); i++) {
            mtus.add(68 + shape.nextInt(1433));
        }
        PeerHost near = world.peer("near", "192.0.2.3");
        world.chain(host.attachment(), peer.attachment(), mtus);
        world.network.connect(host.attachment(), near.attachment(), impairment(shape), impairment(shape));
        host.boot(FakeStack.reacting(DeterminismProperties::answerLater));
        for (int i = 0; i < 5; i++) {
            near.send(World.udp(near.address(), host.address(), shape.nextInt(1400)));
            peer.send(World.udp(peer.address(), host.address(), shape.nextInt(1400)));
        }
        world.run(Duration.ofSeconds(3));
        ByteArrayOutputStream capture = new ByteArrayOutputStream();
        Pcapng.write(capture, world.transcript);
        return List.of(
                List.copyOf(world.transcript.entries()),
                Notation.print(world.transcript, "endpoint"),
                Octets.wrap(capture.toByteArray()));
    }

    private static Impairment impairment(RandomGenerator shape) {
        return Impairment.losing(shape.nextDouble() / 2)
                .then(Impairment.duplicating(shape.nextDouble(), Duration.ofMillis(shape.nextInt(50))))
                .then(Impairment.jitter(Duration.ofMillis(shape.nextInt(50))))
                .then(Impairment.corrupting(shape.nextDouble() / 4));
    }

    /** Talks back to whoever spoke, after a time and with a size of its own choice; sometimes it breaks. */
    private static void answerLater(Host host, Link link, Octets datagram) {
        if (host.random().nextInt(50) == 0) {
            throw new IllegalStateException("had enough");
        }
        Ipv4Address to = new Ipv4Address(datagram.i32(12));
        Octets answer = World.udp(host.address(), to, host.random().nextInt(1400));
        host.after(Duration.ofNanos(host.random().nextInt(1_000_000_000)), () -> host.transmit(link, answer));
    }
}
