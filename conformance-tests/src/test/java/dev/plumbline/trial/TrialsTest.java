package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

class TrialsTest {
    @Test
    void aScenarioThatSaysAnyHasAsManyTrialsAsTries() {
        try (Trials trials = ToyWorld.trials(25, true, Optional.empty())) {
            assertThat(trials.count()).isEqualTo(25);
        }
    }

    @Test
    void aScenarioWithoutAnyHasOneTrial() {
        try (Trials trials = ToyWorld.trials(25, false, Optional.empty())) {
            assertThat(trials.count()).isEqualTo(1);
        }
    }

    @Test
    void everyTrialTakesEachStepBeforeAnyTakesTheNext() {
        List<String> steps = new ArrayList<>();
        try (Trials trials = ToyWorld.trials(2, true, Optional.empty())) {
            trials.act(t -> steps.add("first of " + t.number()));
            trials.act(t -> steps.add("second of " + t.number()));
        }
        assertThat(steps).containsExactly("first of 0", "first of 1", "second of 0", "second of 1");
    }

    @Test
    void whenSomeTrialsHaveTakenAllStepsTheNextOnesTakeThem() {
        List<String> steps = new ArrayList<>();
        List<ToyWorld> worlds = new ArrayList<>();
        try (Trials trials = ToyWorld.trials(60, true, Optional.empty())) {
            trials.act(t -> {
                steps.add("first of " + t.number());
                worlds.add(ToyWorld.of(t));
                assertThat(worlds.stream().filter(world -> !world.closed)).hasSizeLessThanOrEqualTo(26);
            });
            trials.act(t -> steps.add("second of " + t.number()));
            trials.finish();
            assertThat(trials.count()).isEqualTo(60);
            assertThat(trials.all()).extracting(Trial::number).startsWith(0, 50).hasSize(11);
        }
        assertThat(steps).doesNotHaveDuplicates().hasSize(120);
        assertThat(steps.indexOf("second of 59")).isGreaterThan(steps.indexOf("first of 59"));
        assertThat(worlds).hasSize(60).allMatch(world -> world.closed);
    }

    @Test
    void whoFailsLaterFailsInTheStepAndNotBehindTheLastOne() {
        AtomicReference<String> step = new AtomicReference<>("first");
        try (Trials trials = ToyWorld.trials(60, () -> {
            String now = step.get();
            return () -> step.set(now);
        })) {
            trials.act(t -> {});
            step.set("second");
            trials.act(t -> {
                t.draw("n", Arbitraries.integers().between(0, 9));
                ToyWorld.require(t.number() < 30, "too late");
            });
            step.set("third");
            trials.act(t -> {});
            assertThatThrownBy(trials::finish).isInstanceOf(TrialFailed.class);
            assertThat(step).hasValue("second");
            assertThat(trials.failure()).get().satisfies(failure -> {
                assertThat(failure.trial()).isEqualTo(30);
                assertThat(failure.trials()).isEqualTo(60);
                assertThat(failure.values()).containsEntry("n", 0);
            });
        }
    }

