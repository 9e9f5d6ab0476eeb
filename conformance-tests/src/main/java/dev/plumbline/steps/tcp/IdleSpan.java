package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Silence;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.function.Function;

/** For how long nobody is to be asked whether he is still there (RFC 9293 section 3.8.4). */
public enum IdleSpan {
    /** Nobody has asked for it, or there is data under way. */
    A_DAY("for a day", t -> Duration.ofDays(1)),
    /** What the application has said. */
    THAT_TIME("before that time is over", Idle::mostOfIt),
    /** While the peer says something now and then. */
    MEANWHILE("meanwhile", Idle::talk),
    /** The default, but for a minute that may have passed. */
    TWO_HOURS("within two hours", t -> Duration.ofMinutes(119));

    /** All of them, as a feature writes them. */
    static final String WORDS = "for a day|before that time is over|meanwhile|within two hours";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Function<Trial, Duration> howLong;

    IdleSpan(String words, Function<Trial, Duration> howLong) {
        this.words = words;
        this.howLong = howLong;
    }

    /** Watches that nobody asks. */
    Expectation watched(Trial t) {
        return new Silence(
                Scene.connection(t).reader(),
                "no keep-alive " + words,
                arrival -> arrival.tcp().flatMap(segment -> Idle.objection(t, segment)),
                howLong.apply(t));
    }

    @Override
    public String toString() {
        return words;
    }
}
