package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.ThenPause;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.AnyStream;
import java.util.function.Consumer;

/** What the peer does with the window that it offers (RFC 9293 section 3.8.6). */
enum WindowDeed implements Deed {
    /** The beginning of what has come (RFC 9293 section 3.8.6.2.1). */
    MAKES_A_LITTLE_ROOM("makes room for a few octets", t -> {
        int few = t.draw("for how many octets there is room", AnyStream.fewerThanWorthwhile());
        EndpointStream.noteSent(t);
        EndpointStream.acknowledge(t, Math.min(few, EndpointStream.arrivedInOrder(t) - 1));
    }) {
        @Override
        public Expectation before(Trial t) {
            // All that leaves before anything is heard: not every host sends it in one go.
            return new ThenPause(EndpointStream.begins(t), t.world().timeline(), Waits.MOMENT);
        }
    },
    /** Its window stays closed, but there was an octet's room. */
    TAKES_PROBES(
            "takes what each probe brings, and offers no room",
            t -> connection(t).takeProbes()),
    /** The right edge stays where it is. */
    FILLS_UP(
            "takes what its window allows, and offers no more",
            t -> connection(t).fillUp()),
    /** It counts in large units (RFC 7323 section 2.3). */
    OPENS_WIDE("opens its window beyond what sixteen bits can say", WindowDeed::openWide),
    /** As if it were gone. */
    FALLS_SILENT("falls silent", t -> connection(t).replies().end());

    /** All of them, as a feature writes them. */
    static final String WORDS = "makes room for a few octets|takes what each probe brings, and offers no room"
            + "|takes what its window allows, and offers no more|falls silent"
            + "|opens its window beyond what sixteen bits can say";

    private static final int A_MEGABYTE = 1 << 20;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    WindowDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    @Override
    public void act(Trial t) {
        deed.accept(t);
    }

    private static void openWide(Trial t) {
        connection(t).offer(A_MEGABYTE);
        connection(t).acknowledge();
    }

    private static PeerConnection connection(Trial t) {
        return Scene.connection(t);
    }

    @Override
    public String toString() {
        return words;
    }
}
