package dev.plumbline.model;

import java.time.Duration;

/**
 * When things happened that the endpoint acts upon later.
 *
 * @param began since when something is under way that nobody acknowledges
 * @param last when something left for the last time, or the queue was last given a reason to leave
 * @param again how often something has been sent again since then
 * @param slowest the longest that the peer has taken to acknowledge: what a retransmission timeout is made of
 * @param entered when TIME-WAIT was entered, or its clock set anew
 */
record Timing(Duration began, Duration last, int again, Duration slowest, Duration entered) {
    static Timing at(Duration now) {
        return new Timing(now, now, 0, Duration.ZERO, now);
    }

    /** Something new has left; one probe of a closed window follows the other ever more slowly (RFC 9293 section 3.8.6.1, SHLD-30). */
    Timing sent(Duration now, boolean first, boolean probe) {
        int times = probe ? again + 1 : first ? 0 : again;
        return new Timing(first ? now : began, now, times, slowest, entered);
    }

    /** Something has left again. */
    Timing again(Duration now) {
        return new Timing(began, now, again + 1, slowest, entered);
    }

    /** The peer has acknowledged something, perhaps a probe. */
    Timing acknowledged(Duration now, boolean probe) {
        Duration took = now.minus(began);
        return new Timing(now, now, probe ? again : 0, took.compareTo(slowest) > 0 ? took : slowest, entered);
    }

    /** The application has given the endpoint something to do. */
    Timing asked(Duration now) {
        return new Timing(began, now, again, slowest, entered);
    }

    /** The peer has told its window; while it takes nothing, there is hope as long as it answers (RFC 9293 section 3.8.6.1, MUST-37). */
    Timing told(Duration now, boolean hope, boolean reason) {
        return new Timing(hope ? now : began, reason ? now : last, again, slowest, entered);
    }

    Timing timeWait(Duration now) {
        return new Timing(began, last, again, slowest, now);
    }
}