    @Test
    void whileOneScenarioWaitsAnotherDraws() {
        CountDownLatch drawn = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            new Draws(7, 0, 1, ShrinkPath.NONE).draw("n", Arbitraries.integers());
            drawn.countDown();
        });
        try (Trials trials = ToyWorld.trials(1, false, Optional.empty())) {
            assertThatNoException()
                    .isThrownBy(() -> trials.act(t -> {
                        other.start();
                        ToyWorld.require(isOver(drawn), "the other scenario was kept waiting");
                    }));
        }
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void theStepOfAFailingTrialFailsWithTheExplanationAlone() {
        try (Trials trials = ToyWorld.trials(25, true, Optional.empty())) {
            assertThatThrownBy(() -> trials.act(t -> {
                        int number = t.draw("n", Arbitraries.integers().between(0, 1000));
                        ToyWorld.require(number < 10, "too much");
                    }))
                    .isInstanceOf(TrialFailed.class)
                    .hasMessage("explained: too much with {n=10}")
                    .satisfies(failed -> assertThat(failed.getStackTrace()).isEmpty());
            assertThat(trials.failure()).get().satisfies(failure -> {
                assertThat(failure.trials()).isEqualTo(25);
                assertThat(failure.story()).isEqualTo("once upon a time");
            });
        }
    }

    @Test
    void whatIsNotToBeMadeSmallerIsToldAsItHappened() {
        try (Trials trials = ToyWorld.trials(25, true, Optional.empty(), () -> false)) {
            assertThatThrownBy(() -> trials.act(t -> {
                        t.draw("n", Arbitraries.integers().between(500, 1000));
                        ToyWorld.require(t.number() < 20, "too much");
                    }))
                    .isInstanceOf(TrialFailed.class);
            assertThat(trials.failure())
                    .get()
                    .satisfies(failure -> assertThat(failure.token().path()).isEqualTo("-"));
        }
    }

    @Test
    void whatOnlySetsTheSceneViolatesNothing() {
        try (Trials trials = ToyWorld.trials(1, false, Optional.empty())) {
            assertThatThrownBy(() -> trials.reach(t -> unmet(Finding.missing("no scene", "a scene", "nothing"))))
                    .isInstanceOf(TrialFailed.class);
            assertThat(trials.failure())
                    .get()
                    .satisfies(failure -> assertThat(failure.finding().kind()).isEqualTo(Finding.Kind.UNREACHED));
        }
        try (Trials trials = ToyWorld.trials(1, false, Optional.empty())) {
            assertThatThrownBy(() -> trials.reach(t -> unmet(Finding.law("LAW", "broken", "kept", "broken"))))
                    .isInstanceOf(TrialFailed.class);
            assertThat(trials.failure())
                    .get()
                    .satisfies(failure -> assertThat(failure.finding().kind()).isEqualTo(Finding.Kind.VIOLATION));
        }
    }

    private static Expectation unmet(Finding finding) {
        return new Expectation() {
            @Override
            public Duration limit(Patience patience) {
                return Duration.ZERO;
            }

            @Override
            public boolean isSettled() {
                return true;
            }

            @Override
            public Optional<Finding> finding() {
                return Optional.of(finding);
            }
        };
    }

    @Test
    void aLawThatTheLastStepBrokeFailsTheScenarioAtItsEnd() {
        try (Trials trials = ToyWorld.trials(25, true, Optional.empty())) {
            trials.act(t -> {
                int number = t.draw("n", Arbitraries.integers().between(0, 1000));
                if (number >= 10) {
                    ToyWorld.of(t).brokenLaws.add(Finding.law("TOY/LAW", "a law was broken", "", ""));
                }
            });
            assertThatThrownBy(trials::finish)
                    .isInstanceOf(TrialFailed.class)
                    .hasMessage("explained: a law was broken with {n=10}");
        }
    }

    @Test
    void aScenarioThatHasFailedOrNeverBegunEndsInPeace() {
        try (Trials failed = ToyWorld.trials(1, true, Optional.empty());
                Trials neverBegun = new Trials()) {
            assertThatThrownBy(() -> failed.act(t -> ToyWorld.require(false, "always")))
                    .isInstanceOf(TrialFailed.class);
            assertThatNoException().isThrownBy(failed::finish);
            assertThatNoException().isThrownBy(neverBegun::finish);
        }
    }

    /** In real time a stack's own machine goes on while the suite stands still. */
    @Test
    void whatFailsWhileTheMachineStoodStillIsPlayedOnceMore() {
        Standstill machine = new Standstill();
        List<Trial> played = new ArrayList<>();
        try (Trials trials = ToyWorld.realTrials(3, machine)) {
            trials.act(played::add);
            machine.count++;
            trials.act(trial -> ToyWorld.require(played.size() > 3, "too late"));
            assertThat(trials.failure()).isEmpty();
            assertThat(played).extracting(Trial::number).containsExactly(0, 1, 2, 0, 1, 2);
            assertThat(played.subList(0, 3))
                    .allSatisfy(trial -> assertThat(ToyWorld.of(trial).closed).isTrue());
            assertThat(trials.all()).isEqualTo(played.subList(3, 6));
        }
    }

    /** The process has not stood still, but it had more to do than it could: a packet waited for longer than a stack does. */
    @Test
    void whatFailsInAWorldThatWasLateIsPlayedOnceMore() {
        List<Trial> played = new ArrayList<>();
        try (Trials trials = ToyWorld.realTrials(2, () -> 0)) {
            trials.act(played::add);
            ToyWorld.of(played.get(0)).delays++;
            trials.act(trial -> ToyWorld.require(played.size() > 2, "too late"));
            assertThat(trials.failure()).isEmpty();
            assertThat(played).extracting(Trial::number).containsExactly(0, 1, 0, 1);
        }
    }

    @Test
    void whatFailsWithoutAStandstillIsNotPlayedAgainNorForEver() {
        List<Trial> played = new ArrayList<>();
        try (Trials trials = ToyWorld.realTrials(3, () -> 5)) {
            assertThatThrownBy(() -> trials.act(trial -> {
                        played.add(trial);
                        ToyWorld.require(false, "wrong");
                    }))
                    .isInstanceOf(TrialFailed.class);
            assertThat(played).hasSize(3);
        }
        played.clear();
        AtomicLong always = new AtomicLong();
        try (Trials trials = ToyWorld.realTrials(3, always::incrementAndGet)) {
            assertThatThrownBy(() -> trials.act(trial -> {
                        played.add(trial);
                        ToyWorld.require(false, "wrong");
                    }))
                    .isInstanceOf(TrialFailed.class);
            assertThat(played).hasSize(15);
            Finding finding = trials.failure().orElseThrow().finding();
            assertThat(finding.kind()).isEqualTo(Finding.Kind.SUITE_ERROR);
            assertThat(finding.headline()).contains("this machine had too much else to do");
            assertThat(finding.came()).endsWith("it looked as if wrong");
        }
    }

    /** It takes long, and nothing comes of it. */
    @Test
    void whatIsKnownIsNotPlayedAgainThoughTheMachineStoodStill() {
        List<Trial> played = new ArrayList<>();
        AtomicLong always = new AtomicLong();
        try (Trials trials = ToyWorld.realTrials(3, always::incrementAndGet)) {
            assertThatThrownBy(() -> trials.act(trial -> {
                        played.add(trial);
                        ToyWorld.require(false, ToyWorld.KNOWN);
                    }))
                    .isInstanceOf(TrialFailed.class);
            assertThat(played).hasSize(3);
        }
    }

    /** Otherwise what is known would hide what is new. */
    @Test
    void aWorldThatFailsBySomethingNewSpeaksForOthersThatFailByWhatIsKnown() {
        try (Trials trials = ToyWorld.realTrials(3, () -> 0)) {
            assertThatThrownBy(() -> trials.act(trial ->
                            ToyWorld.require(false, trial.number() == 1 ? "news" : ToyWorld.KNOWN + trial.number())))
                    .isInstanceOf(TrialFailed.class);
            assertThat(trials.failure().orElseThrow().finding().headline()).isEqualTo("news");
        }
        try (Trials trials = ToyWorld.realTrials(3, () -> 0)) {
            assertThatThrownBy(() ->
                            trials.act(trial -> ToyWorld.require(trial.number() == 0, ToyWorld.KNOWN + trial.number())))
                    .isInstanceOf(TrialFailed.class);
            assertThat(trials.failure().orElseThrow().finding().headline()).isEqualTo(ToyWorld.KNOWN + 1);
        }
    }

    private static final class Standstill implements Standstills {
        private long count;

        @Override
        public long soFar() {
            return count;
        }
    }

    @Test
    void aValueThatIsShownStandsAmongThoseDrawn() {
        TrialFailure failure = ToyWorld.failure(1, t -> {
            t.show("the answer", 42);
            ToyWorld.require(false, "always");
        });
        assertThat(failure.values()).containsEntry("the answer", 42);
    }

    @Test
    void aThingIsFoundByItsClassOrItsName() {
        Trial trial = ToyWorld.trial(0);
        trial.put(new StringBuilder("thing"));
        trial.put("another", 5);
        assertThat(trial.the(StringBuilder.class)).hasToString("thing");
        assertThat(trial.the("another", Integer.class)).isEqualTo(5);
        assertThat(trial.maybe(Long.class)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> trial.the(Long.class))
                .withMessageContaining("no earlier step")
                .withMessageContaining("Long");
    }

    @Test
    void stepsWithoutABeginningAreABugOfTheSuite() {
        try (Trials trials = new Trials()) {
            assertThatIllegalStateException().isThrownBy(() -> trials.act(t -> {}));
        }
    }

    @Test
    void allWorldsAreSwitchedOffInTheEnd() {
        Trials trials = ToyWorld.trials(3, true, Optional.empty());
        trials.close();
        assertThat(trials.all()).hasSize(3).allMatch(trial -> ToyWorld.of(trial).closed);
    }
}
