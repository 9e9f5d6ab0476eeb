package dev.plumbline.diagnosis;

import dev.plumbline.tcp.TcpOption.Timestamps;
import java.util.Optional;
import java.util.stream.Stream;

/** Timestamps that are echoed wrong (RFC 7323 section 3.2): what is expected is a TSval of the peer's. */
enum Stamps implements Diagnoser {
    OWN_ECHOED("that is a timestamp of its own: TSecr echoes the TSval of the peer") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return Stream.concat(facts.segment().stream(), facts.left().stream())
                    .flatMap(s -> s.option(Timestamps.class).stream())
                    .anyMatch(stamps -> Integer.toUnsignedLong(stamps.value()) == difference.seen());
        }
    },
    PEERS_ECHO_ECHOED("that is the peer's TSecr: what is echoed is its TSval") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.seen() != 0
                    && facts.arrived().stream()
                            .flatMap(s -> s.option(Timestamps.class).stream())
                            .anyMatch(stamps -> Integer.toUnsignedLong(stamps.echo()) == difference.seen());
        }
    },
    NOTHING_ECHOED("nothing was written into TSecr") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.seen() == 0;
        }
    };

    private final String words;

    Stamps(String words) {
        this.words = words;
    }

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        boolean isEcho = difference.quantity() == Quantity.TIMESTAMP_ECHO && difference.expected() != difference.seen();
        return Diagnoser.when(isEcho && fits(difference, facts), words);
    }

    abstract boolean fits(Difference difference, Facts facts);
}
