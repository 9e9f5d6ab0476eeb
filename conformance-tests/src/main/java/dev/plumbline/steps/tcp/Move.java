package dev.plumbline.steps.tcp;

import dev.plumbline.model.UserCall;
import java.time.Duration;

/** One link of a chain: something that happens to a connection. It means something in every state, so any part of a chain is one. */
sealed interface Move {
    /** What does has had it by then. */
    Duration ANSWERED = Duration.ofSeconds(2);

    /** The largest window without scale. */
    int LARGEST = 65_535;

    /** The window that the peer has offered last. */
    int AS_BEFORE = -1;

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
     * @param window how much the peer says that it takes
     */
    record Segment(SegmentKind kind, Place place, Acknowledging acknowledging, int distance, int length, int window)
            implements Move {
        @Override
        public void make(Modelled scene) {
            scene.peer().send(this);
        }

        @Override
        public String toString() {
            return kind + " " + place + ", acknowledging " + acknowledging
                    + (window == AS_BEFORE ? "" : ", with a window of " + window);
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
            return switch (call) {
                case SEND -> "SEND of " + octets;
                case PAUSE -> "the application takes no data for a while";
                default -> call.name();
            };
        }
    }

    /** The endpoint's next segment is lost on its way. */
    record Loss() implements Move {
        @Override
        public void make(Modelled scene) {
            scene.peer().lose();
        }

        @Override
        public String toString() {
            return "the endpoint's next segment is lost";
        }
    }

    /**
     * The peer's window is another one, until it says otherwise.
     *
     * @param octets so large
     */
    record Offering(int octets) implements Move {
        @Override
        public void make(Modelled scene) {
            scene.peer().offer(octets);
        }

        @Override
        public String toString() {
            return "the peer's window becomes " + octets;
        }
    }

    /** The peer uses all of the endpoint's window. */
    record Filling() implements Move {
        @Override
        public void make(Modelled scene) {
            scene.peer().fill();
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(90);
        }

        @Override
        public String toString() {
            return "the peer fills the window";
        }
    }

    /**
     * The peer sends again and again what it has sent last.
     *
     * @param howLong for that long
     */
    record Repeating(Duration howLong) implements Move {
        @Override
        public void make(Modelled scene) {
            scene.repeat(howLong);
        }

        @Override
        public Duration pause() {
            return howLong.plus(ANSWERED);
        }

        @Override
        public String toString() {
            return "the peer repeats what it has sent last, for " + howLong.toSeconds() + " s";
        }
    }

    /**
     * The peer acknowledges everything that comes.
     *
     * @param howLong for that long
     */
    record Answering(Duration howLong) implements Move {
        @Override
        public void make(Modelled scene) {
            scene.peer().answer(howLong);
        }

        @Override
        public Duration pause() {
            return howLong.plus(ANSWERED);
        }

        @Override
        public String toString() {
            return "the peer acknowledges whatever comes, for " + howLong.toSeconds() + " s";
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
