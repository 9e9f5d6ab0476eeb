package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;

/** What the endpoint's application does with its connection (RFC 9293 section 3.9.1). */
public enum ApplicationDeed {
    /** Its window closes. */
    PAUSES("takes no data for a while", t -> Scene.application(t).pause()),
    /** It opens only by crumbs. */
    TAKES_CRUMBS("takes a few octets, again and again", ApplicationDeed::takeCrumbs),
    /** And opens again. */
    RESUMES("takes its data at last", t -> Scene.application(t).resume()),
    /** It has nothing more to say. */
    CLOSES("closes", t -> Scene.application(t).close());

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "takes no data for a while|takes a few octets, again and again|takes its data at last|closes";

    private static final int TIMES = 5;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    ApplicationDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    void act(Trial t) {
        deed.accept(t);
    }

    private static void takeCrumbs(Trial t) {
        EndpointStream.noteSent(t);
        int size = t.draw(
                "how many octets it takes at once", Arbitraries.integers().between(1, 20));
        for (int taken = 0; taken < TIMES * size && taken + size < OwnWindow.worthTelling(t); taken += size) {
            Scene.application(t).takeSome(size);
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
