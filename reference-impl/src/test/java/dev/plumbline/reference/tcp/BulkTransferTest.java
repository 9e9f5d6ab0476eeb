package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bulk;
import dev.plumbline.reference.kit.Pair;
import dev.plumbline.transport.Port;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long streams between two references: exact whatever the network does, and as fast as TCP can be over it. */
class BulkTransferTest {
    private static final int MEGABYTE = 1_000_000;

    private final Bulk client = new Bulk(MEGABYTE);
    private final Bulk server = new Bulk(MEGABYTE);

    private static Pair transfer(Supplier<List<Duration>> network, Bulk client, Bulk server) {
        return transfer(new Pair(network), client, server);
    }

    private static Pair transfer(Pair pair, Bulk client, Bulk server) {
        pair.server.listen(Pair.SERVICE, server::begin);
        pair.client.connect(Port.ANY, Pair.service(), client);
        return pair;
    }

    private static Supplier<List<Duration>> losing(double part, Duration delay, Random random) {
        return () -> random.nextDouble() < part ? List.of() : List.of(delay);
    }

    /** Of a hundred datagrams some are lost, some come twice, and all take between 1 and 40 ms. */
    private static Supplier<List<Duration>> bad(int lost, int doubled, Random random) {
        return () -> {
            int fate = random.nextInt(100);
            int copies = fate < lost ? 0 : fate < lost + doubled ? 2 : 1;
            return random.ints(copies, 1, 40).mapToObj(Duration::ofMillis).toList();
        };
    }

    @ParameterizedTest(name = "{0} % lost, {1} % doubled, seed {2}, SACK {3}")
    @CsvSource({
        "0, 0, 1, true",
        "1, 1, 2, true",
        "5, 5, 3, true",
        "10, 0, 4, true",
        "10, 20, 5, true",
        "20, 0, 6, true",
        "20, 20, 7, true",
        "5, 5, 3, false",
        "10, 0, 4, false",
        "20, 20, 7, false"
    })
    @DisplayName(
            "A megabyte each way arrives exactly over a network that loses, doubles and reorders, and both sides close")
    void badNetwork(int lost, int doubled, long seed, boolean sack) {
        Pair pair = transfer(new Pair(bad(lost, doubled, new Random(seed)), sack), client, server);
        pair.world.pass(Duration.ofHours(2));
        assertThat(List.of(client.received(), server.received())).containsOnly((long) MEGABYTE);
        assertThat(client.isIntact() && server.isIntact()).isTrue();
        assertThat(List.of(client.told, server.told)).containsOnly(List.of("peer closed", "closed"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("Two who read little and late get it all, also if window updates and probes are lost")
    void lateReaders(long seed) {
        Random random = new Random(seed);
        Pair pair = new Pair(bad(10, 5, random));
        Consumer<Runnable> late = what -> pair.world.after(Duration.ofMillis(random.nextInt(200)), what);
        Bulk there = new Bulk(MEGABYTE / 2, late, () -> 1 + random.nextInt(3000));
        Bulk back = new Bulk(MEGABYTE / 2, late, () -> 1 + random.nextInt(3000));
        transfer(pair, there, back);
        pair.world.pass(Duration.ofHours(2));
        assertThat(List.of(there.received(), back.received())).containsOnly(MEGABYTE / 2L);
        assertThat(there.isIntact() && back.isIntact()).isTrue();
        assertThat(List.of(there.told, back.told)).containsOnly(List.of("peer closed", "closed"));
    }

    @Test
    @DisplayName("Ten megabytes each way arrive exactly; how long that takes is reported")
    void much(TestReporter reporter) {
        Bulk there = new Bulk(10L * MEGABYTE);
        Bulk back = new Bulk(10L * MEGABYTE);
        long begin = System.nanoTime();
        Pair pair = transfer(() -> List.of(Duration.ofMillis(1)), there, back);
        boolean done = pair.world.passUntil(() -> there.told.size() == 2 && back.told.size() == 2, Duration.ofHours(1));
        reporter.publishEntry("milliseconds", "" + (System.nanoTime() - begin) / MEGABYTE);
        reporter.publishEntry("of virtual time", "" + pair.world.now().toMillis());
        assertThat(done && there.isIntact() && back.isIntact()).isTrue();
        assertThat(List.of(there.received(), back.received())).containsOnly(10L * MEGABYTE);
    }

    /** Of a hundred datagrams five are lost, and five are overtaken by those that follow within five milliseconds. */
    private static Supplier<List<Duration>> disorderly(Random random) {
        return () -> {
            int fate = random.nextInt(100);
            return fate < 5 ? List.of() : List.of(Duration.ofMillis(fate < 10 ? 15 : 10));
        };
    }

    private static Duration virtualTime(boolean sack, long seed) {
        Bulk sink = new Bulk(0);
        Pair pair = new Pair(disorderly(new Random(seed)), sack);
        transfer(pair, new Bulk(MEGABYTE), sink);
        assertThat(pair.world.passUntil(() -> sink.received() == MEGABYTE, Duration.ofHours(1)))
                .isTrue();
        return pair.world.now();
    }

    /** One network alone may be kind to either. */
    private static Duration timeOfAll(boolean sack) {
        return LongStream.rangeClosed(1, 8)
                .mapToObj(seed -> virtualTime(sack, seed))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    @DisplayName("Over networks that lose and reorder, selective acknowledgments more than halve the time")
    void faster(TestReporter reporter) {
        Duration with = timeOfAll(true);
        Duration without = timeOfAll(false);
        reporter.publishEntry("of virtual time", with.toMillis() + " ms with, " + without.toMillis() + " ms without");
        assertThat(with.multipliedBy(2)).isLessThan(without);
    }

    /**
     * The throughput of Padhye, Firoiu, Towsley and Kurose, as RFC 5348 section 3.1 gives it: octets a second for segments of
     * {@code s} octets, a round trip of {@code r} seconds, a part {@code p} lost and a timeout of {@code rto} seconds. Its b is 1:
     * delayed acknowledgments do not slow down a sender that counts octets.
     */
    private static double padhye(double s, double r, double p, double rto) {
        double timeouts = rto * 3 * Math.sqrt(3 * p / 8) * p * (1 + 32 * p * p);
        return s / (r * Math.sqrt(2 * p / 3) + timeouts);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("With one datagram in a hundred lost, the stream is about as fast as theory says")
    void goodput(long seed, TestReporter reporter) {
        Bulk sink = new Bulk(0);
        Bulk source = new Bulk(5L * MEGABYTE);
        Pair pair = transfer(losing(0.01, Duration.ofMillis(50), new Random(seed)), source, sink);
        pair.world.passUntil(() -> sink.received() == 5L * MEGABYTE, Duration.ofHours(1));
        double rate = 5e9 / pair.world.now().toMillis();
        double theory = padhye(1460, 0.1, 0.01, 1);
        reporter.publishEntry("goodput", rate + " octets/s, by theory " + theory);
        assertThat(rate / theory).isBetween(0.5, 1.5);
    }
}
