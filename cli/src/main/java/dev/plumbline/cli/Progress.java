package dev.plumbline.cli;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.suite.RunListener;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows how far a run is: on a terminal one line that is written over, elsewhere a sign for each scenario. */
abstract class Progress implements RunListener {
    final Screen screen;
    private Supplier<Optional<Results>> soFar = Optional::empty;
    int planned;
    int finished;
    int failed;
    private boolean closed;

    Progress(Screen screen) {
        this.screen = screen;
    }

    /** The kind that suits the screen. */
    static Progress on(Screen screen) {
        return screen.isTerminal() ? new RewrittenLine(screen) : new Signs(screen);
    }

    @Override
    public synchronized void planned(int scenarios) {
        planned = scenarios;
        if (scenarios > 1) {
            begins();
        }
    }

    @Override
    public synchronized void results(Supplier<Results> run) {
        soFar = () -> Optional.of(run.get());
    }

    /** What the run has found, if it has begun. */
    synchronized Optional<Results> soFar() {
        return soFar.get();
    }

    @Override
    public synchronized void started(String id, String name) {
        if (!closed) {
            starts(name);
        }
    }

    @Override
    public synchronized void finished(String id, Outcome outcome) {
        finished++;
        failed += outcome == Outcome.FAIL ? 1 : 0;
        if (!closed) {
            ends(outcome);
        }
    }

    @Override
    public synchronized void runsShort(String sentence) {
        clear();
        screen.complain("plumbline: " + sentence);
    }

    /** A line that stays, in between. */
    synchronized void say(String line) {
        clear();
        screen.line(line);
    }

    /** Leaves the screen ready for what comes next. */
    synchronized void close() {
        if (!closed) {
            clear();
        }
        closed = true;
    }

    @Override
    public synchronized void shrinks(String id, String name) {
        if (!closed) {
            looksForLess(name);
        }
    }

    /** Nothing has been played, but it is known how much there is. */
    abstract void begins();

    abstract void starts(String name);

    /** The smallest world that fails is looked for, which may take a while. */
    abstract void looksForLess(String name);

    abstract void ends(Outcome outcome);

    abstract void clear();

    /** For a terminal. */
    private static final class RewrittenLine extends Progress {
        /** A line that wraps cannot be written over. */
        private static final int WIDTH = 79;

        /** Faster than anybody reads is only slower. */
        private static final long NANOS_BETWEEN = 50_000_000;

        private static final String ERASE = "\r\u001b[K";

        private long shownAt = System.nanoTime() - NANOS_BETWEEN;

        RewrittenLine(Screen screen) {
            super(screen);
        }

        @Override
        void begins() {
            show("scenarios to play");
        }

        @Override
        void starts(String name) {
            if (System.nanoTime() - shownAt >= NANOS_BETWEEN) {
                shownAt = System.nanoTime();
                show(name);
            }
        }

        @Override
        void looksForLess(String name) {
            show("failed, now for its smallest case: " + name);
        }

        private void show(String name) {
            String count = finished + "/" + planned;
            String bad = failed == 0 ? "" : "  " + failed + " failed";
            String line = String.format(Locale.ROOT, "%9s%s  %s", count, bad, name);
            screen.out().print(ERASE + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
            screen.out().flush();
        }

        @Override
        void ends(Outcome outcome) {
            // The next start shows it.
        }

        @Override
        void clear() {
            screen.out().print(ERASE);
            screen.out().flush();
        }
    }

    /** For files and pipes. */
    private static final class Signs extends Progress {
        private static final int IN_A_LINE = 60;

        Signs(Screen screen) {
            super(screen);
        }

        @Override
        void looksForLess(String name) {
            // Its sign says how it ended.
        }

        @Override
        void begins() {
            screen.line(
                    planned + " scenarios to play: . holds, F fails, ? could not be judged, - is not for this stack");
        }

        @Override
        void starts(String name) {
            // Only what has ended is told.
        }

        @Override
        void ends(Outcome outcome) {
            screen.out().print(sign(outcome));
            if (finished % IN_A_LINE == 0) {
                count();
            }
            screen.out().flush();
        }

        private static char sign(Outcome outcome) {
            return switch (outcome) {
                case PASS -> '.';
                case FAIL -> 'F';
                case INCONCLUSIVE -> '?';
                case ADAPTER -> 'A';
                case SUITE_ERROR -> 'E';
                case LISTED -> 'd';
                case NOT_CLAIMED, NOT_OBSERVABLE -> '-';
            };
        }

        private void count() {
            screen.out().println("  " + finished + "/" + planned);
        }

        @Override
        void clear() {
            if (finished % IN_A_LINE != 0) {
                count();
            }
        }
    }
}
