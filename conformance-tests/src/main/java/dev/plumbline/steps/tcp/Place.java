package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.trial.Trial;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Where a segment lies, as seen from the window that the endpoint has offered last (RFC 9293 section 3.4). A segment that takes up no
 * number lies where its number is.
 */
public enum Place {
    /** There is no window yet. */
    ANY_NUMBER("at any number") {
        @Override
        SeqNumber number(Trial t, int length) {
            return connection(t).sndNxt();
        }
    },
    /** The number of a reset that has nothing to take one from (RFC 9293 section 3.10.7.1). */
    ZERO("at number 0") {
        @Override
        SeqNumber number(Trial t, int length) {
            return SeqNumber.ZERO;
        }
    },
    /** Where the peer's FIN was. */
    WHERE_THE_FIN_WAS("where the FIN was") {
        @Override
        SeqNumber number(Trial t, int length) {
            return leftEdge(t).plus(-1);
        }
    },
    /** Where the peer's SYN was. */
    WHERE_THE_SYN_WAS("where the SYN was") {
        @Override
        SeqNumber number(Trial t, int length) {
            return connection(t).iss();
        }
    },
    /** All of it was there before. */
    LEFT("left of the window") {
        @Override
        SeqNumber number(Trial t, int length) {
            return leftEdge(t).plus(-Math.max(1, length) - (long) t.draw("so far left of it", DISTANCE));
        }
    },
    /** Its first octets were there before, its last one is new. */
    ACROSS_LEFT("across the left edge") {
        @Override
        SeqNumber number(Trial t, int length) {
            return leftEdge(t).plus(-within(t, length - 1));
        }
    },
    /** RCV.NXT. */
    LEFT_EDGE("at the left edge") {
        @Override
        SeqNumber number(Trial t, int length) {
            return leftEdge(t);
        }
    },
    /** All of it fits, but something before it is missing. */
    INSIDE("inside the window") {
        @Override
        SeqNumber number(Trial t, int length) {
            return leftEdge(t).plus(within(t, Math.max(1, room(t) - Math.max(1, length))));
        }
    },
    /** Its last number is the last one in the window. */
    LAST_OCTET("at the last octet") {
        @Override
        SeqNumber number(Trial t, int length) {
            return rightEdge(t).plus(-Math.max(1, length));
        }
    },
    /** Its first octet fits, its last one does not. */
    ACROSS_RIGHT("across the right edge") {
        @Override
        SeqNumber number(Trial t, int length) {
            return rightEdge(t).plus(-within(t, length - 1));
        }
    },
    /** Nothing of it fits. */
    RIGHT("right of the window") {
        @Override
        SeqNumber number(Trial t, int length) {
            // A closed window takes a segment without length at its left edge (RFC 9293 section 3.4).
            return leftEdge(t).plus(Math.max(1, room(t))).plus(t.draw("so far right of it", DISTANCE));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "at any number|at number 0|where the SYN was|where the FIN was|left of the window|across the left edge|at the left edge"
                    + "|inside the window|at the last octet|across the right edge|right of the window";

    private static final Arbitrary<Integer> DISTANCE = Arbitraries.integers()
            .between(0, 1_000_000)
            .edgeCases(edges -> edges.filter(v -> false).add(0, 1, 65_535, 65_536));

    private static final int MANY = 1 << 16;

    private static final Arbitrary<Integer> PART = Arbitraries.integers()
            .between(0, MANY)
            .edgeCases(edges -> edges.filter(v -> false).add(0, MANY));

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** The number of the first octet of a segment that takes up {@code length} numbers. */
    abstract SeqNumber number(Trial t, int length);

    private static PeerConnection connection(Trial t) {
        return TcpScene.of(t).connection();
    }

    private static SeqNumber leftEdge(Trial t) {
        return connection(t).sndNxt();
    }

    private static SeqNumber rightEdge(Trial t) {
        return leftEdge(t).plus(room(t));
    }

    private static int room(Trial t) {
        return connection(t).room();
    }

    /** 1 to {@code most}. */
    private static int within(Trial t, int most) {
        int part = t.draw("its place there, in parts of " + MANY, PART);
        return 1 + (int) ((long) part * (most - 1) / MANY);
    }

    @Override
    public String toString() {
        return words;
    }
}
