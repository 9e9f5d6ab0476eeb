package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How the endpoint goes about news of congestion (RFC 3168 section 6.1.2). */
enum EcnHabit implements Habit {
    /**
     * As for a loss, RFC 3168 section 5 says, and what that takes is half in RFC 5681 section 3.1, less in its successors; from one
     * round trip later on it shows.
     */
    SLOWS_DOWN("puts less under way a round trip later") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = Crossing.all(t);
            int news = news(all);
            if (news == all.size() || timedOut(t, all)) {
                return;
            }
            SeqNumber end = sentBefore(all, news);
            int flight = end.minus(all.get(news).segment().ack());
            int allowed = Math.max(flight * 17 / 20, 2 * AnyStream.SEGMENT) + AnyStream.SEGMENT;
            Duration from = acknowledged(all, news, end);
            String excess = UnderWay.excess(t, from, UnderWay.avoiding(allowed, 0, AnyStream.SEGMENT, 0));
            Habit.require(
                    excess.isEmpty(),
                    "the endpoint did not slow down when its peer told it of congestion",
                    "a congestion window that is reduced as for a loss (RFC 3168 section 6.1.2): when that news came, "
                            + flight + " octets were under way",
                    excess);
        }
    },
    /** RFC 3168 section 6.1.2. */
    SAYS_SO("sets CWR in its next new segment, and in no other") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = Crossing.all(t);
            int reduced = Math.min(news(all), again(all));
            List<TcpSegment> fresh = fresh(all, reduced);
            // The first ones may have been made before the news came in.
            Habit.require(
                    fresh.isEmpty() || fresh.stream().anyMatch(segment -> segment.has(TcpFlag.CWR)),
                    "the endpoint has reduced its window, and did not say so",
                    "CWR in the first new data after that (RFC 3168 section 6.1.2)",
                    fresh.isEmpty() ? "" : fresh.get(0).toString());
            boolean twice = news(all) < all.size() && timedOut(t, all);
            for (int i = 1; i < fresh.size() && !twice; i++) {
                Habit.require(
                        !fresh.get(i).has(TcpFlag.CWR) || !fresh.get(i - 1).has(TcpFlag.CWR),
                        "the endpoint said twice that it has reduced its window once",
                        "CWR in the first new data after that, and not in what comes next (RFC 3168 section 6.1.2)",
                        fresh.get(i).toString());
            }
        }
    },
    /** RFC 3168 section 6.1.2: half of one segment cannot be sent, but it can be sent half as often. */
    WAITS("sends nothing new before a timeout has passed") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(NO_TIMEOUT);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = Crossing.all(t);
            int news = news(all);
            if (news == all.size()) {
                return;
            }
            Duration end = all.get(news).at().plus(NO_TIMEOUT);
            List<Crossing> soon = all.stream()
                    .filter(crossing -> crossing.at().compareTo(end) < 0)
                    .toList();
            List<TcpSegment> hasty = fresh(soon, news);
            Habit.require(
                    hasty.isEmpty(),
                    "the endpoint went on sending, though its peer told it of congestion when one segment was all that it had"
                            + " under way",
                    "nothing new before the retransmission timer has run out (RFC 3168 section 6.1.2)",
                    hasty.isEmpty() ? "" : hasty.get(0).toString());
        }
    },
    /** RFC 3168 section 6.1.2. What its timeout is shows in the next wait, which is twice as long. */
    RESETS_TIMER("waits a whole timeout from that news on") {
        @Override
        public Expectation seen(Trial t) {
            return Becomes.becomesTrue(
                            "the endpoint sends its segment three times",
                            () -> Sendings.of(t, 0).times().size() > 2,
                            () -> "it sent it " + Sendings.of(t, 0).times().size() + " times")
                    .within(EndpointStream.SOONER_OR_LATER);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = Crossing.all(t);
            Duration heard = all.get(news(all)).at();
            Sendings segment = Sendings.of(t, 0);
            Duration wait = segment.time(2).minus(heard);
            Duration timeout = segment.time(3).minus(segment.time(2)).dividedBy(2);
            Habit.require(
                    wait.isNegative() || wait.compareTo(timeout.multipliedBy(7).dividedBy(10)) >= 0,
                    "the endpoint sent its only segment again only " + wait.toMillis()
                            + " ms after its peer had told it of congestion",
                    "a timer that begins anew with that news (RFC 3168 section 6.1.2); its timeout was "
                            + timeout.toMillis() + " ms",
                    "the segment at "
                            + segment.times().stream().map(Duration::toMillis).toList() + " ms, and the news at "
                            + heard.toMillis() + " ms");
        }
    },
    /** RFC 3168 section 6.1.2. However gently the window is reduced, by then it is at its least, or has grown meanwhile. */
    STAYS_SMALL("does not put more under way for such news") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            String excess = Shrinking.excess(t, Crossing.all(t), news(Crossing.all(t)));
            Habit.require(
                    excess.isEmpty(),
                    "the endpoint put more under way although each acknowledgment told it of congestion",
                    "a congestion window that does not grow by an acknowledgment with ECE (RFC 3168 section 6.1.2): after some round"
                            + " trips no more than two segments are under way",
                    excess);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "puts less under way a round trip later|sets CWR in its next new segment, and in no other"
                    + "|sends nothing new before a timeout has passed|waits a whole timeout from that news on"
                    + "|does not put more under way for such news";

    private final String words;

    EcnHabit(String words) {
        this.words = words;
    }

    /** The place of the first segment that tells the endpoint of congestion; their number if there is none. */
    private static int news(List<Crossing> all) {
        return first(
                all,
                crossing -> !crossing.sent()
                        && crossing.segment().has(TcpFlag.ECE)
                        && !crossing.segment().has(TcpFlag.SYN));
    }

    private static int first(List<Crossing> all, Predicate<Crossing> what) {
        return (int) all.stream().takeWhile(what.negate()).count();
    }

    private static boolean isData(Crossing crossing) {
        return crossing.sent()
                && !crossing.segment().payload().isEmpty()
                && !crossing.segment().has(TcpFlag.SYN);
    }

    /** The place of the first data that the endpoint has sent for the second time; it may be the same segment. */
    private static int again(List<Crossing> all) {
        for (int i = 0; i < all.size(); i++) {
            boolean isNew = fresh(all.subList(0, i + 1), i).size() == 1;
            if (isData(all.get(i)) && !isNew) {
                return i;
            }
        }
        return all.size();
    }

    /** Where time is real a timeout may come besides the news, and the window is reduced for that, too. */
    private static boolean timedOut(Trial t, List<Crossing> all) {
        return Scene.isInRealTime(t) && again(all) < all.size();
    }

    /** The endpoint's segments from that place on with data of which it had sent nothing before. */
    private static List<TcpSegment> fresh(List<Crossing> all, int from) {
        List<TcpSegment> fresh = new ArrayList<>();
        Optional<SeqNumber> end = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            TcpSegment segment = all.get(i).segment();
            if (isData(all.get(i))) {
                boolean isNew = end.map(segment.seq()::isAtOrAfter).orElse(true);
                if (isNew && i >= from) {
                    fresh.add(segment);
                }
                end = end.map(number -> SeqNumber.later(number, segment.end())).or(() -> Optional.of(segment.end()));
            }
        }
        return fresh;
    }

    /**
     * How far the endpoint had come when it heard the news. Where time is real that may be further than was seen when they came in:
     * what it sends when it has heard them has CWR.
     */
    private static SeqNumber sentBefore(List<Crossing> all, int news) {
        List<TcpSegment> later = fresh(all, news);
        int told = (int)
                later.stream().takeWhile(segment -> !segment.has(TcpFlag.CWR)).count();
        SeqNumber heard = all.get(news).segment().ack();
        return Stream.concat(
                        fresh(all.subList(0, news), 0).stream(), later.stream().limit(told < later.size() ? told : 0))
                .map(TcpSegment::end)
                .reduce(heard, SeqNumber::later);
    }

    /** When everything up to {@code end} is acknowledged. */
    private static Duration acknowledged(List<Crossing> all, int from, SeqNumber end) {
        return all.stream()
                .skip(from)
                .filter(crossing -> !crossing.sent()
                        && crossing.segment().has(TcpFlag.ACK)
                        && crossing.segment().ack().isAtOrAfter(end))
                .map(Crossing::at)
                .findFirst()
                .orElse(all.get(from).at());
    }

    @Override
    public String toString() {
        return words;
    }
}
