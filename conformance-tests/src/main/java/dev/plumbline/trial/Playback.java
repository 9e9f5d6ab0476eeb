package dev.plumbline.trial;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Livelock;
import dev.plumbline.testbed.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Performs one operation of a step on several trials: all act, then all wait together. */
final class Playback {
    /** Some ten times what the longest stream needs: who sends more in one wait will not stop, and time says nothing more. */
    private static final long FLOOD = 10_000;

    private final Patience patience;
    private final AtomicInteger storms;
    private final Map<Trial, Storm> seen = new LinkedHashMap<>();
    private volatile int busyWith = -1;

    /** Waits as long as that. */
    Playback(Patience patience) {
        this(patience, new AtomicInteger());
    }

    /** The same where so many storms have been seen already. */
    Playback(Patience patience, AtomicInteger storms) {
        this.patience = patience;
        this.storms = storms;
    }

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
        if (operation instanceof Operation.Act act) {
            act(act.action(), alive);
        } else {
            await(((Operation.Await) operation).expectation(), alive);
        }
        boolean lawsHaveTheirSay = operation instanceof Operation.Await;
        gone(alive).map(List::of).orElse(alive).forEach(trial -> heedTheWorld(trial, lawsHaveTheirSay));
        heedTheStorms(alive);
        busyWith = -1;
    }

    private void heedTheStorms(List<Trial> trials) {
        seen.forEach((trial, storm) -> trial.finding().map(storm::explaining).ifPresent(trial::replaceFinding));
        if (storms.get() >= Storm.MOST
                && trials.stream().allMatch(t -> t.finding().isEmpty())) {
            seen.forEach((trial, storm) -> trial.fail(storm.finding()));
        }
        seen.clear();
    }

    private void act(Consumer<Trial> action, List<Trial> trials) {
        for (Trial trial : trials) {
            attempt(trial, () -> {
                trial.world().requireTime();
                action.accept(trial);
            });
            if (isGone(trial)) {
                return;
            }
        }
    }

    /** The one whose stack took its program with it: what becomes of the others by that says nothing about them. */
    private static Optional<Trial> gone(List<Trial> trials) {
        return trials.stream().filter(Playback::isGone).findFirst();
    }

    private static boolean isGone(Trial trial) {
        return trial.world().crash().filter(Finding::endsItsProgram).isPresent();
    }

    private void await(Function<Trial, Expectation> expectation, List<Trial> trials) {
        Map<Trial, Expectation> awaited = new LinkedHashMap<>();
        act(trial -> awaited.put(trial, expectation.apply(trial)), trials);
        if (gone(trials).isPresent()) {
            return;
        }
        Map<Timeline, Map<Trial, Expectation>> groups = new LinkedHashMap<>();
        awaited.forEach((trial, e) -> groups.computeIfAbsent(trial.world().timeline(), t -> new LinkedHashMap<>())
                .put(trial, e));
        List<Trial> played = new ArrayList<>();
        for (Map.Entry<Timeline, Map<Trial, Expectation>> group : groups.entrySet()) {
            List<Trial> together = List.copyOf(group.getValue().keySet());
            run(group.getKey(), together, group.getValue());
            if (gone(together).isPresent()) {
                return;
            }
            played.addAll(together);
            if (storms.get() >= Storm.MOST) {
                break;
            }
        }
        awaited.keySet().retainAll(played);
        awaited.forEach((trial, e) -> attempt(trial, () -> e.finding().ifPresent(trial::fail)));
    }

    /**
     * Waits until the last one is settled or its own limit has passed: who waits for nothing does not wait for the others. There
     * is one timeline a trial in virtual time, so what happens here must not depend on how many trials there are besides. There a
     * flood ends the wait, too: hours of it would be played packet by packet.
     */
    private void run(Timeline timeline, List<Trial> together, Map<Trial, Expectation> open) {
        open.keySet().removeIf(trial -> trial.finding().isPresent());
        Duration start = timeline.now();
        int from = together.get(0).world().transcript().length();
        long most = sent(together) + FLOOD;
        BooleanSupplier flooded = () -> timeline.base() == TimeBase.VIRTUAL && sent(together) > most;
        while (!open.isEmpty() && !flooded.getAsBoolean()) {
            Duration passed = timeline.now().minus(start);
            open.values().removeIf(e -> e.limit(patience).compareTo(passed) <= 0);
            Optional<Duration> next =
                    open.values().stream().map(e -> e.limit(patience)).min(Duration::compareTo);
            if (next.isPresent()) {
                Duration limit = next.get().minus(passed);
                busyWith = together.get(0).number();
                attempt(
                        () -> toBlame(open, together),
                        () -> timeline.runUntil(() -> settle(open) || flooded.getAsBoolean(), limit));
                if (timeline.base() == TimeBase.REAL) {
                    attempt(() -> toBlame(open, together), () -> catchUp(timeline, together, open));
                }
                open.keySet().removeIf(trial -> trial.finding().isPresent());
            }
        }
        if (flooded.getAsBoolean()) {
            // In virtual time each is alone on its timeline.
            Trial trial = together.get(0);
            Storm storm = Storm.of(trial.world(), from, timeline.now().minus(start));
            trial.world()
                    .transcript()
                    .note("the suite waits no longer: more than " + FLOOD + " packets were sent meanwhile: "
                            + storm.sentence());
            seen.put(trial, storm);
            storms.incrementAndGet();
        }
    }

    /**
     * Nobody is taken for silent because its machine was busy: its time is over when it has dealt with all that has reached it. All
     * worlds share a program.
     */
    private static void catchUp(Timeline timeline, List<Trial> together, Map<Trial, Expectation> open) {
        Optional<Trial> waiting = open.keySet().stream().findFirst();
        if (waiting.isPresent()) {
            long before = sent(together);
            waiting.get().world().catchUp();
            timeline.runUntil(() -> settle(open), Duration.ZERO);
            if (sent(together) > before) {
                timeline.runUntil(() -> settle(open), Waits.MOMENT);
            }
        }
    }

    private static long sent(List<Trial> trials) {
        long sent = 0;
        for (int i = 0; i < trials.size(); i++) {
            sent += trials.get(i).world().transcript().datagrams();
        }
        return sent;
    }

    /**
     * Lets go of those that are settled, up to the first that is not: this is asked after every event. A stack that is gone
     * settles everything in its world.
     */
    private static boolean settle(Map<Trial, Expectation> open) {
        Iterator<Map.Entry<Trial, Expectation>> each = open.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Trial, Expectation> first = each.next();
            if (!isSettled(first.getKey(), first.getValue())) {
                return false;
            }
            each.remove();
        }
        return true;
    }

    /** Who cannot tell whether it is settled has failed by that, and nobody else. */
    private static boolean isSettled(Trial trial, Expectation expectation) {
        AtomicBoolean settled = new AtomicBoolean();
        attempt(() -> trial, () -> {
            trial.world().requireTime();
            settled.set(expectation.isSettled());
        });
        return settled.get()
                || trial.finding().isPresent()
                || trial.world().crash().isPresent();
    }

    /** Who ended a wait that others shared: whose stack broke down, or else the first that was still waiting. */
    private static Trial toBlame(Map<Trial, Expectation> open, List<Trial> together) {
        return together.stream()
                .filter(trial -> trial.world().crash().isPresent())
                .findFirst()
                .or(() -> open.keySet().stream().findFirst())
                .orElse(together.get(0));
    }

    private void attempt(Trial trial, Runnable action) {
        busyWith = trial.number();
        attempt(() -> trial, action);
    }

    private static void attempt(Supplier<Trial> culprit, Runnable action) {
        try {
            action.run();
        } catch (FindingError e) {
            culprit.get().fail(e.finding());
        } catch (ShrinkPath.NoSuchCandidate e) {
            throw e;
        } catch (Livelock e) {
            culprit.get()
                    .fail(Finding.crash(
                            "the stack never lets time pass: its timers or packets follow one another without end",
                            String.valueOf(e.getMessage())));
        } catch (CallRefused e) {
            culprit.get()
                    .fail(Finding.wrong(
                            "the stack refused a call of its application: " + e.getMessage(),
                            "that it does what it is asked",
                            String.valueOf(e.getMessage())));
        } catch (RuntimeException | AssertionError e) {
            Trial trial = culprit.get();
            trial.fail(trial.world().crash().orElseGet(() -> Finding.suiteError(e)));
        }
    }

    /**
     * A stack that broke down explains everything else; a broken law explains silence and garbage. What breaks a law while a step
     * acts waits for what the next one says of it: that step knows what should have come instead.
     */
    private static void heedTheWorld(Trial trial, boolean lawsHaveTheirSay) {
        Optional<Finding> crash = trial.world().crash();
        if (crash.isPresent()) {
            trial.replaceFinding(crash.get());
        } else if (lawsHaveTheirSay || trial.finding().isPresent()) {
            moreTelling(trial.finding(), trial.world().findings()).ifPresent(trial::replaceFinding);
        }
    }

    /** The first broken law, if it says more than the step's own finding. */
    private static Optional<Finding> moreTelling(Optional<Finding> own, List<Finding> laws) {
        boolean anyIsMore = own.isEmpty();
        boolean conclusiveIsMore = own.filter(Finding::conclusive).isEmpty();
        return laws.stream()
                .filter(law -> law.conclusive() ? conclusiveIsMore : anyIsMore)
                .findFirst();
    }
}
