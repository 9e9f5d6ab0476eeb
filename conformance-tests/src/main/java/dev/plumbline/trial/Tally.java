package dev.plumbline.trial;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is left to say of trials when nobody looks into them any more. */
public final class Tally {
    private static final int NANOS = 1000;

    private final Set<String> laws = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();
    private final Set<String> deviations = new TreeSet<>();
    private int trials;
    private long datagrams;
    private long micros;

    Tally() {}

    void add(Trial trial) {
        World world = trial.world();
        trials++;
        datagrams += world.transcript().datagrams();
        micros += world.timeline().now().toNanos() / NANOS;
        laws.addAll(world.lawsApplied());
        world.findings().forEach(finding -> broken.add(String.valueOf(finding.requirement())));
        deviations.addAll(world.deviations());
    }

    void add(Tally others) {
        trials += others.trials;
        datagrams += others.datagrams;
        micros += others.micros;
        laws.addAll(others.laws);
        broken.addAll(others.broken);
        deviations.addAll(others.deviations);
    }

    /** How many there were. */
    public int trials() {
        return trials;
    }

    /** How many datagrams hosts have put on a wire in them. */
    public long datagrams() {
        return datagrams;
    }

    /** How much of the stacks' time has passed in them, in microseconds. */
    public long micros() {
        return micros;
    }

    /** The requirements of the laws that have judged at least one packet, in the order of their names. */
    public List<String> laws() {
        return List.copyOf(laws);
    }

    /** Those of the laws that were broken. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    /** Those of the laws that the stack is known not to keep, and did not keep. */
    public List<String> deviations() {
        return List.copyOf(deviations);
    }
}
