package dev.plumbline.diagnosis;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** Windows that do not say how much room there is (RFC 9293 section 3.8.6, RFC 7323 section 2.3). */
enum Windows implements Diagnoser {
    PEERS_WINDOW {
        @Override
        Optional<String> explain(Difference difference, Facts facts, TcpSegment segment) {
            boolean isPeers = facts.arrived().stream()
                    .findFirst()
                    .filter(s -> s.window() == segment.window())
                    .isPresent();
            return Diagnoser.when(
                    difference.seen() != 0 && isPeers && !isConstant(facts, segment),
                    "that is the window that the peer has offered, sent back as it came");
        }
    },
    /** It tells of room that was filled since. */
    CONSTANT {
        @Override
        Optional<String> explain(Difference difference, Facts facts, TcpSegment segment) {
            boolean dataCame =
                    facts.arrived().stream().anyMatch(s -> !s.payload().isEmpty());
            return Diagnoser.when(
                    dataCame && isConstant(facts, segment),
                    "its window has been " + segment.window()
                            + " in every segment, but what waits for the application takes up room");
        }
    },
    NOT_SCALED {
        @Override
        Optional<String> explain(Difference difference, Facts facts, TcpSegment segment) {
            int shift = shift(facts);
            boolean fitsUnscaled = facts.left().stream()
                    .filter(s -> s.has(TcpFlag.ACK) && !s.has(TcpFlag.SYN))
                    .findFirst()
                    .filter(s -> s.windowEdge().equals(segment.windowEdge()))
                    .filter(s -> !s.ack().equals(segment.ack()))
                    .isPresent();
            return Diagnoser.when(
                    shift > 0 && fitsUnscaled, "it was written as it is, and not shifted right by " + shift + " bits");
        }
    },
    SCALED_TWICE {
        @Override
        Optional<String> explain(Difference difference, Facts facts, TcpSegment segment) {
            int shift = shift(facts);
            return Diagnoser.when(
                    shift > 0
                            && difference.seen() != 0
                            && difference.seen() == difference.expected() >> shift >> shift << shift,
                    "it was shifted right by " + shift + " bits twice");
        }
    };

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        boolean isWindow = difference.quantity() == Quantity.WINDOW && difference.expected() != difference.seen();
        return facts.segment()
                .filter(s -> isWindow && isOf(s, difference.seen(), shift(facts)))
                .flatMap(s -> explain(difference, facts, s));
    }

    abstract Optional<String> explain(Difference difference, Facts facts, TcpSegment segment);

    private static boolean isOf(TcpSegment segment, long octets, int shift) {
        return octets == segment.window() || octets == (long) segment.window() << shift;
    }

    /** Since its SYN, whose window is not scaled (RFC 7323 section 2.2). */
    private static boolean isConstant(Facts facts, TcpSegment segment) {
        return !facts.left().isEmpty()
                && facts.left().stream().filter(s -> !s.has(TcpFlag.RST)).allMatch(s -> s.window() == segment.window());
    }

    /** By how much both ends have agreed that its windows are scaled. */
    private static int shift(Facts facts) {
        boolean peerScales =
                facts.peersSyn().flatMap(s -> s.option(WindowScale.class)).isPresent();
        return facts.ownSyn()
                .filter(s -> peerScales)
                .flatMap(s -> s.option(WindowScale.class))
                .map(WindowScale::shift)
                .orElse(0);
    }
}
