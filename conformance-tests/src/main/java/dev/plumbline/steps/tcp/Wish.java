package dev.plumbline.steps.tcp;

import dev.plumbline.spi.TcpSetting;
import dev.plumbline.trial.Trial;
import java.util.List;
import java.util.function.Function;

/** What the endpoint's application asks for besides data (RFC 9293 section 3.9.1). */
public enum Wish {
    /** RFC 9293 section 3.7.4, MUST-17. */
    NO_DELAY("no delay", t -> List.of(new TcpSetting.NoDelay(true))),
    /** RFC 9293 section 3.8.4, MUST-24; when is left to the endpoint. */
    KEEP_ALIVES("keep-alives", t -> List.of(new TcpSetting.KeepAlive(true))),
    /** RFC 9293 section 3.8.4, MUST-27. */
    KEEP_ALIVES_AFTER(
            "keep-alives after any idle time",
            t -> List.of(new TcpSetting.KeepAliveInterval(Idle.draw(t)), new TcpSetting.KeepAlive(true))),
    /** RFC 9293 section 3.8.4, MUST-24. */
    NO_KEEP_ALIVES("no more keep-alives", t -> List.of(new TcpSetting.KeepAlive(false))),
    /** RFC 9293 section 3.8.3, MUST-21. */
    USER_TIMEOUT("a user timeout of any length", t -> List.of(new TcpSetting.UserTimeout(UserTimeout.draw(t)))),
    /** RFC 9293 section 3.9.1.8, MUST-47. */
    ERROR_REPORTS("error reports", t -> List.of(new TcpSetting.ErrorReports(true))),
    /** RFC 9293 section 3.9.1.8, SHLD-20. */
    NO_ERROR_REPORTS("no more error reports", t -> List.of(new TcpSetting.ErrorReports(false))),
    /** RFC 9293 section 3.9.1.9, MUST-48. */
    DIFFSERV("any other Diffserv codepoint", t -> List.of(Mark.diffserv(t))),
    /** RFC 9293 section 3.9.2, MUST-49. */
    TIME_TO_LIVE("any other Time to Live", t -> List.of(Mark.timeToLive(t)));

    /** All of them, as a feature writes them. */
    static final String WORDS = "no delay|keep-alives|keep-alives after any idle time|no more keep-alives"
            + "|a user timeout of any length|error reports|no more error reports|any other Diffserv codepoint|any other Time to Live";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // it draws, and keeps nothing
    private final Function<Trial, List<TcpSetting>> settings;

    Wish(String words, Function<Trial, List<TcpSetting>> settings) {
        this.words = words;
        this.settings = settings;
    }

    void express(Trial t) {
        settings.apply(t).forEach(TcpScene.of(t).application()::set);
    }

    @Override
    public String toString() {
        return words;
    }
}
