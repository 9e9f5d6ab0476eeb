package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.line.LineStack;
import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.adapter.line.TurnSession;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stack in a program of its own. All hosts of a run are served by one, which is started when it is first needed and again if it
 * died; if it says that it serves only so many, the others are served by more of the kind. A stack that hung once is waited for
 * less long from then on: a run must end.
 */
public final class ProgramProvider implements StackProvider {
    private static final Duration START = Duration.ofSeconds(30);
    /** In seconds; {@code -Dplumbline.turn} may shorten it. Less than the suite waits for a stack, which would name it worse. */
    private static final long TURN = 5;

    private static final long TURN_AFTER_A_HANG = 2;
    /** A program that has started once is waited for no longer than this, or than three times what it needed then. */
    private static final Duration START_AGAIN = Duration.ofSeconds(2);

    private static final int THREE_TIMES = 3;
    /** Far more than a program in C needs, and its sandbox; far less than a JVM. */
    private static final Duration AT_ONCE = Duration.ofMillis(150);

    /** So many that fail at once, one after another, are enough; fewer may have been in one sandbox when that ended. */
    private static final int MOST_FAILURES = 8;

    private final String name;
    private final Launcher launcher;
    private @Nullable StartedProgram running;
    private @Nullable ProgramPool pool;
    private @Nullable Rooms rooms;
    private volatile @Nullable StackBroken hopeless;
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable Thread atTheEnd;
    private volatile Duration patienceToStart = START;
    private volatile boolean startsAtOnce;
    private volatile Duration patience = atMost(TURN);
    private volatile @Nullable Introduction introduction;
    private volatile String confinement = "";

    /**
     * Nothing is started yet.
     *
     * @param name as it is typed after {@code --stack}
     * @param launcher starts the program, now and after each death
     */
    public ProgramProvider(String name, Launcher launcher) {
        this.name = name;
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return name;
    }

    /** As its program says. */
    @Override
    public String title() {
        String own = introduction().name();
        return own.isEmpty() ? name : own;
    }

    /** Starts the program for whoever wants to talk to it alone. */
    public Launcher launcher() {
        return launcher;
    }

    @Override
    public Set<Capability> capabilities() {
        return introduction().claims();
    }

    /** What the stack says about itself. */
    @Override
    public Map<String, String> settings() {
        return introduction().settings();
    }

    /** What it said when it was started first: nothing that it says later changes what is judged. */
    private Introduction introduction() {
        var unused = session();
        return Objects.requireNonNull(introduction);
    }

    /** Looks at the file and starts the program. */
    @Override
    public Optional<String> unavailable() {
        try {
            var unused = session();
            return Optional.empty();
        } catch (NotThere e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (StackBroken e) {
            return Optional.of(e + (e.detail().contains("standard error says") ? "; " + e.detail() : ""));
        }
    }

    /** As its program was started last. */
    @Override
    public String confinement() {
        var unused = session();
        return confinement;
    }

    @Override
    public Stack boot(Host host) {
        return LineStack.boot(host, sessionForAHost());
    }

    private synchronized TurnSession sessionForAHost() {
        TurnSession first = session();
        if (!first.isBounded()) {
            return first;
        }
        if (pool == null) {
            Optional<Rooms> many = launcher.rooms();
            rooms = many.orElse(null);
            pool = new ProgramPool(startsAtOnce, () -> startAnother(many), this::end);
        }
        return pool.take().session();
    }

    @Override
    public synchronized void close() {
        end();
        if (atTheEnd != null) {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
            atTheEnd = null;
        }
    }

    private synchronized TurnSession session() {
        if (running != null && !running.session().isBroken()) {
            return running.session();
        }
        requireHope();
        end();
        try {
            if (atTheEnd == null) {
                atTheEnd = new Thread(this::end, "end of the stack runner");
                Runtime.getRuntime().addShutdownHook(atTheEnd);
            }
            StartedProgram started = start();
            running = started;
            return started.session();
        } catch (StackBroken e) {
            hopeless = e;
            throw e;
        }
    }

    private void requireHope() {
        StackBroken reason = hopeless;
        if (reason != null) {
            throw new StackBroken(reason);
        }
    }

    /**
     * For the pool. One may fail by what another of its kind has done to their sandbox; but who lets us wait for one, lets us wait for
     * all, and a scenario has many.
     */
    private StartedProgram startAnother(Optional<Rooms> many) {
        requireHope();
        long before = System.nanoTime();
        try {
            StartedProgram started = many.isPresent() ? start(many.orElseThrow()) : start();
            failures.set(0);
            return started;
        } catch (StackBroken e) {
            boolean slow = System.nanoTime() - before >= patienceToStart.toNanos();
            if (e.isTheStacksFault() && (slow || failures.incrementAndGet() >= MOST_FAILURES)) {
                hopeless = e;
            }
            throw e;
        }
    }

    private StartedProgram start() {
        Workplace place = Workplace.create();
        return start(() -> launcher.launch(place.folder()), place::close);
    }

    private StartedProgram start(Rooms many) {
        return start(many::launch, () -> {});
    }

    private StartedProgram start(Supplier<ChildProgram> launch, Runnable afterwards) {
        Introduction said = new Introduction();
        try {
            ChildProgram program = launch.get();
            confinement = program.confinement();
            long before = System.nanoTime();
            TurnSession session = TurnSession.open(program, patienceToStart, patience, said::hear);
            learn(Duration.ofNanos(System.nanoTime() - before));
            introduction = Objects.requireNonNullElse(introduction, said);
            return new StartedProgram(session, afterwards);
        } catch (StackBroken e) {
            afterwards.run();
            throw said.doing().isEmpty() || e.adapterShould().isPresent()
                    ? e
                    : new StackBroken(e + " " + said.doing(), e.detail());
        } catch (NotThere e) {
            afterwards.run();
            throw e;
        }
    }

    /** From the first of them: the others cost a scenario no more than they must. */
    private void learn(Duration needed) {
        if (introduction == null) {
            Duration enough = needed.multipliedBy(THREE_TIMES);
            startsAtOnce = needed.compareTo(AT_ONCE) < 0;
            patienceToStart = enough.compareTo(START_AGAIN) > 0 ? enough : START_AGAIN;
        }
    }

    private static Duration atMost(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, Long.getLong("plumbline.turn", seconds)));
    }

    /** Ends the program, if one runs, and forgets it. */
    private synchronized void end() {
        if (running != null) {
            end(running);
            running = null;
        }
        if (pool != null) {
            pool.close();
            pool = null;
        }
        if (rooms != null) {
            rooms.close();
            rooms = null;
        }
    }

    private void end(StartedProgram program) {
        if (program.session().hasHung()) {
            patience = atMost(TURN_AFTER_A_HANG);
        }
        program.close();
    }
}
