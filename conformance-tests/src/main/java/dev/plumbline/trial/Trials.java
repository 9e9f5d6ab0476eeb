package dev.plumbline.trial;

import dev.plumbline.spi.TimeBase;
import dev.plumbline.trial.Playback.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The N trials of one scenario, moved through its steps together: a step tells all of them what to do with {@link #act} and
 * what to wait for with {@link #await}, and turns red as soon as one of them fails. In virtual time not more than a few are
 * there at once: when the last step has been taken the next ones take all steps again, and of those before only a
 * {@link Tally} is left. So a trial costs the same memory and time, however many there are.
 *
 * <p>Cucumber makes one for each scenario and hands it to every class with steps.
 */
public final class Trials implements AutoCloseable {
    private static final int WORLDS_TO_SHRINK = 600;
    private static final int REAL_WORLDS_TO_SHRINK = 96;
    private static final int REAL_BATCH = 24;
    /** More than there are: so each operation of each trial has a number of its own. */
    private static final int MANY_TRIALS = 1_000_000;
    /** A machine that always stands still cannot judge. */
    private static final int MOST_FRESH_STARTS = 4;

    private final List<Trial> trials = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    /** Each leads back to the step that an operation belongs to. */
    private final List<Runnable> bookmarks = new ArrayList<>();

    private final Standstills standstills;
    private long standstillsBefore;
    private int freshStarts;

    private final AtomicInteger storms = new AtomicInteger();
    private final Tally past = new Tally();
    private int planned;
    private int made;
    private @Nullable Trial first;
    private @Nullable Setup setup;
    private @Nullable Worker worker;
    private @Nullable TrialFailure failure;

    /** Not begun yet. */
    public Trials() {
        this(Standstills.ofThisProcess());
    }

    /** The same where somebody else says when the process stood still. */
    Trials(Standstills standstills) {
        this.standstills = standstills;
    }

    /** Makes the worlds; called once, before the first step. */
    public void begin(Setup start) {
        setup = start;
        standstillsBefore = standstills();
        worker = new Worker(start.threads(), start.time() == TimeBase.REAL);
        Optional<ReplayToken> replay = start.replay();
        if (replay.isPresent()) {
            planned = 1;
            made = 1;
            trials.add(make(replay.get().trial(), replay.get().shrinkPath()));
        } else {
            planned = start.quantified() ? start.tries() : 1;
            makeMore(start.time() == TimeBase.REAL ? planned : start.together());
        }
    }

    private void makeMore(int most) {
        int end = Math.min(planned, made + most);
        IntStream.range(made, end).forEach(number -> trials.add(make(number, ShrinkPath.NONE)));
        made = end;
    }

    /** Every trial does {@code action}. */
    public void act(Consumer<Trial> action) {
        perform(new Operation.Act(action));
    }

    /** Every trial waits for what {@code expectation} makes for it; they all wait at the same time. */
    public void await(Function<Trial, Expectation> expectation) {
        perform(new Operation.Await(expectation));
    }

    /** The same for what only sets the scene: a trial that does not get there has judged nothing, wherever the step stands. */
    public void reach(Function<Trial, Expectation> precondition) {
        await(trial -> new Precondition(precondition.apply(trial)));
    }

    /** Fails if a law was broken that no step has come to speak of; has the other trials played. Called once, after the last step. */
    public void finish() {
        if (!trials.isEmpty() && failure == null) {
            await(trial -> Expectation.NOTHING);
            // A stack that dies of being switched off has failed like any other.
            act(Trial::close);
            while (made < planned) {
                forget();
                makeMore(started().together());
                perform(0, operations.size());
            }
        }
    }

    /** All but the first one, which shows what right looks like. They have been switched off. */
    private void forget() {
        List<Trial> over = new ArrayList<>(trials);
        if (first == null) {
            first = over.remove(0);
        }
        over.forEach(trial -> trial.world().transcript().seal());
        over.forEach(past::add);
        trials.clear();
    }

    /** What failed, if anything did. */
    public Optional<TrialFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** How many trials there are. */
    public int count() {
        return tally().trials();
    }

    /** The trials that are still there, the first one first. */
    public List<Trial> all() {
        return Stream.concat(Stream.ofNullable(first), trials.stream()).toList();
    }

    /** What happened in all trials, taken together. */
    public Tally tally() {
        Tally tally = new Tally();
        tally.add(past);
        all().forEach(tally::add);
        return tally;
    }

    /** Switches all hosts off. A stack that does not come back from that is left behind. */
    @Override
    public void close() {
        if (worker != null) {
            worker.run(() -> -1, () -> all().forEach(Trial::close));
            worker.close();
        }
    }

    private void perform(Operation operation) {
        bookmarks.add(started().bookmark().get());
        operations.add(operation);
        perform(operations.size() - 1, operations.size());
    }

    /** All trials do these operations, one after another, as far as none of them fails; in one go, for a thread is waited for. */
    private void perform(int from, int end) {
        Setup start = started();
        Worker hand = Objects.requireNonNull(worker);
        Playback playback = new Playback(start.patience(), storms);
        AtomicInteger at = new AtomicInteger(from);
        Optional<Finding> hung = hand.run(() -> progress(playback, at.get()), () -> {
            playback.perform(operations.get(from), trials);
            while (at.get() + 1 < end
                    && trials.stream().allMatch(t -> t.finding().isEmpty())) {
                playback.perform(operations.get(at.incrementAndGet()), trials);
            }
        });
        int index = at.get();
        hung.ifPresent(finding -> trials.stream()
                .filter(trial -> trial.number() == playback.busyWith())
                .findFirst()
                .orElse(trials.get(0))
                .replaceFinding(finding));
        Optional<Trial> failed = failed(start);
        Optional<Trial> late = failed.filter(trial -> hung.isEmpty() && mayBeTheMachine(start, trial));
        if (late.isPresent() && freshStarts < MOST_FRESH_STARTS) {
            startAfresh(hand, end);
            return;
        }
        late.ifPresent(
                trial -> trial.replaceFinding(trial.finding().orElseThrow().tooLate(MOST_FRESH_STARTS + 1)));
        failed.ifPresent(trial -> {
            operations.subList(index + 1, operations.size()).clear();
            bookmarks.get(index).run();
            stop(start, trial, hung.isEmpty() ? shrink(start, hand, trial) : trial);
        });
    }

    /** The first one that failed by something new, or else by what is known. */
    private Optional<Trial> failed(Setup start) {
        List<Trial> failed =
                trials.stream().filter(t -> t.finding().isPresent()).toList();
        return failed.stream()
                .filter(t -> !start.known().test(t.finding().orElseThrow()))
                .findFirst()
                .or(() -> failed.stream().findFirst());
    }

    /** Whether the machine may be to blame for what is wrong, and for nothing that is known of the stack. */
    private boolean mayBeTheMachine(Setup start, Trial failed) {
        return start.time() == TimeBase.REAL
                && standstills() != standstillsBefore
                && !start.known().test(failed.finding().orElseThrow());
    }

    /** How often the machine had no time so far: for this process, or for what happens in the worlds. */
    private long standstills() {
        return standstills.soFar()
                + (trials.isEmpty() ? 0 : trials.get(0).world().delays());
    }

    /** All worlds are made anew; all of their story so far happens again, and what was still to come. */
    private void startAfresh(Worker hand, int end) {
        freshStarts++;
        List<Trial> over = List.copyOf(trials);
        hand.run(() -> -1, () -> over.forEach(Trial::close));
        standstillsBefore = standstills();
        trials.clear();
        over.forEach(trial -> trials.add(make(trial.number(), trial.path())));
        perform(0, end);
    }

    /** In real time the trials wait together: there it is progress, too, if anything has happened on their timeline. */
    private int progress(Playback playback, int operation) {
        boolean together = started().time() == TimeBase.REAL;
        return operation * MANY_TRIALS
                + playback.busyWith()
                + (together ? (int) trials.get(0).world().timeline().eventsRun() : 0);
    }

    private void stop(Setup start, Trial failed, Trial smallest) {
        ReplayToken token = new ReplayToken(
                start.scenario(),
                start.seed(),
                start.tries(),
                smallest.number(),
                smallest.path().toString());
        failure = new TrialFailure(
                smallest.world().explained(smallest.finding().orElseThrow()),
                smallest.besides(),
                failed.number(),
                planned,
                smallest.drawn(),
                smallest.holding(),
                token,
                smallest.world().story(),
                smallest.world().transcript());
        if (smallest != failed) {
            trials.add(smallest);
        }
        throw new TrialFailed(start.explain().apply(failure), failure);
    }

    private Trial shrink(Setup start, Worker hand, Trial failed) {
        Finding finding = failed.finding().orElseThrow();
        boolean worthwhile = finding.kind() != Finding.Kind.SUITE_ERROR && !finding.endsItsProgram();
        // Looking for the smallest world of what is known takes minutes in real time.
        boolean pointless = start.replay().isPresent() || start.known().test(finding) || !worthwhile;
        if (pointless || !start.shrinks().getAsBoolean()) {
            return failed;
        }
        boolean real = start.time() == TimeBase.REAL;
        Shrinker shrinker = new Shrinker(
                operations,
                start.patience(),
                this::make,
                real ? REAL_BATCH : 1,
                real ? REAL_WORLDS_TO_SHRINK : WORLDS_TO_SHRINK);
        List<Trial> smallest = new ArrayList<>(List.of(failed));
        Optional<Finding> hung = hand.run(shrinker::worldsLeft, () -> smallest.set(0, shrinker.shrink(failed)));
        return hung.isEmpty() ? smallest.get(0) : failed;
    }

    private Trial make(int number, ShrinkPath path) {
        Setup start = started();
        return make(new Draws(start.seed(), number, start.tries(), path));
    }

    private Trial make(Draws draws) {
        Setup start = started();
        int number = draws.trial();
        return new Trial(number, draws, start.worlds().make(number, start.seed() * 31 + number));
    }

    private Setup started() {
        if (setup == null) {
            throw new IllegalStateException("the trials have not begun: the hook that begins them is missing");
        }
        return setup;
    }
}
