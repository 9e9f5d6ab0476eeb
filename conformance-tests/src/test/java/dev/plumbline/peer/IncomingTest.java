package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncomingTest {
    private static final SeqNumber FIRST = SeqNumber.of(0xffff_fffeL);

    private final Incoming incoming = new Incoming();

    @BeforeEach
    void afterItsSyn() {
        incoming.goOnAt(FIRST);
    }

    @Test
    void whatComesEarlyIsTakenInItsTurn() {
        incoming.take(text(4, "ef"), true);
        incoming.take(text(2, "cd"), true);
        assertThat(incoming.received().length()).isZero();
        incoming.take(text(0, "abc"), true);
        assertThat(words()).isEqualTo("abcdef");
        assertThat(incoming.next()).isEqualTo(FIRST.plus(6));
    }

    @Test
    void whereNothingIsKeptItHasToComeAgain() {
        incoming.take(text(2, "cd"), false);
        incoming.take(text(0, "ab"), false);
        assertThat(words()).isEqualTo("ab");
    }

    @Test
    void aFinThatComesEarlyEndsTheStreamInItsTurn() {
        incoming.take(text(2, "cd").toBuilder().flag(TcpFlag.FIN).build(), true);
        incoming.take(text(0, "ab"), true);
        assertThat(words()).isEqualTo("abcd");
        assertThat(incoming.next()).isEqualTo(FIRST.plus(5));
    }

    @Test
    void whatDoesNotFitIntoTheWindowIsNotKept() {
        incoming.offer(3);
        incoming.take(text(2, "cd"), true);
        incoming.offer(100);
        incoming.take(text(0, "ab"), true);
        assertThat(words()).isEqualTo("ab");
    }

    @Test
    void crumbsAreNotKept() {
        for (int i = 1; i <= 100; i++) {
            incoming.take(text(2 * i, "x"), true);
        }
        incoming.take(text(0, "abc"), true);
        assertThat(incoming.next().minus(FIRST)).isEqualTo(3);
    }

    private String words() {
        return new String(incoming.received().toByteArray(), StandardCharsets.US_ASCII);
    }

    private static TcpSegment text(int at, String text) {
        return TcpSegment.between(Port.of(1), Port.of(2))
                .seq(FIRST.plus(at))
                .ack(SeqNumber.ZERO)
                .payload(Octets.ofText(text))
                .build();
    }
}
