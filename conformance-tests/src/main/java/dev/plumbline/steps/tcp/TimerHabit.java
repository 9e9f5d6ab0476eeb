package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How the endpoint manages its retransmission timer (RFC 6298 section 5). What its timeout is nobody tells; but with each timeout it
 * doubles, so the wait that follows tells what the one before should have been.
 */
enum TimerHabit implements Habit {
    /** Rule (5.3): an acknowledgment of something new says that the network is alive. */
    BEGINS_ANEW("waits a whole timeout for the rest") {
        @Override
        public Expectation seen(Trial t) {
            return Becomes.becomesTrue(
                            "the endpoint sends the rest again twice",
                            () -> waits(t).size() > 1,
                            () -> "it sent it " + waits(t).size() + " times")
                    .within(EndpointStream.SOONER_OR_LATER);
        }

        @Override
        public void judge(Trial t) {
            Duration wait = waits(t).get(0);
            Duration timeout = waits(t).get(1).dividedBy(2);
            // Who took all for lost before that sends the rest again as soon as it may (RFC 5681 section 3.1).
            boolean hadTimedOut = Sendings.of(t, 0).times().size() > 1
                    && Sendings.of(t, 0).time(2).compareTo(firstAnswer(t)) < 0;
            Habit.require(
                    hadTimedOut || wait.compareTo(timeout.multipliedBy(7).dividedBy(10)) >= 0,
                    "the endpoint sent the rest again only " + wait.toMillis()
                            + " ms after something new was acknowledged",
                    "a timer that begins anew with each acknowledgment of something new (RFC 6298 section 5, rule (5.3)); its"
                            + " timeout was " + timeout.toMillis() + " ms",
                    "waits of " + millis(waits(t)) + " ms");
        }

        private Duration firstAnswer(Trial t) {
            return Crossing.all(t).stream()
                    .filter(crossing -> !crossing.sent())
                    .map(Crossing::at)
                    .filter(at -> at.compareTo(Sendings.of(t, 0).time(1)) > 0)
                    .findFirst()
                    .orElse(Duration.ZERO);
        }

        private Duration lastAnswer(Trial t) {
            return Crossing.all(t).stream()
                    .filter(crossing -> !crossing.sent())
                    .map(Crossing::at)
                    .reduce(Duration.ZERO, (first, second) -> second);
        }

        /** How long it waited each time for an answer about the first octet that is not acknowledged, since the last answer came. */
        private List<Duration> waits(Trial t) {
            List<Duration> times =
                    Sendings.of(t, Scene.connection(t).received().length()).times();
            Duration since = times.isEmpty() ? lastAnswer(t) : later(lastAnswer(t), times.get(0));
            // While something is repaired, what leaves so soon answers the acknowledgment, on a slow machine a little
            // later (RFC 6582 section 3.2, step 3). Before, nothing has told that anything is lost.
            boolean repairs = Crossing.hasAskedAgain(t)
                    || Sendings.anyAgain(t)
                            .filter(at -> at.compareTo(since) < 0)
                            .isPresent();
            Duration soon = repairs ? since.plus(NO_TIMEOUT) : since;
            return between(
                    since,
                    times.stream().skip(1).filter(at -> at.compareTo(soon) >= 0).toList());
        }
    },
    /** Rule (5.1): what is sent later starts no timer that runs already. A clock may be so coarse that half a second is nothing. */
    GOES_ON("does not wait longer because more was sent meanwhile") {
        @Override
        public Expectation seen(Trial t) {
            return Becomes.becomesTrue(
                            "the endpoint sends the first segment three times",
                            () -> Sendings.of(t, 0).times().size() > 2,
                            () -> "it sent it " + Sendings.of(t, 0).times().size() + " times")
                    .within(EndpointStream.SOONER_OR_LATER);
        }

        @Override
        public void judge(Trial t) {
            Sendings first = Sendings.of(t, 0);
            Duration wait = first.firstInterval();
            Duration timeout = first.time(3).minus(first.time(2)).dividedBy(2);
            Habit.require(
                    wait.compareTo(timeout.plus(COARSE)) <= 0,
                    "the endpoint waited " + wait.toMillis() + " ms before it sent its first segment again",
                    "its timeout of " + timeout.toMillis()
                            + " ms: a timer that runs goes on when more is sent (RFC 6298 section 5, rule (5.1))",
                    "the first segment at " + millis(first.times()) + " ms");
        }
    },
    /** The note behind rule (5.7): a round trip that was measured is worth more than any number of timeouts. */
    COLLAPSES("waits no longer than at first") {
        @Override
        public Expectation seen(Trial t) {
            return Becomes.becomesTrue(
                            "the endpoint sends again what it has sent last",
                            () -> last(t).times().size() > 1,
                            () -> "it sent it " + last(t).times().size() + " times")
                    .within(EndpointStream.SOONER_OR_LATER);
        }

        @Override
        public void judge(Trial t) {
            Duration before = firstWait(t);
            Duration after = last(t).firstInterval();
            // Where time is real the first one may be seen late: but what was backed off, and is no longer, is shorter
            // than that.
            boolean isShort = Scene.isInRealTime(t)
                    && after.compareTo(Sendings.of(t, repeatedFirst(t)).lastInterval()) < 0;
            Habit.require(
                    isShort || after.compareTo(before.multipliedBy(3)) < 0,
                    "the endpoint waited " + after.toMillis()
                            + " ms for an answer, though the last one had come at once",
                    "a timeout computed anew from the round trip that was measured (RFC 6298 section 5); at first it was "
                            + before.toMillis() + " ms",
                    "a timeout that stays backed off");
        }

        private Duration firstWait(Trial t) {
            return Sendings.of(t, repeatedFirst(t)).firstInterval();
        }

        /** The SYN stands before the first octet; either is what was sent twice in vain. */
        private int repeatedFirst(Trial t) {
            return Sendings.of(t, -1).times().size() > 1 ? -1 : 0;
        }

        private Sendings last(Trial t) {
            return Sendings.of(t, EndpointStream.sentBefore(t));
        }
    },
    /** Rule (2.1): of this connection nothing was measured yet, whatever became of another one (RFC 9293 section 3.4.1). */
    BEGINS_AFRESH("waits no longer than in the first connection") {
        @Override
        public Expectation seen(Trial t) {
            return Expectation.NOTHING;
        }

        @Override
        public void judge(Trial t) {
            SeqNumber number = Scene.connection(t).irs();
            Duration before = new Sendings(syns(t, seq -> !seq.equals(number))).firstInterval();
            Duration after = new Sendings(syns(t, number::equals)).firstInterval();
            Habit.require(
                    after.compareTo(before.multipliedBy(3)) < 0,
                    "the endpoint waited " + after.toMillis() + " ms before it sent its second connection's SYN again",
                    before.toMillis()
                            + " ms, as in the first connection: each begins with a timeout of its own (RFC 6298 section"
                            + " 2, rule (2.1))",
                    "a timeout that an earlier connection has left behind");
        }
    },
    /** RFC 6298 section 3: the SYN that crosses the peer's is sent twice, the second time with an ACK. */
    IGNORES_CROSSED("takes the answer to its two SYNs for no round trip") {
        @Override
        public Expectation seen(Trial t) {
            return COLLAPSES.seen(t);
        }

        /** A longer timeout for other reasons is allowed; what gives it away is that it is just what that time would make. */
        @Override
        public void judge(Trial t) {
            SeqNumber number = Scene.connection(t).irs();
            Duration usual = new Sendings(syns(t, seq -> !seq.equals(number))).firstInterval();
            Duration sent = syns(t, number::equals).get(0);
            Duration answered = Crossing.all(t).stream()
                    .filter(crossing -> !crossing.sent() && crossing.segment().has(TcpFlag.ACK))
                    .filter(crossing -> crossing.segment().ack().equals(number.plus(1)))
                    .map(Crossing::at)
                    .findFirst()
                    .orElseThrow();
            Duration trip = answered.minus(sent);
            Duration wait = Sendings.of(t, EndpointStream.sentBefore(t)).firstInterval();
            boolean isOfThatTrip = wait.minus(trip.multipliedBy(3)).abs().compareTo(COARSE.dividedBy(2)) < 0;
            Habit.require(
                    !isOfThatTrip || wait.compareTo(usual.plus(COARSE)) <= 0,
                    "the endpoint waited " + wait.toMillis()
                            + " ms for an answer, three times as long as it had taken until its SYN" + " was answered",
                    "no round trip measured with what was sent twice, here the SYN, alone and with an ACK (RFC 6298 section 3); its"
                            + " timeout was " + usual.toMillis() + " ms before",
                    "a timeout made of the " + trip.toMillis() + " ms between its first SYN and the answer");
        }
    },
    /** RFC 9293 section 3.6.1, MUST-13: an MSL is the stack's choice, but there is only one. */
    LINGERS_ALIKE("remembers each of them for the same time") {
        @Override
        public Expectation seen(Trial t) {
            return Expectation.NOTHING;
        }

        @Override
        public void judge(Trial t) {
            Lingering.judge(t);
        }
    },
    /** RFC 6298 section 3: Karn's algorithm, where no timeout was the reason. */
    IGNORES_REPEATED("takes none of that for a round trip") {
        @Override
        public Expectation seen(Trial t) {
            return SentTwice.of(t).timedOut();
        }

        @Override
        public void judge(Trial t) {
            SentTwice.of(t).judge(t);
        }
    },
    /** Rules (2.2) and (2.3), with round trips that are longer than the least timeout. */
    FOLLOWS("waits as long as the round trips say") {
        @Override
        public Expectation seen(Trial t) {
            return RoundTrips.of(t).timedOut();
        }

        @Override
        public void judge(Trial t) {
            RoundTrips.of(t).judge(t);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "waits a whole timeout for the rest|does not wait longer because more was sent meanwhile"
                    + "|waits no longer than at first|waits no longer than in the first connection|waits as long as the round trips say"
                    + "|takes the answer to its two SYNs for no round trip|takes none of that for a round trip|remembers each of them for the same time";

    private static final Duration COARSE = Duration.ofMillis(600);

    private final String words;

    TimerHabit(String words) {
        this.words = words;
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static List<Duration> syns(Trial t, Predicate<SeqNumber> which) {
        return Crossing.sent(t)
                .filter(crossing -> crossing.segment().has(TcpFlag.SYN))
                .filter(crossing -> which.test(crossing.segment().seq()))
                .map(Crossing::at)
                .toList();
    }

    private static List<Duration> between(Duration since, List<Duration> times) {
        return IntStream.range(0, times.size())
                .mapToObj(i -> times.get(i).minus(i == 0 ? since : times.get(i - 1)))
                .toList();
    }

    private static List<Long> millis(List<Duration> times) {
        return times.stream().map(Duration::toMillis).toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
