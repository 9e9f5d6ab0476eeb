package dev.plumbline.testbed;

import java.time.Duration;

/** Events at one instant of virtual time caused each other without end: a timer of zero that starts itself again, say. */
public final class Livelock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Livelock(int events, Duration at) {
        super("more than " + events + " events at " + Seconds.print(at)
                + " s without time passing: something starts itself again with a delay of zero");
    }
}
