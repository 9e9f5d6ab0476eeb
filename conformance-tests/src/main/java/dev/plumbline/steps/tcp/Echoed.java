package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Timestamping;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.util.List;

/** Which of the peer's timestamps the endpoint's answer echoes (RFC 7323 section 4.3). */
public enum Echoed {
    /** What came was next in order. */
    ITS_OWN("the timestamp of what arrived") {
        @Override
        int value(Trial t) {
            return TcpScene.of(t)
                    .arrived()
                    .option(Timestamps.class)
                    .map(Timestamps::value)
                    .orElseThrow();
        }
    },
    /** What came does not count, or not yet. */
    ONE_BEFORE("the timestamp of what arrived before") {
        @Override
        int value(Trial t) {
            return stamps(t).last();
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "the timestamp of what arrived|the timestamp of what arrived before";

    private final String words;

    Echoed(String words) {
        this.words = words;
    }

    /** TSval of that segment. */
    abstract int value(Trial t);

    private static Timestamping stamps(Trial t) {
        return TcpScene.of(t).connection().extensions().find(Timestamping.class).orElseThrow();
    }

    /** The last segment that the endpoint has sent echoes it. */
    void check(Trial t) {
        List<TcpSegment> all = TcpScene.of(t).connection().arrivals();
        TcpSegment answer = all.get(all.size() - 1);
        int wanted = value(t);
        String came = answer.option(Timestamps.class)
                .map(stamps -> "TSecr " + Integer.toUnsignedString(stamps.echo()))
                .orElse("no timestamps");
        if (answer.option(Timestamps.class)
                .filter(stamps -> stamps.echo() == wanted)
                .isEmpty()) {
            throw new FindingError(Finding.wrong(
                    "the endpoint does not echo " + words + ": "
                            + TcpScene.of(t).arrivedWords(),
                    "TSecr " + Integer.toUnsignedString(wanted),
                    came));
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
