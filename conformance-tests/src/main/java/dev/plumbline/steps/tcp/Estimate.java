package dev.plumbline.steps.tcp;

import java.time.Duration;
import java.util.List;

/** The least retransmission timeout that follows from round trips (RFC 6298 section 2). */
final class Estimate {
    /**
     * By how much a clock of half a second can make it less: it takes SRTT for that much shorter, and RTTVAR, which counts four
     * times (RFC 6298 section 4 asks for no finer one).
     */
    static final Duration COARSE = Duration.ofMillis(5 * 500);

    private static final double MINIMUM = 1;
    /** Rule (2.5): a maximum may not be less. */
    private static final double LEAST_MAXIMUM = 60;

    private double srtt;
    private double rttvar;
    private boolean known;

    private Estimate() {}

    /** Some have measured the handshake before, which took no time; others begin with the data. */
    static Duration ofRoundTrips(List<Duration> trips) {
        Estimate withHandshake = new Estimate();
        withHandshake.measured(0);
        Estimate without = new Estimate();
        for (Duration trip : trips) {
            withHandshake.measured(trip.toNanos() / 1e9);
            without.measured(trip.toNanos() / 1e9);
        }
        return Duration.ofMillis((long) (Math.min(withHandshake.rto(), without.rto()) * 1000));
    }

    private void measured(double trip) {
        rttvar = known ? 0.75 * rttvar + 0.25 * Math.abs(srtt - trip) : trip / 2;
        srtt = known ? 0.875 * srtt + 0.125 * trip : trip;
        known = true;
    }

    private double rto() {
        return Math.min(LEAST_MAXIMUM, Math.max(MINIMUM, srtt + 4 * rttvar));
    }
}
