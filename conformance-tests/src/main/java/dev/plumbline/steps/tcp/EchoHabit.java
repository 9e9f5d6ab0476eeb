package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which timestamp the endpoint echoes when several have come (RFC 7323 section 4.3). */
enum EchoHabit implements Habit {
    /** Where each has an acknowledgment of its own, each has its own echo. */
    THE_FIRST("echoes the first timestamp of what it acknowledges together") {
        @Override
        public Expectation seen(Trial t) {
            return PeerStream.acknowledged(t);
        }

        @Override
        public void judge(Trial t) {
            List<TcpSegment> waiting = new ArrayList<>();
            for (Crossing crossing : Crossing.all(t)) {
                TcpSegment segment = crossing.segment();
                if (!crossing.sent() && !segment.payload().isEmpty()) {
                    waiting.add(segment);
                } else if (crossing.sent() && segment.has(TcpFlag.ACK)) {
                    List<TcpSegment> together = upTo(waiting, segment.ack());
                    waiting.removeAll(together);
                    requireFirst(together, segment);
                }
            }
        }
    },
    /** However coarse it is, it has ticked after some seconds; how fast, the RFC leaves open (RFC 7323 section 4.1). */
    GOES_ON("has a timestamp clock that goes on as time does") {
        @Override
        public Expectation seen(Trial t) {
            return Expectation.NOTHING;
        }

        @Override
        public void judge(Trial t) {
            List<Crossing> all = Crossing.sent(t)
                    .filter(crossing -> !crossing.segment().has(TcpFlag.RST))
                    .toList();
            for (Crossing later : all) {
                all.stream()
                        .takeWhile(earlier -> later.at().minus(earlier.at()).compareTo(SOME_TICKS) >= 0)
                        .reduce((before, after) -> after)
                        .ifPresent(earlier -> requireLater(earlier, later));
            }
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "echoes the first timestamp of what it acknowledges together"
            + "|has a timestamp clock that goes on as time does";

    /** More than one tick of the slowest clock that RFC 7323 section 5.4 speaks of. */
    private static final Duration SOME_TICKS = Duration.ofMillis(2500);

    private final String words;

    EchoHabit(String words) {
        this.words = words;
    }

    private static List<TcpSegment> upTo(List<TcpSegment> waiting, SeqNumber ack) {
        return waiting.stream()
                .filter(segment -> segment.end().isAtOrBefore(ack))
                .toList();
    }

    private static void requireLater(Crossing earlier, Crossing later) {
        int before = stamps(earlier.segment()).value();
        int after = stamps(later.segment()).value();
        Habit.require(
                after - before > 0,
                "the endpoint's timestamp clock stood still for "
                        + later.at().minus(earlier.at()).toMillis() + " ms",
                "in TSval a clock that ticks once a second at least, and goes on with time (RFC 7323 sections 4.1 and 5.4)",
                "TSval " + Integer.toUnsignedString(before) + " and then " + Integer.toUnsignedString(after));
    }

    private static void requireFirst(List<TcpSegment> together, TcpSegment answer) {
        if (together.isEmpty()) {
            return;
        }
        int wanted = stamps(together.get(0)).value();
        int came = stamps(answer).echo();
        Habit.require(
                came == wanted,
                "the endpoint acknowledged " + together.size()
                        + " segments with the timestamp of another than the first",
                "TSecr " + Integer.toUnsignedString(wanted)
                        + ": a timestamp is taken only from what begins at or before what was acknowledged last"
                        + " (RFC 7323 section 4.3)",
                "TSecr " + Integer.toUnsignedString(came) + "; theirs are "
                        + together.stream()
                                .map(segment ->
                                        Integer.toUnsignedString(stamps(segment).value()))
                                .toList());
    }

    private static Timestamps stamps(TcpSegment segment) {
        return segment.option(Timestamps.class).orElseThrow();
    }

    @Override
    public String toString() {
        return words;
    }
}
