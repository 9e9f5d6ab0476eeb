package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.ArrivedNumbers;
import dev.plumbline.oracle.ArrivedNumbers.Range;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;

/** How the endpoint repairs losses of which SACK options tell (RFC 2018 section 5, RFC 6675 section 5). */
enum RepairHabit implements Habit {
    /** RFC 2018 section 5. After a timeout the peer may have it no more. */
    SKIPS("sends nothing again that the peer has reported, before a timeout has passed") {
        @Override
        public void judge(Trial t) {
            ArrivedNumbers reported = new ArrivedNumbers();
            Duration last = Duration.ZERO;
            for (Crossing crossing : Crossing.all(t)) {
                boolean timeout = isQuiet(last, crossing);
                reported = timeout ? new ArrivedNumbers() : reported;
                last = crossing.at();
                if (!crossing.sent()) {
                    blocks(t, crossing.segment()).forEach(reported::add);
                } else if (!crossing.segment().payload().isEmpty()) {
                    Range sent = range(t, crossing.segment());
                    Habit.require(
                            !reported.contain(asOne(t, sent)),
                            "the endpoint sent octets again that its peer had reported",
                            "only what is missing: a segment with the SACKed bit is skipped (RFC 2018 section 5)",
                            "octets " + sent + " after a report of " + reported.all());
                }
            }
        }
    },
    /** RFC 6675 section 5, step (C). */
    FILLS("sends all that is missing again before a timeout has passed") {
        @Override
        public void judge(Trial t) {
            Duration last = Duration.ZERO;
            boolean begun = false;
            for (Crossing crossing : Crossing.all(t)) {
                boolean data = crossing.sent() && !crossing.segment().payload().isEmpty();
                Habit.require(
                        !begun || !isQuiet(last, crossing),
                        "the endpoint waited for a timeout, though its peer had reported what is missing",
                        "all that is missing again as soon as segments behind it are reported (RFC 6675 section 5)",
                        "nothing between " + last.toMillis() + " ms and "
                                + crossing.at().toMillis() + " ms; then " + crossing.segment());
                begun |= data && EndpointStream.placeOf(t, crossing.segment()) > 0;
                last = crossing.at();
            }
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends nothing again that the peer has reported, before a timeout has passed"
            + "|sends all that is missing again before a timeout has passed";

    private final String words;

    RepairHabit(String words) {
        this.words = words;
    }

    @Override
    public Expectation seen(Trial t) {
        return Side.PEER.receivesEverything(t);
    }

    private static boolean isQuiet(Duration last, Crossing crossing) {
        return crossing.at().minus(last).compareTo(NO_TIMEOUT) >= 0;
    }

    private static List<Range> blocks(Trial t, TcpSegment segment) {
        return segment.sackBlocks().stream()
                .map(block -> new Range(
                        block.left().minus(EndpointStream.numberOf(t, 0)),
                        block.right().minus(EndpointStream.numberOf(t, 0))))
                .toList();
    }

    /** What may have been one segment with it: who knows only whole ones sends all of one again of which a part is missing. */
    private static Range asOne(Trial t, Range sent) {
        int more = Math.max(0, Talk.of(t).mss() - (sent.to() - sent.from()));
        return new Range(sent.from() - more, sent.to() + more);
    }

    private static Range range(Trial t, TcpSegment segment) {
        int from = EndpointStream.placeOf(t, segment);
        return new Range(from, from + segment.payload().length());
    }

    @Override
    public String toString() {
        return words;
    }
}
