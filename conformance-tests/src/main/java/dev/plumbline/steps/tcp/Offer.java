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
            return () ->
                    new Timestamping(first, () -> t.world().timeline().now().toMillis());
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "any window scale|a large window scale|a window scale above 14|timestamps|selective acknowledgments";

    private final String words;

    Offer(String words) {
        this.words = words;
    }

    /** Makes it for each connection. */
    abstract Supplier<Extension> draw(Trial t);

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
