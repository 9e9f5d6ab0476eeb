package dev.plumbline.trial;

import dev.plumbline.spi.TimeBase;
import java.time.Duration;

/** How long a scenario waits for what it has no limit of its own for. In virtual time a wait costs nothing. */
public enum Patience {
    /** As long as the scenario says. */
    VIRTUAL,
    /** In real time: a machine that has other things to do must not look like a stack that says nothing. */
    REAL,
    /** The same where the stack is known not to keep what is asked: the answer that never comes is not waited for so long. */
    REAL_AND_KNOWN;

    private static final Duration REAL_LONGEST = Duration.ofMinutes(20);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(20);
    private static final Duration KNOWN = Duration.ofSeconds(5);
    private static final Duration REAL_SILENCE = Duration.ofMillis(250);

    /** Whose time it is. */
    public TimeBase time() {
        return this == VIRTUAL ? TimeBase.VIRTUAL : TimeBase.REAL;
    }

    /** The limit for something that will come: in real time never shorter than a busy machine may need, nor endless. */
    public Duration arrival(Duration limit) {
        if (this == VIRTUAL) {
            return limit;
        }
        Duration least = this == REAL ? BUSY_MACHINE : KNOWN;
        Duration atLeast = limit.compareTo(least) < 0 ? least : limit;
        return atLeast.compareTo(REAL_LONGEST) > 0 ? REAL_LONGEST : atLeast;
    }

    /** How long to watch that nothing comes: in real time a moment, since only a false alarm would be a lie. */
    public Duration silence(Duration limit) {
        return this != VIRTUAL && limit.compareTo(REAL_SILENCE) > 0 ? REAL_SILENCE : limit;
    }

    /** For what only sets the scene: that is not what is known. */
    Patience forScene() {
        return this == REAL_AND_KNOWN ? REAL : this;
    }
}
