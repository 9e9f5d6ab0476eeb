package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.Transcript;
import dev.plumbline.transport.Port;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

/** The smallest case is the one that a human would have written. */
class ShrinkerTest {
    private static final int TRIES = 40;

    @Test
    void aThresholdIsFoundExactly() {
        assertThat(ToyWorld.failure(TRIES, t -> {
                            int number = t.draw("n", Arbitraries.integers().between(0, 100_000));
                            ToyWorld.require(number < 137, "too much");
                        })
                        .values())
                .containsEntry("n", 137);
    }

    @Test
    void whatDoesNotMatterBecomesTheUsualValue() {
        assertThat(ToyWorld.failure(TRIES, t -> {
                            t.draw("port", Any.port());
                            t.draw("client", Any.clientPort());
                            t.draw("isn", Any.sequenceNumber());
                            Octets data = t.draw("data", Any.data(1, 1000));
                            ToyWorld.require(data.length() < 3, "three octets");
                        })
                        .values())
                .hasToString("{port=8080, client=5000, isn=1000, data=[616263]}");
    }

    @Test
    void whatMakesTheDifferenceIsRemembered() {
        TrialFailure failure = ToyWorld.failure(TRIES, t -> {
            Port own = t.draw("own", Any.port());
            Port other = t.draw("other", Any.port());
            t.draw("isn", Any.sequenceNumber());
            ToyWorld.require(own.equals(other), "two ports");
        });
        assertThat(failure.values()).hasToString("{own=8080, other=8079, isn=1000}");
        assertThat(failure.holding()).hasToString("{other=8080}");
    }

    @Test
    void whatFailsOtherwiseHoldsNothing() {
        TrialFailure failure = ToyWorld.failure(TRIES, t -> {
            int number = t.draw("n", Arbitraries.integers().between(50, 1000));
            if (number < 100) {
                ToyWorld.of(t).brokenLaws.add(Finding.law("OTHER-1", "another law", "", ""));
            }
            ToyWorld.require(number < 100, "too much");
        });
        assertThat(failure.holding()).isEmpty();
    }

    @Test
    void aSetKeepsOnlyWhatMatters() {
        assertThat(ToyWorld.failure(TRIES, t -> {
                            Set<Port> ports = t.draw("ports", Any.ports(1, 5));
                            ToyWorld.require(
                                    ports.stream().noneMatch(port -> port.number() > 32767), "a negative number");
                        })
                        .values())
                .containsEntry("ports", Set.of(Port.of(32768)));
    }

    @Test
    void aListKeepsOnlyWhatMatters() {
        assertThat(ToyWorld.failure(TRIES, t -> {
                            List<Integer> sizes = t.draw("sizes", Any.sizes(1000, 12));
                            ToyWorld.require(sizes.size() < 2, "two segments");
                        })
                        .values())
                .containsEntry("sizes", List.of(1, 1));
    }

    @Test
    void aDrawThatDependsOnAnotherIsDrawnAnew() {
        TrialFailure failure = ToyWorld.failure(TRIES, t -> {
            int count = t.draw("count", Arbitraries.integers().between(1, 10));
            int which = t.draw("which", Arbitraries.integers().between(0, count - 1));
            ToyWorld.require(which == 0, "not the first");
        });
        assertThat(failure.values()).hasToString("{count=2, which=1}");
    }

    @Test
    void theSmallestCaseFailsInTheSameWay() {
        TrialFailure failure = ToyWorld.failure(TRIES, t -> {
            int number = t.draw("n", Arbitraries.integers().between(0, 1000));
            if (number < 50) {
                ToyWorld.of(t).crash = Finding.crash("it broke down", "");
            }
            ToyWorld.require(number < 100, "too much");
        });
        boolean crashedFirst = failure.finding().kind() == Finding.Kind.CRASH;
        assertThat(failure.values()).containsEntry("n", crashedFirst ? 0 : 100);
    }

    @Test
    void theTokenMakesTheSmallestCaseAgain() {
        java.util.function.Consumer<Trial> step = t -> {
            int number = t.draw("n", Arbitraries.integers().between(0, 100_000));
            ToyWorld.require(number < 137, "too much");
        };
        TrialFailure first = ToyWorld.failure(TRIES, step);
        try (Trials again = ToyWorld.trials(TRIES, true, java.util.Optional.of(first.token()))) {
            assertThat(again.count()).isEqualTo(1);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> again.act(step))
                    .isInstanceOf(TrialFailed.class);
            assertThat(again.failure().orElseThrow().values()).isEqualTo(first.values());
            assertThat(again.failure().orElseThrow().token()).isEqualTo(first.token());
        }
    }

    @Test
    void aWorldThatWasTriedInVainIsSwitchedOff() {
        java.util.List<ToyWorld> worlds = new java.util.ArrayList<>();
        TrialFailure failure = ToyWorld.failure(TRIES, t -> {
            worlds.add(ToyWorld.of(t));
            int number = t.draw("n", Arbitraries.integers().between(0, 1000));
            ToyWorld.require(number < 137, "too much");
        });
        assertThat(failure.values()).containsEntry("n", 137);
        assertThat(worlds).allMatch(world -> world.closed);
    }

    @Test
    void whoFloodsIsTriedInFewerWorlds() {
        assertThat(worldsWithDatagrams(5000)).isLessThan(100);
        assertThat(worldsWithDatagrams(0)).isGreaterThan(200);
    }

    /** How many are made until the sum of twelve numbers is as small as it may be. */
    private static int worldsWithDatagrams(int datagrams) {
        AtomicInteger worlds = new AtomicInteger();
        ToyWorld.failure(TRIES, t -> {
            worlds.incrementAndGet();
            for (int i = 0; i < datagrams; i++) {
                t.world().transcript().append(Transcript.Kind.SENT, "endpoint", Octets.empty(), "");
            }
            int sum = IntStream.range(0, 12)
                    .map(draw -> t.draw("n" + draw, Arbitraries.integers().between(0, 1_000_000)))
                    .sum();
            ToyWorld.require(sum < 1234, "too much together");
        });
        return worlds.get();
    }
}
