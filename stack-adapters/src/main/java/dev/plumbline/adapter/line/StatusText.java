package dev.plumbline.adapter.line;

import dev.plumbline.spi.TcpStatus;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.Optional;

/** A connection's variables as the answer to {@code status} has them: seven words, or none. */
public final class StatusText {
    private static final int WORDS = 7;

    private StatusText() {}

    /** The words; none if there is nothing to tell. */
    public static String of(Optional<TcpStatus> status) {
        return status.map(s -> String.join(
                        " ",
                        s.state().name(),
                        Long.toString(s.sndUna().value()),
                        Long.toString(s.sndNxt().value()),
                        Long.toString(s.sndWnd()),
                        Long.toString(s.rcvNxt().value()),
                        Long.toString(s.rcvWnd()),
                        Long.toString(s.retransmissionTimeout().toNanos())))
                .orElse("");
    }

    /**
     * Reads the words.
     *
     * @throws MalformedLine if they are something else
     */
    public static Optional<TcpStatus> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String[] words = text.strip().split(" +", -1);
        try {
            if (words.length != WORDS) {
                throw new IllegalArgumentException(words.length + " words");
            }
            return Optional.of(new TcpStatus(
                    TcpState.valueOf(words[0]),
                    SeqNumber.of(Long.parseLong(words[1])),
                    SeqNumber.of(Long.parseLong(words[2])),
                    Long.parseLong(words[3]),
                    SeqNumber.of(Long.parseLong(words[4])),
                    Long.parseLong(words[5]),
                    Duration.ofNanos(Long.parseLong(words[6]))));
        } catch (IllegalArgumentException e) {
            throw new MalformedLine(text, "a state, SND.UNA, SND.NXT, SND.WND, RCV.NXT, RCV.WND and the timeout in ns");
        }
    }
}
