package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Extension;
import dev.plumbline.peer.Sacking;
import dev.plumbline.peer.Timestamping;
import dev.plumbline.peer.WindowScaling;
import dev.plumbline.trial.Trial;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;

/** What the peer's SYN offers, which both ends must offer (RFC 7323 section 1.3). */
public enum Offer {
    /** Its windows can be a GiB. */
    ANY_SCALE("any window scale") {
        @Override
        Supplier<Extension> draw(Trial t) {
            return scaling(t, 0, 14);
        }
    },
    /** So large that no stack can take its window for what the field says. */
    LARGE_SCALE("a large window scale") {
        @Override
        Supplier<Extension> draw(Trial t) {
            return scaling(t, 8, 14);
        }
    },
    /** More than there may be (RFC 7323 section 2.3). */
    HUGE_SCALE("a window scale above 14") {
        @Override
        Supplier<Extension> draw(Trial t) {
            return scaling(t, 15, 255);
        }
    },
    /** It knows what to make of blocks (RFC 2018 section 2). */
    SACK("selective acknowledgments") {
        @Override
        Supplier<Extension> draw(Trial t) {
            return Sacking::new;
        }
    },
    /** Its clock may show anything. */
    TIMESTAMPS("timestamps") {
        @Override
        Supplier<Extension> draw(Trial t) {
            int first = t.draw(
                    "the peer's timestamp clock",
                    Arbitraries.integers()
                            .edgeCases(edges -> edges.filter(v -> false)
                                    .add(0, 1, -1, -5, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 5)));
            return () -> stamping(t, first);
        }
    },
    /** Its next numbers are the first ones again, or negative if they are read with a sign (RFC 7323 section 5.2). */
    TURNING_TIMESTAMPS("timestamps from a clock that is about to turn round") {
        @Override
        Supplier<Extension> draw(Trial t) {
            int turn = t.draw("where the peer's timestamp clock turns", Arbitraries.of(Integer.MIN_VALUE, 0));
            int before = t.draw(
                    "the peer's timestamp clock turns in, in milliseconds",
                    Arbitraries.integers().between(A_MOMENT, 1 << 29));
            return () -> stamping(t, turn - before);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "any window scale|a large window scale|a window scale above 14|timestamps|timestamps from a clock that is about to turn round"
                    + "|selective acknowledgments";

    /** Longer than it takes to open a connection. */
    private static final int A_MOMENT = 10_000;

    private final String words;

    Offer(String words) {
        this.words = words;
    }

    /** Makes it for each connection. */
    abstract Supplier<Extension> draw(Trial t);

    private static Extension stamping(Trial t, int first) {
        return new Timestamping(first, () -> t.world().timeline().now().toMillis());
    }

    private static Supplier<Extension> scaling(Trial t, int least, int most) {
        int shift = t.draw(
                "the peer's window scale",
                Arbitraries.integers()
                        .between(least, most)
                        .edgeCases(edges -> edges.filter(v -> false).add(least, most)));
        return () -> new WindowScaling(shift);
    }

    @Override
    public String toString() {
        return words;
    }
}
