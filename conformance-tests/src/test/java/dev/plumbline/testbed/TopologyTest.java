package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.testbed.Topology.Line;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.values.AnyNetwork;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Packets find their way through every topology, and take the ways that it says. */
class TopologyTest {
    private static final String LEFT = "192.0.2.1";
    private static final String RIGHT = "198.51.100.1";

    private final World world = new World(1);
    private final PeerHost left = world.peer("left", LEFT);
    private final PeerHost right = world.peer("right", RIGHT);

    @Provide
    Arbitrary<Topology> topologies() {
        return AnyNetwork.topology(68);
    }

    @Property(tries = 200)
    void inAnyTopologyEverythingArrivesOnceAndPassesEightNodesAtMost(@ForAll("topologies") Topology topology) {
        World any = new World(1);
        PeerHost one = any.peer("left", LEFT);
        PeerHost other = any.peer("right", RIGHT);
        any.lay(topology, one.attachment(), other.attachment());
        for (int i = 0; i < 5; i++) {
            one.send(World.udp(one.address(), other.address(), 10));
            other.send(World.udp(other.address(), one.address(), 10));
        }
        any.run();
        assertThat(any.texts(Kind.LOST)).isEmpty();
        assertThat(List.of(one.received(), other.received()))
                .allSatisfy(arrived -> assertThat(arrived)
                        .hasSize(5)
                        .allMatch(octets -> timeToLive(octets) >= Ipv4Packet.DEFAULT_TIME_TO_LIVE - 6));
        assertThat(topology.routers()).isBetween(0, 6);
    }

    @Test
    void whereTheCostsDifferPacketsComeBackAnotherWay() {
        // There over r3, back over r2 and r4.
        lay(
                Line.of(0, 1, 1500),
                new Line(1, 2, 1500, 3, 1, Duration.ZERO),
                new Line(2, 4, 1500, 3, 1, Duration.ZERO),
                new Line(1, 3, 1500, 1, 9, Duration.ZERO),
                new Line(3, 5, 1500, 1, 9, Duration.ZERO),
                new Line(4, 5, 1500, 3, 1, Duration.ZERO),
                Line.of(5, 6, 1500));
        left.send(World.udp(left.address(), right.address(), 1));
        right.send(World.udp(right.address(), left.address(), 1));
        world.run();
        assertThat(right.received()).extracting(TopologyTest::timeToLive).containsExactly(61);
        assertThat(left.received()).extracting(TopologyTest::timeToLive).containsExactly(60);
    }

    @Test
    void waysOfTheSameCostTakeTurnsSoThatPacketsOvertakeEachOther() {
        lay(
                Line.of(0, 1, 1500),
                new Line(1, 2, 1500, 1, 1, Duration.ofMillis(9)),
                new Line(1, 2, 1500, 1, 1, Duration.ofMillis(1)),
                Line.of(2, 3, 1500));
        IntStream.range(0, 4).forEach(i -> left.send(World.udp(left.address(), right.address(), i)));
        world.run();
        assertThat(right.received())
                .extracting(octets -> octets.length()
                        - World.udp(left.address(), right.address(), 0).length())
                .containsExactly(1, 3, 0, 2);
    }

    private void lay(Line... lines) {
        world.lay(new Topology(List.of(lines)), left.attachment(), right.attachment());
    }

    private static int timeToLive(Octets octets) {
        return Ipv4Packet.decode(octets).orElseThrow().timeToLive();
    }
}
