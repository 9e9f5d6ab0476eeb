package dev.plumbline.adapter.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.adapter.line.TurnWatch.Verdict;
import dev.plumbline.adapter.sandbox.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A turn is judged by what the program does with its time, never by what the machine does with it. */
class TurnWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<Verdict> verdicts = new ArrayList<>();
    private int lasting;
    private long now;
    private Load load = new Load(0, 0, false, false);
    private final TurnWatch watch = new TurnWatch(() -> load, () -> lasting++, verdicts::add, () -> now);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void whoComputesIsChargedWhatHeUses() {
        watch.watch(LIMIT);
        pass(Duration.ofMillis(4_900), 1, true);
        assertThat(verdicts).isEmpty();
        pass(Duration.ofMillis(400), 1, true);
        assertThat(verdicts).containsExactly(Verdict.HUNG);
    }

    @Test
    void whoComputesOnTwoCoresIsChargedBoth() {
        watch.watch(LIMIT);
        pass(Duration.ofMillis(2_800), 2, true);
        assertThat(verdicts).containsExactly(Verdict.HUNG);
    }

    @Test
    void whoSleepsIsChargedTheTime() {
        watch.watch(LIMIT);
        pass(Duration.ofMillis(5_300), 0, false);
        assertThat(verdicts).containsExactly(Verdict.HUNG);
    }

    /** A hundredth of the processor is no computing. */
    @Test
    void whoOnlyWakesToSleepAgainSleeps() {
        watch.watch(LIMIT);
        pass(Duration.ofMillis(5_300), 0.01, false);
        assertThat(verdicts).containsExactly(Verdict.HUNG);
    }

    @Test
    void whoIsKeptWaitingByTheMachineIsNotCharged() {
        watch.watch(LIMIT);
        pass(Duration.ofSeconds(50), 0.02, true);
        assertThat(verdicts).isEmpty();
        pass(Duration.ofSeconds(11), 0.02, true);
        assertThat(verdicts).containsExactly(Verdict.STARVED);
    }

    /** Whose child has its memory and sleeps looks the same, and must not go on for ever. */
    @Test
    void whoWaitsForADiskHasMoreTime() {
        load = new Load(0, 0, false, true);
        watch.watch(LIMIT);
        pass(Duration.ofSeconds(22), 0, false);
        assertThat(verdicts).isEmpty();
        pass(Duration.ofSeconds(4), 0, false);
        assertThat(verdicts).containsExactly(Verdict.HUNG);
    }

    @Test
    void aMachineThatStoodStillChargesNobody() {
        watch.watch(LIMIT);
        pass(Duration.ofSeconds(1), 0, false);
        now += Duration.ofSeconds(20).toNanos();
        watch.look();
        pass(Duration.ofSeconds(1), 0, false);
        assertThat(verdicts).isEmpty();
    }

    @Test
    void eachTurnHasItsOwnTime() {
        for (int turn = 0; turn < 10; turn++) {
            watch.watch(LIMIT);
            pass(Duration.ofSeconds(4), 1, true);
            watch.rest();
        }
        pass(Duration.ofSeconds(60), 1, true);
        assertThat(verdicts).isEmpty();
    }

    @Test
    void whoTakesTooMuchMemoryIsFoundOutBetweenTurnsToo() {
        load = new Load(0, TurnWatch.MOST_OCTETS + 1, false, false);
        pass(Duration.ofSeconds(1), 0, false);
        assertThat(verdicts).contains(Verdict.GREEDY);
    }

    @Test
    void aTurnThatLastsIsNoticedAndOneAfterAnotherIsNot() {
        for (int turn = 0; turn < 10; turn++) {
            watch.watch(LIMIT);
            pass(TurnWatch.INTERVAL, 1, true);
            watch.rest();
        }
        pass(Duration.ofSeconds(1), 1, true);
        assertThat(lasting).isZero();
        watch.watch(LIMIT);
        pass(TurnWatch.INTERVAL.multipliedBy(2), 1, true);
        assertThat(lasting).isEqualTo(1);
    }

    /** To end a program may take a while, in which others want to be looked after, too. */
    @Test
    void whoBarksKeepsNobodyFromBeingWatched() {
        Load greedy = new Load(0, TurnWatch.MOST_OCTETS + 1, false, false);
        CompletableFuture<Verdict> first = new CompletableFuture<>();
        CompletableFuture<Verdict> second = new CompletableFuture<>();
        try (TurnWatch busy = new TurnWatch(() -> greedy, () -> {}, verdict -> {
                    first.complete(verdict);
                    second.join();
                });
                TurnWatch other = new TurnWatch(() -> first.isDone() ? greedy : load, () -> {}, second::complete)) {
            busy.watch(LIMIT);
            other.watch(LIMIT);
            assertThat(first).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(Verdict.GREEDY);
            assertThat(second).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(Verdict.GREEDY);
        } finally {
            second.complete(Verdict.STARVED);
        }
    }

    /** Time passes, in which the program uses so many processors, and would use one if it is {@code wanting}. */
    private void pass(Duration time, double processors, boolean wanting) {
        long interval = TurnWatch.INTERVAL.toNanos();
        for (long passed = 0; passed < time.toNanos(); passed += interval) {
            now += interval;
            long used = load.processorNanos() + (long) (interval * processors);
            load = new Load(used, load.residentOctets(), wanting, load.blocked());
            watch.look();
        }
    }
}
