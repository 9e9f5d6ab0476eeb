package dev.plumbline.steps.tcp;

import dev.plumbline.model.UserCall;
import java.time.Duration;

/** One link of a chain: something that happens to a connection. It means something in every state, so any part of a chain is one. */
sealed interface Move {
    /** What does has had it by then. */
    Duration ANSWERED = Duration.ofSeconds(2);

    /** How long the next one waits. */
    default Duration pause() {
        return ANSWERED;
    }

    /** Makes it happen. */
    void make(Modelled scene);

    /**
     * A segment arrives.
     *
     * @param kind its control bits
     * @param place where it lies
     * @param acknowledging what it acknowledges
     * @param distance how far from there, where that is open
     * @param length of its data, if it has any
     */
    record Segment(SegmentKind kind, Place place, Acknowledging acknowledging, int distance, int length)
            implements Move {
        @Override
        public void make(Modelled scene) {
            scene.send(this);
        }

        @Override
        public String toString() {
            return kind + " " + place + ", acknowledging " + acknowledging;
        }
    }

    /**
     * The application calls.
     *
     * @param call what
     * @param octets how many, if it sends
     */
    record Calling(UserCall call, int octets) implements Move {
        @Override
        public void make(Modelled scene) {
            scene.call(call, octets);
        }

        @Override
        public String toString() {
            return call == UserCall.SEND ? "SEND of " + octets : call.name();
        }
    }

    /** The endpoint's next segment is lost on its way. */
    record Loss() implements Move {
        @Override
        public void make(Modelled scene) {
            scene.lose();
        }

        @Override
        public String toString() {
            return "the endpoint's next segment is lost";
        }
    }

    /**
     * Nothing happens.
     *
     * @param howLong for that long
     */
    record Waiting(Duration howLong) implements Move {
        @Override
        public void make(Modelled scene) {}

        @Override
        public Duration pause() {
            return howLong;
        }

        @Override
        public String toString() {
            return "a wait of " + howLong.toSeconds() + " s";
        }
    }
}
