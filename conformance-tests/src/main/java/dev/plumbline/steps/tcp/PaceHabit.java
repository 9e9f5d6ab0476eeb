package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** How fast the endpoint sends, and how soon again (RFC 5681 sections 3 and 4, RFC 6298 section 5). */
enum PaceHabit implements Habit {
    /** RFC 5681 section 3.1: the loss window. Segments may leave in parts, but no more than one of full size in all. */
    ONE_SEGMENT("sends no more than one full segment for each timeout") {
        @Override
        public Expectation seen(Trial t) {
            return sentTimes(t, 3);
        }

        @Override
        public void judge(Trial t) {
            Sendings first = Sendings.of(t, 0);
            int octets = Crossing.sent(t)
                    .filter(crossing -> crossing.at().compareTo(first.time(2)) >= 0
                            && crossing.at().compareTo(first.time(3)) < 0)
                    .mapToInt(crossing -> crossing.segment().payload().length())
                    .sum();
            Habit.require(
                    octets <= AnyStream.SEGMENT,
                    "the endpoint sent " + octets + " octets after a timeout, before it heard anything",
                    "at most one full segment, " + AnyStream.SEGMENT
                            + " octets: after a timeout cwnd is the loss window (RFC 5681 section 3.1)",
                    octets + " octets between the first timeout and the second");
        }
    },
    /** RFC 5681 section 3.1: by no more octets than are acknowledged. What it begins with has a law of its own. */
    SLOW_START("puts no more under way than slow start allows") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            String excess = UnderWay.excess(
                    t, Duration.ZERO, UnderWay.growing(LARGEST_INITIAL_WINDOW, AnyStream.SEGMENT, octets -> octets));
            Habit.require(
                    excess.isEmpty(),
                    "the endpoint's congestion window grew faster than the peer acknowledged octets",
                    "an initial window of at most " + LARGEST_INITIAL_WINDOW
                            + " octets (RFC 6928 section 2), and not more than the octets acknowledged since, in steps of at most a"
                            + " segment for each acknowledgment (RFC 5681 section 3.1)",
                    excess);
        }
    },
    /** RFC 5681 section 3.1: after a timeout slow start ends at half of what was under way. */
    AVOIDANCE("puts no more under way than congestion avoidance allows") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            avoidsSince(t, Sendings.firstOfAnyAgain(t));
        }
    },
    /** RFC 5681 section 3.1, equation 4: what has timed out before was something else, which has arrived since. */
    AVOIDS_EACH_TIME("puts no more under way than congestion avoidance allows since the last timeout") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            avoidsSince(t, Sendings.lastAfterQuiet(t));
        }
    },
    /** RFC 5681 section 3.2, step 6: half of what was under way, whatever the duplicates have let leave meanwhile. */
    RECOVERY("puts no more under way than half of what was too much") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            Duration again = Sendings.of(t, Talk.of(t).gap().from()).time(2);
            int flight = UnderWay.before(t, again);
            int threshold = Math.max(flight / 2, 2 * AnyStream.SEGMENT);
            Duration repaired = UnderWay.acknowledgedAll(t, again);
            String excess = UnderWay.excess(
                    t, repaired, UnderWay.avoiding(threshold, threshold, AnyStream.SEGMENT, 3 * AnyStream.SEGMENT));
            Habit.require(
                    excess.isEmpty(),
                    "when the loss was repaired the endpoint went on as if there had been none",
                    "half of the " + flight
                            + " octets that were under way, and then a segment more each round trip (RFC 5681 section 3.2)",
                    excess);
        }
    },
    /** RFC 5681 section 4.1: what an idle connection begins with again. */
    RESTART("begins again with no more than its initial window") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(Duration.ofMillis(100));
        }

        @Override
        public void judge(Trial t) {
            Duration from = EndpointStream.notedAt(t);
            String excess = UnderWay.excess(t, from, UnderWay.growing(LARGEST_INITIAL_WINDOW, 0, octets -> octets));
            Habit.require(
                    excess.isEmpty(),
                    "the endpoint sent into a network that it knows nothing of any more, after it had been silent for long",
                    "at most " + LARGEST_INITIAL_WINDOW
                            + " octets until something is acknowledged (RFC 5681 section 4.1)",
                    excess);
        }
    },
    /** RFC 5681 sections 2 and 3.2: what duplicate acknowledgments are, and how many of one number it takes. No timeout is so short. */
    NOT_AGAIN("takes that for no loss") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(NO_TIMEOUT);
        }

        @Override
        public void judge(Trial t) {
            Duration from = EndpointStream.notedAt(t);
            Duration timeout = Crossing.lastCall(t).plus(NO_TIMEOUT);
            int oldest = Scene.connection(t).rcvNxt().minus(EndpointStream.numberOf(t, 0));
            List<Duration> again = Sendings.of(t, oldest).times().stream()
                    .skip(1)
                    .filter(at -> at.compareTo(from) >= 0 && at.compareTo(timeout) < 0)
                    .toList();
            Habit.require(
                    again.isEmpty(),
                    "the endpoint sent a segment again, though no acknowledgment came three times more",
                    "no fast retransmit: a duplicate acknowledgment has no data, and the same number and window as the one before"
                            + " (RFC 5681 sections 2 and 3.2)",
                    again.isEmpty()
                            ? ""
                            : "the oldest segment that is not acknowledged again after "
                                    + again.get(0).minus(from).toMillis() + " ms");
        }
    },
    /** RFC 3042 section 2. Where time is real a machine may be so busy that a timeout comes first. */
    GOES_ON("sends a new segment for each of the two") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(NO_TIMEOUT);
        }

        @Override
        public void judge(Trial t) {
            Duration begin = Sendings.of(t, 0).time(1);
            List<Crossing> duplicates = Crossing.all(t).stream()
                    .filter(crossing -> !crossing.sent() && crossing.at().compareTo(begin) > 0)
                    .toList();
            Habit.require(
                    duplicates.size() > 1,
                    "the endpoint sent nothing that its peer could have acknowledged twice",
                    "data, which the peer takes for something that came too early",
                    duplicates.size() + " acknowledgments");
            int before = end(t, duplicates.get(0).at());
            int after = end(t, begin.plus(Duration.ofHours(1)));
            Duration timeout = Crossing.lastCall(t).plus(NO_TIMEOUT);
            boolean inTime = duplicates.get(1).at().compareTo(timeout) < 0;
            Habit.require(
                    !inTime || after - before > AnyStream.SEGMENT,
                    "the endpoint sent " + (after - before) + " new octets for two duplicate acknowledgments",
                    "two segments, one for each: something has left the network (RFC 5681 section 3.2, step 1)",
                    before + " octets of the stream before the first duplicate, and " + after + " after the second");
        }

        private int end(Trial t, Duration before) {
            return Crossing.sent(t)
                    .filter(crossing -> crossing.at().compareTo(before) < 0)
                    .mapToInt(crossing -> crossing.segment().end().minus(EndpointStream.numberOf(t, 0)))
                    .max()
                    .orElse(0);
        }
    },
    /** RFC 6298 sections 2 and 3: only what was sent once tells a time, and until then the back-off stays. */
    LEARNS("soon sends nothing twice any more") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            int all = Talk.of(t).endpointData().length();
            int piece = all / ApplicationDeed.PIECES;
            IntStream.range(ApplicationDeed.PIECES - 3, ApplicationDeed.PIECES).forEach(number -> {
                List<Duration> times = Sendings.of(t, number * piece).times();
                Habit.require(
                        times.size() == 1,
                        "the endpoint sent its piece number " + (number + 1) + " " + times.size()
                                + " times, though it could know by then how long answers take",
                        "a retransmission timeout that the answers' round trip has taught it (RFC 6298 section 2), and that stays"
                                + " backed off until then (RFC 6298 section 3)",
                        "the same octets at "
                                + times.stream().map(Duration::toMillis).toList() + " ms");
            });
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends no more than one full segment for each timeout"
            + "|puts no more under way than slow start allows|puts no more under way than congestion avoidance allows"
            + "|puts no more under way than congestion avoidance allows since the last timeout"
            + "|puts no more under way than half of what was too much|begins again with no more than its initial window|takes that for no loss|sends a new segment for each of the two|soon sends nothing twice any more";

    /** RFC 6928 section 2. */
    private static final int LARGEST_INITIAL_WINDOW = 14_600;

    private final String words;

    PaceHabit(String words) {
        this.words = words;
    }

    private static void avoidsSince(Trial t, Duration timeout) {
        int flight = UnderWay.before(t, timeout);
        int threshold = Math.max(flight / 2, 2 * AnyStream.SEGMENT);
        String excess = UnderWay.excess(
                t, timeout, UnderWay.avoiding(AnyStream.SEGMENT, threshold, AnyStream.SEGMENT, 3 * AnyStream.SEGMENT));
        Habit.require(
                excess.isEmpty(),
                "after a timeout the endpoint's congestion window grew faster than congestion avoidance has it",
                "a segment at first, as many more as are acknowledged up to half of the " + flight
                        + " octets that were under way, and then a segment each round trip (RFC 5681 section 3.1)",
                excess);
    }

    private static Expectation sentTimes(Trial t, int times) {
        return Becomes.becomesTrue(
                        "the endpoint sends the first octet " + times + " times",
                        () -> Sendings.of(t, 0).times().size() >= times,
                        () -> "it sent it " + Sendings.of(t, 0).times().size() + " times")
                .within(EndpointStream.SOONER_OR_LATER);
    }

    @Override
    public String toString() {
        return words;
    }
}
