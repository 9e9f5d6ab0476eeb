package dev.plumbline.steps;

import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Impairment.Delivery;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What an IP network may do to packets, as it is drawn for a trial (RFC 791 section 1.2). */
enum Harm {
    /** Packets get lost. */
    LOSES {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.dropping(t.draw(whose + " are lost those numbered", LOSSES));
        }
    },
    /** Packets arrive twice. */
    DOUBLES {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.duplicating(
                    t.draw(whose + " arrive twice those numbered", DOUBLES_OF), Duration.ofMillis(30));
        }
    },
    /** Packets are held up, so that others overtake them. */
    DELAYS {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.reordering(t.draw(whose + " are late those numbered", DELAYS_OF));
        }
    },
    /** In packets one bit is turned over. */
    DAMAGES {
        @Override
        Impairment draw(Trial t, String whose) {
            Impairment damage = Impairment.none();
            for (Map.Entry<Integer, Integer> bit : t.draw(whose + " are damaged those numbered, at the bit", BITS)
                    .entrySet()) {
                damage = damage.then(Impairment.corrupting(bit.getKey(), bit.getValue()));
            }
            return damage;
        }
    },
    /** All of this. */
    MISTREATS {
        @Override
        Impairment draw(Trial t, String whose) {
            return LOSES.draw(t, whose)
                    .then(DOUBLES.draw(t, whose))
                    .then(DELAYS.draw(t, whose))
                    .then(DAMAGES.draw(t, whose));
        }
    },
    /** From one moment on nothing arrives any more; not before a handshake could be done. */
    BREAKS {
        @Override
        Impairment draw(Trial t, String whose) {
            int last = t.draw(whose + " is the last to arrive the one numbered", NUMBERS);
            return (n, datagram, random) -> n <= last ? List.of(new Delivery(Duration.ZERO, datagram)) : List.of();
        }
    };

    /** The packets of one direction, from the first behind the handshake on; most streams have fewer. */
    private static final Arbitrary<Integer> NUMBERS = Arbitraries.integers()
            .between(2, 60)
            .edgeCases(edges -> edges.filter(v -> false).add(2, 3, 10));

    private static final Arbitrary<Set<Integer>> LOSSES = NUMBERS.set().ofMaxSize(6);
    private static final Arbitrary<Set<Integer>> DOUBLES_OF = NUMBERS.set().ofMaxSize(12);
    private static final Arbitrary<Duration> LATE = Arbitraries.integers()
            .between(1, 1500)
            .edgeCases(edges -> edges.filter(v -> false).add(1, 20, 1500))
            .map(Duration::ofMillis);
    private static final Arbitrary<Map<Integer, Duration>> DELAYS_OF =
            Arbitraries.maps(NUMBERS, LATE).ofMaxSize(12);
    private static final Arbitrary<Map<Integer, Integer>> BITS = Arbitraries.maps(
                    NUMBERS, Arbitraries.integers().between(0, 8 * 300 - 1))
            .ofMaxSize(6);

    /**
     * What happens in one direction.
     *
     * @param whose whose packets these are, for the reader of a failure
     */
    abstract Impairment draw(Trial t, String whose);
}
