package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;

/** What can be known of the endpoint's receive buffer: it is as large as its window was when nothing was in it. */
final class OwnWindow {
    private OwnWindow() {}

    /** How much room is worth telling of: half of the buffer, or the smallest segment that hosts keep to (RFC 9293 section 3.8.6.2.2). */
    static int worthTelling(Trial t) {
        int largest = Crossing.sent(t)
                .mapToInt(crossing -> crossing.segment().window())
                .max()
                .orElse(0);
        return Math.min(AnyStream.DEFAULT_SEGMENT, largest / 2);
    }
}
