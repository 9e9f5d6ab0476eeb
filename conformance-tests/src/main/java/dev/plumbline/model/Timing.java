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

    /** Something new has left. */
    Timing sent(Duration now, boolean first) {
        return new Timing(first ? now : began, now, first ? 0 : again, slowest, entered);
    }

    /** Something has left again. */
    Timing again(Duration now) {
        return new Timing(began, now, again + 1, slowest, entered);
    }

    /** The peer has acknowledged something. */
    Timing acknowledged(Duration now) {
        Duration took = now.minus(began);
        return new Timing(now, now, 0, took.compareTo(slowest) > 0 ? took : slowest, entered);
    }

    /** The application has given the endpoint something to do. */
    Timing asked(Duration now) {
        return new Timing(began, now, again, slowest, entered);
    }

    Timing timeWait(Duration now) {
        return new Timing(began, last, again, slowest, now);
    }
}
