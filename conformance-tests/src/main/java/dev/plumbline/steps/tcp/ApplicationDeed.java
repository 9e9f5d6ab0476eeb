package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import java.util.function.Consumer;

/** What the endpoint's application does with its connection (RFC 9293 section 3.9.1). */
public enum ApplicationDeed {
    /** Its window closes. */
    PAUSES("takes no data for a while", TcpApplication::pause),
    /** And opens again. */
    RESUMES("takes its data at last", TcpApplication::resume),
    /** It has nothing more to say. */
    CLOSES("closes", TcpApplication::close);

    /** All of them, as a feature writes them. */
    static final String WORDS = "takes no data for a while|takes its data at last|closes";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<TcpApplication> deed;

    ApplicationDeed(String words, Consumer<TcpApplication> deed) {
        this.words = words;
        this.deed = deed;
    }

    void act(Trial t) {
        deed.accept(Scene.application(t));
    }

    @Override
    public String toString() {
        return words;
    }
}
