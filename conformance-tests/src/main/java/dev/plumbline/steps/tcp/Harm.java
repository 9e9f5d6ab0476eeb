package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Impairment.Delivery;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What an IP network may do to packets, as it is drawn for a trial (RFC 791 section 1.2). */
public enum Harm {
    /** Packets get lost. */
    LOSES("loses any") {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.dropping(t.draw(whose + " are lost those numbered", LOSSES));
        }
    },
    /** Packets arrive twice. */
    DOUBLES("doubles any") {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.duplicating(
                    t.draw(whose + " arrive twice those numbered", DOUBLES_OF), Duration.ofMillis(30));
        }
    },
    /** Packets are held up, so that others overtake them. */
    DELAYS("delays any") {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.reordering(t.draw(whose + " are late those numbered", DELAYS_OF));
        }
    },
    /** In packets one bit is turned over. */
    DAMAGES("damages any") {
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
    MISTREATS("mistreats any") {
        @Override
        Impairment draw(Trial t, String whose) {
            return LOSES.draw(t, whose)
                    .then(DOUBLES.draw(t, whose))
                    .then(DELAYS.draw(t, whose))
                    .then(DAMAGES.draw(t, whose));
        }
    },
    /** Some of the first packets get lost, but not so many that nobody would try again. */
    LOSES_FIRST("loses any of the first") {
        @Override
        Impairment draw(Trial t, String whose) {
            return Impairment.dropping(t.draw(whose + " are lost those numbered", Any.losses(2, 3)));
        }
    },
    /** From one moment on nothing arrives any more; not before a handshake could be done, so SYNs that come again do not count. */
    BREAKS("breaks after any") {
        @Override
        Impairment draw(Trial t, String whose) {
            int last = t.draw(whose + " is the last to arrive the one numbered", NUMBERS);
            AtomicInteger beforeIt = new AtomicInteger(last);
            return (n, datagram, random) -> isSyn(datagram) || beforeIt.getAndDecrement() > 0
                    ? List.of(new Delivery(Duration.ZERO, datagram))
                    : List.of();
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "loses any|doubles any|delays any|damages any|mistreats any|loses any of the first|breaks after any";

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

    private final String words;

    Harm(String words) {
        this.words = words;
    }

    /**
     * What happens in one direction.
     *
     * @param whose whose packets these are, for the reader of a failure
     */
    abstract Impairment draw(Trial t, String whose);

    private static boolean isSyn(Octets datagram) {
        return Packet.of(datagram)
                .tcp()
                .filter(segment -> segment.has(TcpFlag.SYN))
                .isPresent();
    }

    @Override
    public String toString() {
        return words;
    }
}
