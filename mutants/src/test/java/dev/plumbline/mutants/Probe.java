package dev.plumbline.mutants;

/**
 * What instrumented classes call. Each {@link MutantLoader} has a copy of it, and so each mutant a meter of its own.
 */
public final class Probe {
    private static final Meter METER = ((MutantLoader) Probe.class.getClassLoader()).meter();

    private Probe() {}

    /** Before a jump. */
    public static void step() {
        METER.step();
    }

    /** At the beginning of a line. */
    public static void line(int number) {
        METER.line(number);
    }
}
