package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The retransmission timeout, RTO, and the round-trip times it comes from (RFC 6298 section 2). */
public class RetransmissionTimeout {
    /** Before anything was measured, and never less (RFC 6298 section 2, rules (2.1) and (2.4)). */
    protected static final Duration MINIMUM = Duration.ofSeconds(1);
    /** Never more (RFC 6298 section 2, rule (2.5)). */
    protected static final Duration MAXIMUM = Duration.ofSeconds(60);
    /** After a lost SYN (RFC 6298 section 5, rule (5.7)). */
    protected static final Duration AFTER_LOST_SYN = Duration.ofSeconds(3);
    /** G, the clock's granularity, below which no variance can be seen (RFC 6298 section 2, rule (2.3)). */
    private static final Duration GRANULARITY = Duration.ofMillis(1);

    private Duration rto = MINIMUM;
    private @Nullable Duration srtt;
    private Duration rttvar = Duration.ZERO;

    /** RTO. */
    public Duration value() {
        return rto;
    }

    /** SRTT, once there was a round trip to measure. */
    public Optional<Duration> smoothed() {
        return Optional.ofNullable(srtt);
    }

    /** A segment that was sent once was acknowledged after {@code r} (RFC 6298 section 2, rules (2.2) and (2.3)). */
    @Keeps({"RFC6298/ESTIMATE", "RFC6298/COLLAPSE"})
    public void measured(Duration r) {
        if (srtt == null) {
            srtt = r;
            rttvar = r.dividedBy(2);
        } else {
            // RTTVAR first, from the SRTT of before: beta is 1/4, alpha 1/8.
            Duration error = srtt.minus(r).abs();
            rttvar = rttvar.multipliedBy(3).plus(error).dividedBy(4);
            srtt = srtt.multipliedBy(7).plus(r).dividedBy(8);
        }
        rto = bounded(srtt.plus(later(GRANULARITY, rttvar.multipliedBy(4))));
    }

    /** The timer ran out: wait twice as long the next time (RFC 6298 section 5, rule (5.5)). */
    @Keeps("RFC6298/BACK-OFF")
    public void backOff() {
        rto = bounded(rto.multipliedBy(2));
    }

    /** The handshake is complete at last, after a SYN had to be retransmitted (RFC 6298 section 5, rule (5.7)). */
    @Keeps("RFC6298/LOST-SYN")
    public void establishedAfterLostSyn() {
        rto = AFTER_LOST_SYN;
    }

    @Keeps({"RFC6298/MINIMUM", "RFC6298/FIRST-VALUE"})
    private static Duration bounded(Duration value) {
        Duration atLeast = later(MINIMUM, value);
        return atLeast.compareTo(MAXIMUM) > 0 ? MAXIMUM : atLeast;
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
