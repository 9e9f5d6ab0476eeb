package dev.plumbline.diagnosis;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** Control bits that stand in the wrong place, or that say the wrong thing: what is expected are exactly these. */
enum Flags implements Diagnoser {
    /** As a C structure with bit fields has them on a machine with the low octet first. */
    MIRRORED {
        @Override
        Optional<String> explain(long expected, long seen, Facts facts) {
            return Diagnoser.when(
                    isSeveral(expected) && seen == Bits.mirrored(expected),
                    "its flags are mirrored: FIN is the lowest bit and CWR the highest");
        }
    },
    SHIFTED {
        @Override
        Optional<String> explain(long expected, long seen, Facts facts) {
            return Diagnoser.when(
                    isSeveral(expected) && (seen == expected << 1 || expected == seen << 1),
                    "its flags are shifted by one: FIN is the lowest bit, and CWR and ECE are the two highest of eight");
        }
    },
    /** Only its own direction is closed (RFC 9293 section 3.6). */
    HALF_CLOSE_REFUSED {
        @Override
        Optional<String> explain(long expected, long seen, Facts facts) {
            Optional<TcpSegment> last = facts.arrived().stream().findFirst();
            boolean dataCame = last.filter(s -> !s.payload().isEmpty()).isPresent();
            boolean ownEnded = facts.left().stream().anyMatch(s -> s.has(TcpFlag.FIN));
            boolean peerEnded = facts.arrived().stream().anyMatch(s -> s.has(TcpFlag.FIN));
            return Diagnoser.when(
                    isNew(expected, seen, TcpFlag.RST) && dataCame && ownEnded && !peerEnded,
                    "it has closed its own direction only, and the peer may still send (a half-close)");
        }
    },
    /** The application has not closed, or nobody would mind. */
    CLOSED_WITH_PEER {
        @Override
        Optional<String> explain(long expected, long seen, Facts facts) {
            boolean peerEnded = facts.arrived().stream()
                    .findFirst()
                    .filter(s -> s.has(TcpFlag.FIN))
                    .isPresent();
            return Diagnoser.when(
                    isNew(expected, seen, TcpFlag.FIN)
                            && peerEnded
                            && facts.left().stream().noneMatch(s -> s.has(TcpFlag.FIN)),
                    "the peer's FIN ends the peer's direction only: the endpoint's own stream goes on (a half-close)");
        }
    };

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        boolean isOfSegment = facts.segment()
                .filter(s -> s.flags().bits() != difference.seen())
                .isEmpty();
        return difference.quantity() == Quantity.FLAGS && difference.expected() != difference.seen() && isOfSegment
                ? explain(difference.expected(), difference.seen(), facts)
                : Optional.empty();
    }

    abstract Optional<String> explain(long expected, long seen, Facts facts);

    /** A single flag may be another one for many reasons. */
    private static boolean isSeveral(long flags) {
        return Long.bitCount(flags) > 1;
    }

    private static boolean isNew(long expected, long seen, TcpFlag flag) {
        return !new TcpFlags((int) expected).has(flag) && new TcpFlags((int) seen).has(flag);
    }
}
