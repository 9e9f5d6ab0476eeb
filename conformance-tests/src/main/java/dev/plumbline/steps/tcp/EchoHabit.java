package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
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
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "echoes the first timestamp of what it acknowledges together";

    private final String words;

    EchoHabit(String words) {
        this.words = words;
    }

    private static List<TcpSegment> upTo(List<TcpSegment> waiting, SeqNumber ack) {
        return waiting.stream()
                .filter(segment -> segment.end().isAtOrBefore(ack))
                .toList();
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
