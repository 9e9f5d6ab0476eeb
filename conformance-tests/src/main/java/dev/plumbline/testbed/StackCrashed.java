package dev.plumbline.testbed;

/** An application call found, or made, its stack dead: a finding about the stack, not a bug of the suite. */
public final class StackCrashed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Crash crash;

    StackCrashed(String host, Crash crash) {
        super(
                "the stack on " + host + " crashed at " + Seconds.print(crash.at()) + " s " + crash.during() + ": "
                        + crash.cause(),
                crash.cause());
        this.crash = crash;
    }

    /** What happened. */
    public Crash crash() {
        return crash;
    }
}
