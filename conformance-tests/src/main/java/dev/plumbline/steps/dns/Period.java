package dev.plumbline.steps.dns;

import dev.plumbline.peer.Elapse;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.values.AnyDns;
import java.time.Duration;

/** How long nothing happens, counted from the arrival of the DNS server's latest answer where a time to live is meant. */
enum Period {
    TIME_TO_LIVE("the time to live") {
        @Override
        Expectation passes(DnsScene s) {
            return until(s, Duration.ofSeconds(s.book().timeToLive()).plus(TOLERANCE));
        }
    },
    PART_OF_IT("any part of the time to live") {
        @Override
        Expectation passes(DnsScene s) {
            int part = s.trial()
                    .draw(
                            "what follows comes after, in thousandths of the time that the answer certainly lives",
                            AnyDns.thousandths());
            return until(s, certain(s).multipliedBy(part).dividedBy(1000));
        }
    },
    /** For no longer a failure may be remembered: RFC 2308 section 7.1. */
    FIVE_MINUTES("five minutes") {
        @Override
        Expectation passes(DnsScene s) {
            return new Elapse(Duration.ofMinutes(5).plusSeconds(1));
        }
    };

    /** Times to live are whole seconds (RFC 1035 section 3.2.1), so a cache that counts in these may be wrong by one. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    /** A cache may put a bound on any time to live (RFC 2181 section 8); one below this would remember nothing worth it. */
    private static final Duration LEAST_BOUND = Duration.ofMinutes(1);

    private final String phrase;

    Period(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** Waits that long. */
    abstract Expectation passes(DnsScene s);

    /** Whether the answer that arrived last certainly lives: where time is real, waiting for other trials may have been too long. */
    static boolean stillLives(DnsScene s) {
        return s.trial().world().timeline().now().compareTo(answeredAt(s).plus(certain(s))) < 0;
    }

    private static Duration certain(DnsScene s) {
        Duration whole = Duration.ofSeconds(s.book().timeToLive());
        return (whole.compareTo(LEAST_BOUND) < 0 ? whole : LEAST_BOUND).minus(TOLERANCE);
    }

    private static Expectation until(DnsScene s, Duration age) {
        Duration left =
                answeredAt(s).plus(age).minus(s.trial().world().timeline().now());
        return new Elapse(left.isNegative() ? Duration.ZERO : left);
    }

    private static Duration answeredAt(DnsScene s) {
        return new DnsTraffic(s)
                .answeredAt()
                .orElseThrow(() -> new FindingError(Finding.missing(
                        "the endpoint has never been answered by the DNS server",
                        "that the endpoint asks the server that it was told of, and reads the answer",
                        "no answer that arrived")));
    }
}
