package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Impairment.Delivery;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
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
            return Impairment.dropping(drawLosses(t, whose));
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
            return drawDamage(t, whose, Set.of());
        }
    },
    /** All of this. */
    MISTREATS("mistreats any") {
        @Override
        Impairment draw(Trial t, String whose) {
            Set<Integer> lost = drawLosses(t, whose);
            return Impairment.dropping(lost)
                    .then(DOUBLES.draw(t, whose))
                    .then(DELAYS.draw(t, whose))
                    .then(drawDamage(t, whose, lost));
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

    /**
     * Of so many packets in a row two may be lost or damaged. Where more are, what is sent again is harmed again and again, and a
     * stack that does everything right, but has not much patience, gives the connection up (RFC 9293 section 3.8.3: R2).
     */
    private static final int IN_A_ROW = 8;

    private static final int MOST_OF_THEM = 2;

    private static final Arbitrary<Set<Integer>> LOSSES =
            NUMBERS.set().ofMaxSize(6).filter(Harm::leavesAChance);
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

    private static Set<Integer> drawLosses(Trial t, String whose) {
        return t.draw(whose + " are lost those numbered", LOSSES);
    }

    private static Impairment drawDamage(Trial t, String whose, Set<Integer> lost) {
        Impairment damage = Impairment.none();
        Arbitrary<Map<Integer, Integer>> bits = BITS.filter(drawn -> leavesAChance(union(lost, drawn.keySet())));
        for (Map.Entry<Integer, Integer> bit :
                t.draw(whose + " are damaged those numbered, at the bit", bits).entrySet()) {
            damage = damage.then(Impairment.corrupting(bit.getKey(), bit.getValue()));
        }
        return damage;
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> more) {
        Set<Integer> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    static boolean leavesAChance(Set<Integer> harmed) {
        return harmed.stream()
                .allMatch(first -> harmed.stream()
                                .filter(n -> n >= first && n < first + IN_A_ROW)
                                .count()
                        <= MOST_OF_THEM);
    }

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
