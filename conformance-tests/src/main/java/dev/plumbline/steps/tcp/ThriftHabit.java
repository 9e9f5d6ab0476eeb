package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Pause;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How sparing the endpoint is with its segments (RFC 9293 sections 3.8.6.3 and 3.9.1.2, RFC 5961 section 7). */
enum ThriftHabit implements Habit {
    /** RFC 9293 section 3.9.1.2: where one call ends and the next begins is no reason for a segment. A quarter more is forgiven. */
    FILLS("sends as few segments as it can") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            int mss = Talk.of(t).mss();
            List<TcpSegment> news = sinceItMay(t);
            int octets = news.stream().mapToInt(s -> s.payload().length()).sum();
            int needed = (octets + mss - 1) / mss;
            Habit.require(
                    news.size() <= needed + Math.max(1, needed / 4),
                    "the endpoint used " + news.size() + " segments for what " + needed + " would have carried",
                    "segments that are as large as the peer takes them, " + mss
                            + " octets, wherever the application's calls began and ended (RFC 9293 section 3.9.1.2)",
                    "segments with "
                            + news.stream().map(s -> s.payload().length()).toList() + " octets");
        }

        /** What was new in each segment since the window has opened; where it never was closed, all of them. */
        private List<TcpSegment> sinceItMay(Trial t) {
            List<TcpSegment> news = new ArrayList<>();
            int end = 0;
            boolean closed = false;
            for (Crossing crossing : Crossing.all(t)) {
                TcpSegment segment = crossing.segment();
                int to = EndpointStream.placeOf(t, segment) + segment.payload().length();
                if (!crossing.sent()) {
                    if (closed && segment.window() > 0) {
                        news.clear();
                    }
                    closed = segment.window() == 0;
                } else if (!segment.payload().isEmpty() && to > end) {
                    news.add(segment);
                    end = to;
                }
            }
            return news;
        }
    },
    /** RFC 9293 section 3.8.6.3, SHLD-18: an answer that comes soon enough takes the acknowledgment along, at least now and then. */
    JOINS("lets an acknowledgment travel with an answer") {
        @Override
        public Expectation seen(Trial t) {
            return Side.PEER.receivesEverything(t);
        }

        @Override
        public void judge(Trial t) {
            int answered = 0;
            int alone = 0;
            Duration asked = null;
            boolean acknowledged = false;
            for (Crossing crossing : Crossing.sinceNoted(t)) {
                boolean hasText = !crossing.segment().payload().isEmpty();
                if (!crossing.sent() && hasText) {
                    asked = crossing.at();
                    acknowledged = false;
                } else if (crossing.sent() && asked != null) {
                    boolean inTime = crossing.at().minus(asked).compareTo(SOON) < 0;
                    answered += hasText && inTime ? 1 : 0;
                    alone += hasText && inTime && acknowledged ? 1 : 0;
                    acknowledged |= !hasText;
                    asked = hasText ? null : asked;
                }
            }
            Habit.require(
                    answered == 0 || alone < answered,
                    "the endpoint acknowledged each question by itself, although its answer followed at once",
                    "an acknowledgment that waits a little, and goes with the answer (RFC 9293 section 3.8.6.3, SHLD-18)",
                    alone + " bare acknowledgments of " + answered + " questions");
        }
    },
    /** RFC 5961 section 7: who is made to send as much as somebody else likes is a weapon. */
    THROTTLES("answers only some of them") {
        @Override
        public Expectation seen(Trial t) {
            // The answer to the last one may still be under way.
            return new Pause(Waits.MOMENT);
        }

        @Override
        public void judge(Trial t) {
            long answers = Crossing.sinceNoted(t).stream()
                    .filter(Crossing::sent)
                    .filter(crossing -> crossing.segment().has(TcpFlag.ACK))
                    .count();
            Habit.require(
                    answers < TalkDeed.SYNS,
                    "the endpoint answered all of " + TalkDeed.SYNS + " SYNs that came within a second",
                    "a limit for challenge ACKs, for example ten in five seconds (RFC 5961 section 7)",
                    answers + " acknowledgments");
        }
    },
    /** RFC 5961 section 3.2: who does not challenge the first one need not know of that section. */
    CHALLENGES_ALL("challenges each of them, if it has challenged the first") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(Waits.MOMENT);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = Crossing.sinceNoted(t);
            List<TcpSegment> unanswered = IntStream.range(0, all.size())
                    .filter(i -> isReset(all.get(i)))
                    .filter(i -> i + 1 == all.size() || isReset(all.get(i + 1)))
                    .mapToObj(i -> all.get(i).segment())
                    .toList();
            boolean challenges = all.stream()
                    .dropWhile(crossing -> !isReset(crossing))
                    .skip(1)
                    .findFirst()
                    .filter(Crossing::sent)
                    .isPresent();
            Habit.require(
                    !challenges || unanswered.isEmpty(),
                    "the endpoint challenged one reset within its window, and believed or dropped another one",
                    "an acknowledgment for each whose number is not exactly the one that is expected, "
                            + Scene.connection(t).sndNxt() + " (RFC 5961 section 3.2)",
                    "no answer to " + unanswered);
        }

        private boolean isReset(Crossing crossing) {
            return !crossing.sent() && crossing.segment().has(TcpFlag.RST);
        }
    },
    /** RFC 9293 section 3.8.4, MUST-26: an answer is something that has been received. */
    ASKS_RARELY("asks again only when that time is over") {
        @Override
        public Expectation seen(Trial t) {
            return Expectation.NOTHING;
        }

        @Override
        public void judge(Trial t) {
            List<Duration> asked = Crossing.sent(t)
                    .filter(crossing -> Idle.objection(t, crossing.segment()).isPresent())
                    .map(Crossing::at)
                    .toList();
            for (int i = 1; i < asked.size(); i++) {
                Duration idle = asked.get(i).minus(asked.get(i - 1));
                Habit.require(
                        idle.compareTo(Idle.mostOfIt(t)) >= 0,
                        "the endpoint asked again after " + idle.toSeconds() + " s, though its peer had just answered",
                        "the next keep-alive when nothing has come for as long as the application has said (RFC 9293 section"
                                + " 3.8.4, MUST-26)",
                        asked.size() + " keep-alives");
            }
        }
    },
    /** RFC 5961 section 7 limits how many leave in a time, not for ever; who does not challenge the first need not go on. */
    CHALLENGES_EACH("answers each of them, if it has answered the first") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(Waits.MOMENT);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = sinceTheFirstForgery(t);
            boolean challenges = hasChallengedTheFirst(all);
            long came = all.stream().filter(crossing -> !crossing.sent()).count();
            long unanswered = IntStream.range(0, all.size())
                    .filter(i -> !all.get(i).sent())
                    .filter(i -> i + 1 == all.size() || !all.get(i + 1).sent())
                    .count();
            Habit.require(
                    !challenges || unanswered == 0,
                    "the endpoint stopped answering what has to be challenged, although it came but once a minute",
                    "an acknowledgment for each: a limit counts what has left in the last few seconds, and then begins"
                            + " anew (RFC 5961 section 7)",
                    unanswered + " of " + came + " forged segments were not answered");
        }
    },
    /** RFC 5961 section 7: so many in a time, which the RFC leaves open, whatever came before. */
    CHALLENGES_STILL("goes on answering some of them, if it has answered the first") {
        @Override
        public Expectation seen(Trial t) {
            return new Pause(Waits.MOMENT);
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = sinceTheFirstForgery(t);
            Duration late = all.isEmpty() ? Duration.ZERO : all.get(0).at().plus(A_WHILE);
            Habit.require(
                    !hasChallengedTheFirst(all)
                            || all.stream()
                                    .anyMatch(crossing ->
                                            crossing.sent() && crossing.at().compareTo(late) > 0),
                    "the endpoint has stopped answering what has to be challenged, as long as it goes on coming",
                    "some answers in half an hour: a limit counts what has left in a time, and not what was held back in it"
                            + " (RFC 5961 section 7)",
                    "no answer since the first few minutes");
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "sends as few segments as it can|lets an acknowledgment travel with an answer|answers only some of them"
                    + "|answers each of them, if it has answered the first"
                    + "|goes on answering some of them, if it has answered the first"
                    + "|challenges each of them, if it has challenged the first|asks again only when that time is over";

    /** Until then what was answered may be what the limit has for the first time. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    /** Sooner than any stack lets an acknowledgment wait. */
    private static final Duration SOON = Duration.ofMillis(40);

    private final String words;

    ThriftHabit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }

    /** All of them are the same; the peer itself may still have had something to say before. */
    private static List<Crossing> sinceTheFirstForgery(Trial t) {
        List<Crossing> all = Crossing.sinceNoted(t);
        Optional<TcpSegment> forged = all.stream()
                .filter(crossing -> !crossing.sent())
                .map(Crossing::segment)
                .reduce((before, after) -> after);
        return all.stream()
                .dropWhile(crossing -> crossing.sent() || !forged.equals(Optional.of(crossing.segment())))
                .toList();
    }

    /** Without RFC 5961 section 3 a reset within the window is believed, and a SYN is answered with one. */
    private static boolean hasChallengedTheFirst(List<Crossing> all) {
        return all.size() > 1
                && all.get(1).sent()
                && all.stream()
                        .noneMatch(crossing ->
                                crossing.sent() && crossing.segment().has(TcpFlag.RST));
    }
}
