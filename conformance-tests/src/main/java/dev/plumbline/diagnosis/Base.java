package dev.plumbline.diagnosis;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers of TCP that belong to something else: the other direction, another segment, another beginning (RFC 9293 section 3.3.1). */
enum Base implements Diagnoser {
    /** SND.NXT, SND.UNA or ISS where RCV.NXT belongs. */
    OWN_NUMBER_ACKNOWLEDGED("that is a number of the endpoint's own: what is acknowledged are the peer's numbers"
            + " (RCV.NXT, not SND.NXT)") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.quantity() == Quantity.ACKNOWLEDGMENT
                    && difference.seen() != 0
                    && ends(Stream.concat(facts.segment().stream(), facts.left().stream()), difference.seen());
        }
    },
    PEERS_ACKNOWLEDGMENT_ECHOED("that is the acknowledgment number of the peer's own segment, sent back as it came") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.quantity() == Quantity.ACKNOWLEDGMENT
                    && difference.seen() != 0
                    && facts.arrived().stream()
                            .findFirst()
                            .filter(s -> s.has(TcpFlag.ACK) && s.ack().value() == difference.seen())
                            .isPresent();
        }
    },
    /** RCV.NXT or SEG.SEQ where SND.NXT belongs. */
    PEERS_NUMBER_USED("that is a number of the peer's: each direction counts its own octets") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.quantity() == Quantity.SEQUENCE
                    && difference.seen() != 0
                    && ends(facts.arrived().stream(), difference.seen());
        }
    },
    OWN_SYN_NOT_COUNTED("its own SYN was not counted") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return isOneTooLow(difference, facts, TcpFlag.SYN);
        }
    },
    OWN_FIN_NOT_COUNTED("its own FIN was not counted") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return isOneTooLow(difference, facts, TcpFlag.FIN);
        }
    },
    OWN_DATA_NOT_COUNTED("the data that it has sent before was not counted") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.quantity() == Quantity.SEQUENCE
                    && facts.left().stream()
                            .anyMatch(s -> s.len() > 0
                                    && s.len() == s.payload().length()
                                    && s.end().value() == difference.expected()
                                    && s.seq().value() == difference.seen());
        }
    },
    /** As Wireshark shows numbers, and the wire does not. */
    RELATIVE("it counts from 0, and not from the initial sequence number") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            Optional<TcpSegment> syn =
                    difference.quantity() == Quantity.ACKNOWLEDGMENT ? facts.peersSyn() : facts.ownSyn();
            return difference.quantity().isSequenceNumber()
                    && difference.seen() != 0
                    && syn.filter(s -> s.seq().value() != 0
                                    && SeqNumber.of(difference.expected()).minus(s.seq()) == (int) difference.seen())
                            .isPresent();
        }
    },
    GAP_SKIPPED("that is the end of a segment that has come too early: what is missing before it was skipped") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            SeqNumber missing = SeqNumber.of(difference.expected());
            return difference.quantity() == Quantity.ACKNOWLEDGMENT
                    && facts.arrived().stream()
                            .anyMatch(s -> s.payload().length() > 0
                                    && s.len() == s.payload().length()
                                    && s.seq().isAfter(missing)
                                    && s.end().value() == difference.seen());
        }
    },
    /** The acknowledgment stays where it was, for what comes after looks older. */
    COMPARED_WITHOUT_WRAP(
            "it has stayed behind where the numbers pass 4294967295 and go on with 0: compare them modulo 2^32") {
        @Override
        boolean fits(Difference difference, Facts facts) {
            return difference.quantity() == Quantity.ACKNOWLEDGMENT
                    && (passes(difference) || turnsNegative(difference))
                    && facts.left().stream()
                            .filter(s -> s.has(TcpFlag.ACK))
                            .findFirst()
                            .filter(s -> s.ack().value() == difference.seen())
                            .isPresent()
                    && facts.arrivedUpTo(difference.expected())
                            .filter(s -> s.seq().value() == difference.seen() && s.len() > 0)
                            .isPresent();
        }

        @Override
        String words(Difference difference) {
            return passes(difference)
                    ? super.words(difference)
                    : "it has stayed behind where the numbers pass 2147483647, and a signed integer turns negative:"
                            + " compare them modulo 2^32";
        }

        private boolean passes(Difference difference) {
            return difference.expected() < difference.seen()
                    && SeqNumber.of(difference.seen()).isBefore(SeqNumber.of(difference.expected()));
        }

        private boolean turnsNegative(Difference difference) {
            return (int) difference.expected() < 0 && (int) difference.seen() >= 0;
        }
    };

    private final String words;

    Base(String words) {
        this.words = words;
    }

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        return Diagnoser.when(difference.seen() != difference.expected() && fits(difference, facts), words(difference));
    }

    abstract boolean fits(Difference difference, Facts facts);

    String words(Difference difference) {
        return words;
    }

    private static boolean isOneTooLow(Difference difference, Facts facts, TcpFlag flag) {
        return difference.quantity() == Quantity.SEQUENCE
                && facts.left().stream()
                        .anyMatch(s -> s.has(flag)
                                && s.end().value() == difference.expected()
                                && s.end().plus(-1).value() == difference.seen());
    }

    private static boolean ends(Stream<TcpSegment> segments, long number) {
        return segments.anyMatch(s -> s.seq().value() == number || s.end().value() == number);
    }
}
