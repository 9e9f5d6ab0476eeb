package dev.plumbline.trial;

import dev.plumbline.testbed.Timeline;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A world with nothing in it, in which a test lets happen what it needs. */
final class ToyWorld implements World {
    /** How the headline of a finding begins that is on the list of known deviations. */
    static final String KNOWN = "known: ";

    final List<Finding> brokenLaws = new ArrayList<>();

    @Nullable
    Finding crash;

    boolean closed;
    long delays;
    Runnable catchUp = () -> {};
    private final Timeline timeline;
    private final Transcript transcript;

    ToyWorld() {
        this(new VirtualTimeline());
    }

    private ToyWorld(Timeline timeline) {
        this.timeline = timeline;
        this.transcript = new Transcript(timeline);
    }

    /** Trials of toy worlds that have begun. */
    static Trials trials(int tries, boolean quantified, Optional<ReplayToken> replay) {
        return trials(tries, quantified, replay, () -> true);
    }

    static Trials trials(int tries, boolean quantified, Optional<ReplayToken> replay, BooleanSupplier shrinks) {
        return trials(tries, quantified, replay, shrinks, () -> () -> {});
    }

    private static Trials trials(
            int tries,
            boolean quantified,
            Optional<ReplayToken> replay,
            BooleanSupplier shrinks,
            Supplier<Runnable> bookmark) {
        Trials trials = new Trials();
        trials.begin(new Setup(
                "TOY-1.00beef",
                7,
                tries,
                25,
                quantified,
                Patience.VIRTUAL,
                (number, seed) -> new ToyWorld(),
                new Threads(),
                replay,
                finding -> finding.headline().startsWith(KNOWN),
                shrinks,
                bookmark,
                failure -> "explained: " + failure.finding().headline() + " with " + failure.values()));
        return trials;
    }

    /** As in real time; nothing is made smaller. */
    static Trials realTrials(int tries, Standstills standstills) {
        Trials trials = new Trials(standstills);
        trials.begin(new Setup(
                "TOY-1.00beef",
                7,
                tries,
                25,
                true,
                Patience.REAL,
                (number, seed) -> new ToyWorld(),
                new Threads(),
                Optional.empty(),
                finding -> finding.headline().startsWith(KNOWN),
                () -> false,
                () -> () -> {},
                failure -> "explained: " + failure.finding().headline()));
        return trials;
    }

    /** The same where somebody must find back to a step. */
    static Trials trials(int tries, Supplier<Runnable> bookmark) {
        return trials(tries, true, Optional.empty(), () -> true, bookmark);
    }

    /** What fails when every trial does {@code action}. */
    static TrialFailure failure(int tries, Consumer<Trial> action) {
        try (Trials trials = trials(tries, true, Optional.empty())) {
            trials.act(action);
            throw new AssertionError("nothing failed");
        } catch (TrialFailed failed) {
            return failed.failure();
        }
    }

    static ToyWorld of(Trial trial) {
        return (ToyWorld) trial.world();
    }

    static Trial trial(int number) {
        return trial(number, new VirtualTimeline());
    }

    /** One of several that wait on the same timeline, as all do in real time. */
    static Trial trial(int number, Timeline timeline) {
        return new Trial(number, new Draws(7, number, 25, ShrinkPath.NONE), new ToyWorld(timeline));
    }

    /** Ends the step with a finding if {@code holds} is false. */
    static void require(boolean holds, String headline) {
        if (!holds) {
            throw new FindingError(Finding.wrong(headline, "another", "this"));
        }
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public long delays() {
        return delays;
    }

    @Override
    public void catchUp() {
        catchUp.run();
    }

    @Override
    public Transcript transcript() {
        return transcript;
    }

    @Override
    public String story() {
        return "once upon a time";
    }

    @Override
    public List<Finding> findings() {
        return brokenLaws;
    }

    @Override
    public Set<String> lawsApplied() {
        return Set.of();
    }

    @Override
    public Optional<Finding> crash() {
        return Optional.ofNullable(crash);
    }

    @Override
    public void close() {
        closed = true;
    }
}
