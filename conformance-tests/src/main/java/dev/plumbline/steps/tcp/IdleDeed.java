package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.function.Consumer;

/** What the peer does on a connection that is mostly idle (RFC 9293 section 3.8.4). */
enum IdleDeed implements Deed {
    /** So it is never idle for so long. */
    INTERRUPTS("sends an octet whenever that time is almost over", t -> PeerStream.send(t, Octets.ofText("!"))),
    /** As it does who has closed already. */
    ACKNOWLEDGES(
            "sends an acknowledgment whenever that time is almost over",
            t -> Scene.connection(t).acknowledge()),
    /** As some stacks do, for others of old that answer nothing else (RFC 9293 section 3.8.4, MAY-6). */
    ASKS_WITH_GARBAGE("asks with an octet of garbage whether the endpoint is there", t -> {}) {
        @Override
        public void act(Trial t) {
            SeqNumber before = Scene.connection(t).sndNxt().plus(-1);
            TcpScene.of(t)
                    .arrives(
                            SegmentDraft.on(Scene.connection(t))
                                    .with(TcpFlags.of(TcpFlag.ACK))
                                    .numbered(before)
                                    .acknowledging(Scene.connection(t).rcvNxt())
                                    .carrying(t.draw("the garbage", Any.data(1, 1)))
                                    .segment(),
                            "a keep-alive with an octet of garbage");
        }
    },
    /** Whatever it is asked with has a number that was there before, and must be answered. */
    ANSWERS("answers whenever it is asked, for fifteen times as long", t -> {}) {
        @Override
        public void act(Trial t) {
            Scene.connection(t).acknowledgeByItself();
        }

        @Override
        public Expectation after(Trial t) {
            return new Elapse(Idle.many(t));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends an octet whenever that time is almost over"
            + "|sends an acknowledgment whenever that time is almost over|answers whenever it is asked, for fifteen times as long"
            + "|asks with an octet of garbage whether the endpoint is there";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    IdleDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    @Override
    public void act(Trial t) {
        Idle.interrupt(t, deed);
    }

    @Override
    public String toString() {
        return words;
    }
}
