package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyStream;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** How much data an application sends, and in how many calls. */
public enum Amount {
    /** Much less than a segment. */
    A_FEW("a few octets", 1, 50),
    /** As many, but others. */
    A_FEW_MORE("a few octets more", 1, 50) {
        @Override
        Octets draw(Trial t, String whose, String which) {
            return super.draw(t, whose, "more of ");
        }
    },
    /** A few segments at most. */
    ANY("any data", 1, 8000),
    /** More than one window. */
    STREAM("any stream", 1, 65_536),
    /** Enough for many segments to be under way. */
    A_LOT("a lot of any data", 58_400, 58_400),
    /** To the last octet, so that nothing else fits. */
    WINDOWFUL("as much data as the window takes", 1, 65_535) {
        @Override
        Octets draw(Trial t, String whose, String which) {
            int window = Talk.of(t).window();
            return t.draw(which + whose + "'s data", Any.data(window, window));
        }
    },
    /** So that a little room stays, and nothing has to be taken back for that. */
    NEARLY_A_WINDOWFUL("all but a few octets of what the window takes", 1, 65_535) {
        @Override
        Octets draw(Trial t, String whose, String which) {
            int few = t.draw("for how many octets there is still room", AnyStream.fewerThanWorthwhile());
            int most = Talk.of(t).window() - few;
            return t.draw(which + whose + "'s data", Any.data(most, most));
        }
    },
    /** Enough for any loss among them to be noticed by what comes behind it. */
    SEGMENTS("several full segments", 16 * AnyStream.SEGMENT, 16 * AnyStream.SEGMENT) {
        @Override
        Octets draw(Trial t, String whose, String which) {
            return super.draw(t, whose, "several segments of ");
        }
    },
    /** Less than a sender may put under way that has sent a lot. */
    LITTLE("little data", 1, 8000) {
        @Override
        Octets draw(Trial t, String whose, String which) {
            return super.draw(t, whose, "little of ");
        }
    },
    /** Three windows. */
    TOO_MUCH("any stream, more than the receiver has room for", 3, 3 * 65_536),
    /** More than any buffer holds, and each call takes another part of it. */
    LONG("a long stream in many pieces", 3000, 8000) {
        @Override
        List<Octets> draw(Trial t, String whose) {
            List<Octets> pieces = new ArrayList<>();
            int from = Talk.of(t).endpointData().length();
            for (int size : t.draw("the sizes of the pieces of " + whose + "'s stream", sizes())) {
                pieces.add(PeersText.octets(from, size));
                from += size;
            }
            return pieces;
        }
    },
    /** Three calls. */
    IN_PIECES("any data in several pieces", 1, 2000) {
        @Override
        List<Octets> draw(Trial t, String whose) {
            return Stream.of("first", "second", "third")
                    .map(which -> draw(t, whose, "the " + which + " piece of "))
                    .toList();
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "a few octets|a few octets more|any data|any stream|a long stream in many pieces|a lot of any data"
                    + "|as much data as the window takes|all but a few octets of what the window takes|several full segments"
                    + "|little data|any stream, more than the receiver has room for"
                    + "|any data in several pieces";

    private static final int PIECES = 60;

    private final String words;
    private final int least;
    private final int most;

    Amount(String words, int least, int most) {
        this.words = words;
        this.least = least;
        this.most = most;
    }

    /** What is sent, call by call. */
    List<Octets> draw(Trial t, String whose) {
        return List.of(draw(t, whose, ""));
    }

    Octets draw(Trial t, String whose, String which) {
        return t.draw(which + whose + "'s data", Any.data(least, most));
    }

    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(least, most).list().ofSize(PIECES);
    }

    /** How many octets it has at least. */
    int least() {
        return least;
    }

    @Override
    public String toString() {
        return words;
    }
}
