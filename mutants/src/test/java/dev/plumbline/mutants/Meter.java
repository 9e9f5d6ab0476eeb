package dev.plumbline.mutants;

import java.util.BitSet;

/**
 * What a stack does in one scenario: the lines it comes through, and how many steps it takes. Steps are counted and not timed, so
 * that an endless loop ends after the same step on every machine.
 */
public final class Meter {
    private final BitSet lines = new BitSet();
    private long steps;
    private long most = Long.MAX_VALUE;

    /** A mutant went round in circles. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Endless(long most) {
            super("more than " + most + " steps in one scenario (an endless loop?)");
        }
    }

    /** Starts anew, for a scenario that may take so many steps. */
    void reset(long mostSteps) {
        lines.clear();
        steps = 0;
        most = mostSteps;
    }

    /** The stack is about to decide where it goes on. Whoever has gone too far gets no further. */
    public void step() {
        if (++steps > most) {
            throw new Endless(most);
        }
    }

    /** The stack is at a line. */
    public void line(int number) {
        lines.set(number);
    }

    BitSet lines() {
        return (BitSet) lines.clone();
    }

    long steps() {
        return steps;
    }
}
