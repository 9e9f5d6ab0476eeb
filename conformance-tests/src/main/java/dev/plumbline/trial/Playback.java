package dev.plumbline.trial;

import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Performs one operation of a step on several trials: all act, then all wait together. */
final class Playback {
    private volatile int busyWith = -1;

    /** Something every trial does. */
    sealed interface Operation {
        /** Does it. */
        record Act(Consumer<Trial> action) implements Operation {}

        /** Waits for it. */
        record Await(Function<Trial, Expectation> expectation) implements Operation {}
    }

    /** The trial that is at work at this moment, or -1: whom to blame if it never comes back. */
    int busyWith() {
        return busyWith;
    }

    /** Performs {@code operation} on the trials that have no finding yet; those that fail have one afterwards. */
    void perform(Operation operation, List<Trial> trials) {
        List<Trial> alive =
                trials.stream().filter(trial -> trial.finding().isEmpty()).toList();
        Draws.withinSession(() -> {
            if (operation instanceof Operation.Act act) {
                alive.forEach(trial -> attempt(trial, () -> act.action().accept(trial)));
            } else {
                await(((Operation.Await) operation).expectation(), alive);
            }
            return Boolean.TRUE;
        });
        alive.forEach(Playback::heedTheWorld);
        busyWith = -1;
    }

    private void await(Function<Trial, Expectation> expectation, List<Trial> trials) {
        Map<Trial, Expectation> awaited = new LinkedHashMap<>();
        trials.forEach(trial -> attempt(trial, () -> awaited.put(trial, expectation.apply(trial))));
        Map<Timeline, List<Trial>> groups = new LinkedHashMap<>();
        awaited.keySet()
                .forEach(trial -> groups.computeIfAbsent(trial.world().timeline(), t -> new ArrayList<>())
                        .add(trial));
        groups.forEach((timeline, group) -> run(timeline, group, awaited));
        awaited.forEach((trial, e) -> attempt(trial, () -> e.finding().ifPresent(trial::fail)));
    }

    private void run(Timeline timeline, List<Trial> group, Map<Trial, Expectation> awaited) {
        List<Expectation> open = new ArrayList<>();
        Duration limit = Duration.ZERO;
        for (Trial trial : group) {
            Expectation expectation = awaited.get(trial);
            if (expectation != null && trial.finding().isEmpty()) {
                open.add(expectation);
                Duration own = expectation.limit(timeline.base());
                limit = own.compareTo(limit) > 0 ? own : limit;
            }
        }
        Duration longest = limit;
        Trial first = group.get(0);
        attempt(first, () -> timeline.runUntil(settled(timeline.base(), open, group), longest));
    }

    /** One trial's world stops when the stack in it is gone; where worlds share their time, the others go on. */
    private static BooleanSupplier settled(TimeBase time, List<Expectation> open, List<Trial> group) {
        if (time == TimeBase.VIRTUAL) {
            Expectation only = open.get(0);
            Trial trial = group.get(0);
            return () -> only.isSettled() || trial.world().crash().isPresent();
        }
        return () -> {
            open.removeIf(Expectation::isSettled);
            return open.isEmpty();
        };
    }

    private void attempt(Trial trial, Runnable action) {
        busyWith = trial.number();
        try {
            action.run();
        } catch (FindingError e) {
            trial.fail(e.finding());
        } catch (ShrinkPath.NoSuchCandidate e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            trial.fail(trial.world().crash().orElseGet(() -> Finding.suiteError(e)));
        }
    }

    /** A stack that broke down explains everything else; a broken law explains silence and garbage. */
    private static void heedTheWorld(Trial trial) {
        Optional<Finding> own = trial.finding();
        Optional<Finding> crash = trial.world().crash();
        List<Finding> others = trial.world().findings();
        if (crash.isPresent()) {
            trial.replaceFinding(crash.get());
        } else if (!others.isEmpty() && (own.isEmpty() || !own.get().conclusive())) {
            trial.replaceFinding(others.get(0));
        }
    }
}
