package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How the endpoint goes about a window that leaves little room, the peer's or its own (RFC 9293 sections 3.7.4 and 3.8.6). */
enum WindowHabit implements Habit {
    /** RFC 9293 section 3.8.6.1, SHLD-30; as with {@code RFC6298/BACK-OFF} half as long again is enough, and a minute the most. */
    PROBES_RARELY("probes the closed window ever more rarely") {
        @Override
        public Expectation seen(Trial t) {
            return ClosedWindow.probedTimes(t, ENOUGH);
        }

        @Override
        public void judge(Trial t) {
            List<Duration> probes = ClosedWindow.probes(t);
            // Where time is real each of them is seen late; but who probes ever more rarely has waited longer in the
            // end.
            boolean rarely = Scene.isInRealTime(t)
                    && probes.get(ENOUGH - 1)
                                    .minus(probes.get(ENOUGH - 2))
                                    .compareTo(
                                            probes.get(1).minus(probes.get(0)).multipliedBy(2))
                            >= 0;
            for (int i = 2; i < ENOUGH; i++) {
                Duration before = probes.get(i - 1).minus(probes.get(i - 2));
                Duration wait = probes.get(i).minus(probes.get(i - 1));
                Habit.require(
                        rarely
                                || before.compareTo(NEAR_THE_BOUND) > 0
                                || wait.compareTo(before.multipliedBy(3).dividedBy(2)) >= 0,
                        "the endpoint waited " + wait.toMillis() + " ms before its probe number " + (i + 1) + ", and "
                                + before.toMillis() + " ms before the one before that",
                        "waits between probes that double (RFC 9293 section 3.8.6.1, SHLD-30)",
                        "probes at " + millis(probes) + " ms");
            }
        }
    },
    /** RFC 9293 section 3.8.6.1, SHLD-29. What its timeout is shows in the waits that follow: the second one is twice as long. */
    PROBES_IN_TIME("probes the closed window only after a timeout") {
        @Override
        public Expectation seen(Trial t) {
            return ClosedWindow.probedTimes(t, 2);
        }

        @Override
        public void judge(Trial t) {
            List<Duration> probes = ClosedWindow.probes(t);
            Duration first = probes.get(0).minus(ClosedWindow.since(t));
            Duration second = probes.get(1).minus(probes.get(0));
            Habit.require(
                    first.multipliedBy(4).compareTo(second) >= 0,
                    "the endpoint sent its first probe when the window had been closed for only " + first.toMillis()
                            + " ms",
                    "a first probe after the retransmission timeout; before its second probe it waited "
                            + second.toMillis() + " ms, twice that",
                    "probes at " + millis(probes) + " ms");
        }
    },
    /** RFC 9293 sections 3.7.4 (SHLD-7) and 3.8.6.2.1 (MUST-38): for less than any override timeout. */
    KEEPS_BACK("keeps back what makes no full segment") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(BEFORE_AN_OVERRIDE);
        }

        @Override
        public void judge(Trial t) {
            SeqNumber end = EndpointStream.numberOf(t, EndpointStream.sentBefore(t));
            Duration from = EndpointStream.notedAt(t);
            int more = Crossing.sent(t)
                    .filter(crossing -> crossing.at().compareTo(from) >= 0
                            && crossing.at().compareTo(from.plus(BEFORE_AN_OVERRIDE)) < 0)
                    .mapToInt(crossing -> crossing.segment().end().minus(end))
                    .max()
                    .orElse(0);
            int worthwhile = Math.min(Talk.of(t).mss(), Talk.of(t).window() / 2);
            Habit.require(
                    more <= 0 || more >= worthwhile,
                    Scene.connection(t).received().length() < EndpointStream.sentBefore(t)
                            ? "the endpoint sent " + Words.octets(more) + " more while others were under way"
                            : "the endpoint used a window at once that had room for only " + Words.octets(more),
                    "nothing new until everything is acknowledged, or until there is a full segment to send, or half of the"
                            + " largest window to fill: " + worthwhile + " octets",
                    Words.octets(more) + ", of which the last has the number " + end.plus(more - 1L));
        }
    },
    /** RFC 9293 section 3.8.6.2.2, MUST-39: worth telling is half of the buffer, or a segment. */
    KEEPS_CLOSED("keeps its window closed while there is little room") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(Waits.SILENCE);
        }

        @Override
        public void judge(Trial t) {
            int worthwhile = OwnWindow.worthTelling(t);
            sentSince(t)
                    .forEach(segment -> Habit.require(
                            segment.window() == 0 || segment.window() >= worthwhile,
                            "the endpoint opened its window by only " + Words.octets(segment.window()),
                            "a window that stays closed until there is room for a full segment, or half of the buffer is free",
                            segment.toString()));
        }
    },
    /** The same, where the window is not closed: its right edge waits. */
    KEEPS_EDGE("does not move the right edge of its window in small steps") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(Waits.SILENCE);
        }

        @Override
        public void judge(Trial t) {
            int worthwhile = OwnWindow.worthTelling(t);
            SeqNumber edge = Crossing.sent(t)
                    .filter(crossing -> crossing.at().compareTo(EndpointStream.notedAt(t)) < 0)
                    .map(crossing -> crossing.segment().windowEdge())
                    .reduce((first, last) -> SeqNumber.later(first, last))
                    .orElseThrow();
            sentSince(t).forEach(segment -> {
                int more = segment.windowEdge().minus(edge);
                Habit.require(
                        more <= 0 || more >= worthwhile,
                        "the endpoint moved the right edge of its window by only " + Words.octets(more),
                        "a right edge that stays at " + edge
                                + " until there is room for a full segment more, or half of the buffer is free",
                        segment.toString());
            });
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "probes the closed window ever more rarely|probes the closed window only after a timeout"
                    + "|keeps back what makes no full segment|keeps its window closed while there is little room"
                    + "|does not move the right edge of its window in small steps";

    private static final int ENOUGH = 5;
    /** An override timeout is at least 0.1 s (RFC 9293 section 3.8.6.2.1). */
    private static final Duration BEFORE_AN_OVERRIDE = Duration.ofMillis(90);

    private static final Duration NEAR_THE_BOUND = Duration.ofSeconds(40);

    private final String words;

    WindowHabit(String words) {
        this.words = words;
    }

    private static List<Long> millis(List<Duration> times) {
        return times.stream().map(Duration::toMillis).toList();
    }

    /** What can be seen of a window that the peer has closed. */
    private static final class ClosedWindow {
        /** Since when it has been closed, without a word of an open one. */
        static Duration since(Trial t) {
            Duration since = Duration.ZERO;
            boolean closed = false;
            for (Crossing crossing : Crossing.all(t)) {
                if (!crossing.sent()) {
                    since = closed ? since : crossing.at();
                    closed = crossing.segment().window() == 0;
                }
            }
            return since;
        }

        /** When the endpoint asked since then: with an octet, or with an old number that has to be answered. */
        static List<Duration> probes(Trial t) {
            Duration since = since(t);
            // Before there is something to send, an old number is what is sent again: its acknowledgment came late.
            Duration asked = Crossing.lastCall(t);
            return Crossing.sent(t)
                    .filter(crossing ->
                            crossing.at().compareTo(since) > 0 && crossing.at().compareTo(asked) > 0)
                    .filter(crossing -> EndpointStream.isProbe(t, crossing.segment()))
                    .map(Crossing::at)
                    .toList();
        }

        static Expectation probedTimes(Trial t, int times) {
            return Becomes.becomesTrue(
                            "the endpoint probes the closed window " + times + " times",
                            () -> probes(t).size() >= times,
                            () -> "it probed it " + probes(t).size() + " times")
                    .within(EndpointStream.SOONER_OR_LATER.multipliedBy(5));
        }
    }

    private static Stream<TcpSegment> sentSince(Trial t) {
        return Crossing.sinceNoted(t).stream().filter(Crossing::sent).map(Crossing::segment);
    }

    @Override
    public String toString() {
        return words;
    }
}
