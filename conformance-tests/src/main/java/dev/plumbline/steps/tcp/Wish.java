package dev.plumbline.steps.tcp;

import dev.plumbline.spi.TcpSetting;
import dev.plumbline.trial.Trial;
import java.util.function.Function;

/** What the endpoint's application asks for besides data (RFC 9293 section 3.9.1). */
public enum Wish {
    /** RFC 9293 section 3.7.4, MUST-17. */
    NO_DELAY("no delay", t -> new TcpSetting.NoDelay(true));

    /** All of them, as a feature writes them. */
    static final String WORDS = "no delay";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // it draws, and keeps nothing
    private final Function<Trial, TcpSetting> setting;

    Wish(String words, Function<Trial, TcpSetting> setting) {
        this.words = words;
        this.setting = setting;
    }

    void express(Trial t) {
        TcpScene.of(t).application().set(setting.apply(t));
    }

    @Override
    public String toString() {
        return words;
    }
}
