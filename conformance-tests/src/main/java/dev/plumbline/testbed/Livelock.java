package dev.plumbline.testbed;

import java.time.Duration;

/**
 * There is no end of what happens at one instant of virtual time: events cause each other, a timer of zero that starts itself
 * again, say; or a stack does one thing after another and does not come back.
 */
public final class Livelock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Livelock(String message) {
        super(message);
    }

    static Livelock ofEvents(int events, Duration at) {
        return new Livelock("more than " + events + " events at " + Seconds.print(at)
                + " s without time passing: something starts itself again with a delay of zero");
    }

    static Livelock ofTimers(int timers, Duration within) {
        String span = within.toMillis() < 1000 ? within.toMillis() + " ms" : within.toSeconds() + " s";
        return new Livelock("more than " + timers + " timers expired within " + span + " of virtual time"
                + " (a delay in the wrong unit, a clock that stands still?)");
    }

    static Livelock ofAStack(int things) {
        return new Livelock("the stack did more than " + things + " things at one instant without coming back");
    }
}
