package dev.plumbline.diagnosis;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import java.util.Optional;

/** What it means that a segment of another kind has come, where no mistake makes exactly the difference. */
enum Kinds implements Diagnoser {
    RESET_INSTEAD {
        @Override
        Optional<String> explain(TcpFlags expected, TcpFlags seen, Facts facts) {
            return Diagnoser.when(
                    isNew(expected, seen, TcpFlag.RST),
                    "that is a reset, as if the endpoint knew no such connection, or no longer, or refused what came");
        }
    },
    /** A SYN comes once in each direction (RFC 9293 section 3.5). */
    BEGUN_ANEW {
        @Override
        Optional<String> explain(TcpFlags expected, TcpFlags seen, Facts facts) {
            boolean wasOpen = facts.left().stream().anyMatch(s -> s.has(TcpFlag.SYN))
                    && facts.arrived().stream().anyMatch(s -> s.has(TcpFlag.ACK));
            return Diagnoser.when(
                    isNew(expected, seen, TcpFlag.SYN) && wasOpen,
                    "the connection is there already, and the endpoint begins one anew instead");
        }
    };

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        return difference.quantity() == Quantity.FLAGS
                ? explain(new TcpFlags((int) difference.expected()), new TcpFlags((int) difference.seen()), facts)
                : Optional.empty();
    }

    abstract Optional<String> explain(TcpFlags expected, TcpFlags seen, Facts facts);

    private static boolean isNew(TcpFlags expected, TcpFlags seen, TcpFlag flag) {
        return !expected.has(flag) && seen.has(flag);
    }
}
