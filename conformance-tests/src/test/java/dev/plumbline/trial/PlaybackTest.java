package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.testbed.RealTimeline;
import dev.plumbline.testbed.Timeline;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.VirtualTimeline;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final Finding WRONG = Finding.wrong("something wrong came", "", "");
    private static final Finding MISSING = Finding.missing("nothing came", "", "");
    private static final Finding LAW = Finding.law("TOY/LAW", "a law was broken", "", "");
    private static final Finding CRASH = Finding.crash("it broke down", "");

    @Test
    void aStepsFindingIsTheTrials() {
        assertThat(after(t -> fail(WRONG))).contains(WRONG);
    }

    @Test
    void nothingWrongIsNoFinding() {
        assertThat(after(t -> {})).isEmpty();
    }

    @Test
    void aCrashExplainsWhateverTheStepFound() {
        assertThat(after(t -> {
                    ToyWorld.of(t).crash = CRASH;
                    ToyWorld.of(t).brokenLaws.add(LAW);
                    fail(WRONG);
                }))
                .contains(CRASH);
    }

    @Test
    void aBrokenLawExplainsThatNothingCame() {
        assertThat(after(t -> {
                    ToyWorld.of(t).brokenLaws.add(LAW);
                    fail(MISSING);
                }))
                .contains(LAW);
    }

    @Test
    void aBrokenLawCountsWithoutAnyStepsFinding() {
        Trial trial = ToyWorld.trial(0);
        trial.world()
                .timeline()
                .after(
                        Duration.ofSeconds(1),
                        () -> ToyWorld.of(trial).brokenLaws.add(LAW));
        await(trial, () -> ToyWorld.of(trial).brokenLaws.contains(LAW));
        assertThat(trial.finding()).contains(LAW);
    }

    @Test
    void whatBreaksALawWhileAStepActsWaitsForTheNextOne() {
        Trial trial = ToyWorld.trial(0);
        ToyWorld.of(trial).brokenLaws.add(LAW);
        new Playback(Patience.VIRTUAL).perform(new Playback.Operation.Act(t -> {}), List.of(trial));
        assertThat(trial.finding()).isEmpty();
        await(trial, () -> true);
        assertThat(trial.finding()).contains(LAW);
    }

    @Test
    void aFloodIsNotWaitedForUntilTheEnd() {
        Trial trial = ToyWorld.trial(0);
        floods(trial);
        await(trial, () -> false);
        assertThat(trial.finding()).get().satisfies(finding -> {
            assertThat(finding.headline()).isEqualTo(MISSING.headline());
            assertThat(finding.came()).contains("a storm: packets follow one another without end (endpoint 1000");
        });
        assertThat(trial.world().timeline().now()).isLessThan(Duration.ofSeconds(2));
        assertThat(trial.world().transcript().entries())
                .last()
                .satisfies(entry -> assertThat(entry.text()).contains("the suite waits no longer: more than 10000"));
    }

    /** Whatever the steps make of it: each takes as long as a hundred scenarios. */
    @Test
    void theThirdStormEndsTheScenarioForAllItsTrials() {
        List<Trial> trials = IntStream.range(0, 5).mapToObj(ToyWorld::trial).toList();
        trials.forEach(PlaybackTest::floods);
        Playback playback = new Playback(Patience.VIRTUAL);
        // Nothing is wrong when the storm has ended the wait.
        Predicate<Trial> content = t -> t.world().transcript().datagrams() > 10_001;
        playback.perform(new Playback.Operation.Await(t -> new Toy(t, content)), trials);
        assertThat(trials.get(0).finding()).get().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.CRASH);
            assertThat(finding.headline()).startsWith("a storm: packets follow one another without end");
        });
        assertThat(trials.get(4).world().transcript().datagrams()).isLessThan(10);
    }

    @Test
    void whoIsBusyMayCatchUpBeforeItsTimeIsOver() {
        Trial trial = ToyWorld.trial(0, new RealTimeline());
        AtomicBoolean came = new AtomicBoolean();
        Timeline timeline = trial.world().timeline();
        ToyWorld.of(trial).catchUp = () -> timeline.execute(() -> came.set(true));
        new Playback(Patience.VIRTUAL)
                .perform(
                        new Playback.Operation.Await(t -> new Toy(t, x -> came.get(), Duration.ofMillis(1))),
                        List.of(trial));
        assertThat(trial.finding()).isEmpty();
    }

    /** Ten packets each millisecond, and it never ends. */
    private static void floods(Trial trial) {
        trial.world().transcript().append(Transcript.Kind.SENT, "endpoint", Octets.empty(), "");
        trial.world().timeline().after(Duration.ofNanos(100_000), () -> floods(trial));
    }

    @Test
    void thatSomethingDidNotComeExplainsThatAnotherThingCameLate() {
        assertThat(after(t -> {
                    ToyWorld.of(t).brokenLaws.add(LAW.inconclusive());
                    fail(MISSING);
                }))
                .contains(MISSING);
    }

    @Test
    void ofSeveralBrokenLawsTheFirstThatSaysMoreIsTold() {
        assertThat(after(t -> {
                    ToyWorld.of(t).brokenLaws.addAll(List.of(LAW.inconclusive(), LAW));
                    fail(MISSING);
                }))
                .contains(LAW);
    }

    @Test
    void whatCameLateCountsWithoutAnyStepsFinding() {
        Trial trial = ToyWorld.trial(0);
        ToyWorld.of(trial).brokenLaws.add(LAW.inconclusive());
        await(trial, () -> true);
        assertThat(trial.finding()).contains(LAW.inconclusive());
    }

    @Test
    void aStepThatKnowsWhatIsWrongBeatsALaw() {
        assertThat(after(t -> {
                    ToyWorld.of(t).brokenLaws.add(LAW);
                    fail(WRONG);
                }))
                .contains(WRONG);
    }

    @Test
    void anExceptionOfTheSuiteIsTheSuitesFault() {
        assertThat(after(t -> {
                    throw new IllegalStateException("oops");
                }))
                .get()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.SUITE_ERROR);
                    assertThat(finding.headline()).contains("bug in plumbline", "oops");
                });
    }

    @Test
    void aCallThatTheStackRefusesIsTheStacksFault() {
        assertThat(after(t -> {
                    throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "port 7");
                }))
                .get()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.VIOLATION);
                    assertThat(finding.headline()).contains("refused a call", "PORT_IN_USE: port 7");
                });
    }

    @Test
    void anExceptionAfterACrashIsTheStacksFault() {
        assertThat(after(t -> {
                    ToyWorld.of(t).crash = CRASH;
                    throw new IllegalStateException("the stack is gone");
                }))
                .contains(CRASH);
    }

    @Test
    void whoHasFailedDoesNothingMore() {
        Trial failed = ToyWorld.trial(0);
        failed.fail(WRONG);
        new Playback(Patience.VIRTUAL).perform(new Playback.Operation.Act(t -> fail(MISSING)), List.of(failed));
        assertThat(failed.finding()).contains(WRONG);
    }

    @Test
    void aWaitEndsAsSoonAsItIsSettled() {
        Trial trial = ToyWorld.trial(0);
        boolean[] arrived = new boolean[1];
        trial.world().timeline().after(Duration.ofSeconds(2), () -> arrived[0] = true);
        await(trial, () -> arrived[0]);
        assertThat(trial.finding()).isEmpty();
        assertThat(trial.world().timeline().now()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aWaitEndsAtItsLimit() {
        Trial trial = ToyWorld.trial(0);
        await(trial, () -> false);
        assertThat(trial.finding()).contains(MISSING);
        assertThat(trial.world().timeline().now()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aWaitEndsWhenTheStackIsGone() {
        Trial trial = ToyWorld.trial(0);
        trial.world().timeline().after(Duration.ofSeconds(1), () -> ToyWorld.of(trial).crash = CRASH);
        await(trial, () -> false);
        assertThat(trial.finding()).contains(CRASH);
        assertThat(trial.world().timeline().now()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoSpoilsAWaitThatSeveralShareIsBlamedAndNobodyElse() {
        Timeline shared = new VirtualTimeline();
        List<Trial> trials = List.of(ToyWorld.trial(0, shared), ToyWorld.trial(1, shared), ToyWorld.trial(2, shared));
        wait(trials, trial -> {
            if (trial.number() == 1) {
                fail(WRONG);
            }
            return true;
        });
        assertThat(trials)
                .extracting(Trial::finding)
                .containsExactly(Optional.empty(), Optional.of(WRONG), Optional.empty());
    }

    @Test
    void whatHappensOnASharedTimelineIsTheFaultOfWhoseStackBrokeDown() {
        Timeline shared = new VirtualTimeline();
        List<Trial> trials = List.of(ToyWorld.trial(0, shared), ToyWorld.trial(1, shared));
        shared.after(Duration.ofSeconds(1), () -> {
            ToyWorld.of(trials.get(1)).crash = CRASH;
            throw new IllegalStateException("the stack is gone");
        });
        wait(trials, trial -> shared.now().compareTo(Duration.ofSeconds(2)) > 0);
        assertThat(trials.get(0).finding()).isEmpty();
        assertThat(trials.get(1).finding()).contains(CRASH);
    }

    @Test
    void itIsKnownWhoseWaitIsAtWorkInCaseItNeverComesBack() {
        Playback playback = new Playback(Patience.VIRTUAL);
        List<Trial> trials = List.of(ToyWorld.trial(0), ToyWorld.trial(1));
        List<Integer> busy = new ArrayList<>();
        trials.forEach(
                trial -> trial.world().timeline().after(Duration.ofSeconds(1), () -> busy.add(playback.busyWith())));
        playback.perform(new Playback.Operation.Await(trial -> new Toy(trial, t -> false)), trials);
        assertThat(busy).containsExactly(0, 1);
    }

    private static Optional<Finding> after(Consumer<Trial> action) {
        Trial trial = ToyWorld.trial(0);
        new Playback(Patience.VIRTUAL).perform(new Playback.Operation.Act(action), List.of(trial));
        return trial.finding();
    }

    private static void fail(Finding finding) {
        throw new FindingError(finding);
    }

    private static void await(Trial trial, BooleanSupplier settled) {
        wait(List.of(trial), t -> settled.getAsBoolean());
    }

    private static void wait(List<Trial> trials, Predicate<Trial> settled) {
        new Playback(Patience.VIRTUAL).perform(new Playback.Operation.Await(trial -> new Toy(trial, settled)), trials);
    }

    private record Toy(Trial trial, Predicate<Trial> settled, Duration limit) implements Expectation {
        Toy(Trial trial, Predicate<Trial> settled) {
            this(trial, settled, Duration.ofSeconds(3));
        }

        @Override
        public Duration limit(Patience patience) {
            return limit;
        }

        @Override
        public boolean isSettled() {
            return settled.test(trial);
        }

        @Override
        public Optional<Finding> finding() {
            return isSettled() ? Optional.empty() : Optional.of(MISSING);
        }
    }
}
