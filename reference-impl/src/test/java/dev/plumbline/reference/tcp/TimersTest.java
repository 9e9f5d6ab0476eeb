package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Retransmission, probing and giving up (RFC 6298 section 5, RFC 9293 sections 3.8.1, 3.8.3 and 3.8.6.1). */
class TimersTest {
    /** The seconds at which segments leave until {@code end}. */
    private static List<Long> departures(Bench bench, int end) {
        List<Long> seconds = new ArrayList<>();
        while (bench.world.passUntil(
                () -> !bench.sent.isEmpty(), Duration.ofSeconds(end).minus(bench.world.now()))) {
            seconds.add(bench.world.now().toSeconds());
            bench.sent.clear();
        }
        bench.world.pass(Duration.ofSeconds(end).minus(bench.world.now()));
        return seconds;
    }

    private static Duration rto(Bench bench) {
        return bench.connection().status().orElseThrow().retransmissionTimeout();
    }

    @Test
    @DisplayName("a SYN is sent again after 1, 2, 4 ... seconds, and given up after five minutes")
    void synRetransmission() {
        Bench bench = Ways.SYN_SENT.go();
        assertThat(departures(bench, 299)).containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
        assertThat(bench.app.told).isEmpty();
        bench.world.pass(Duration.ofSeconds(1));
        assertThat(bench.app.told).containsExactly("failed TIMED_OUT");
        assertThat(bench.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    @DisplayName("data is sent again in the same way, one segment at a time, and the user is told in the end")
    void dataRetransmission() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.connection().send(Octets.wrap(new byte[1072]));
        assertThat(bench.all()).hasSize(2);
        assertThat(departures(bench, 300)).containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
        assertThat(bench.app.told).containsExactly("established", "failed TIMED_OUT");
    }

    @Test
    @DisplayName("after a lost SYN the timeout begins with three seconds")
    void afterLostSyn() {
        Bench bench = Ways.SYN_SENT.go();
        bench.world.pass(Duration.ofSeconds(1));
        bench.next();
        bench.send(TcpFlag.SYN, TcpFlag.ACK);
        assertThat(rto(bench)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("a round trip is measured, but never that of a segment that was sent twice")
    void karn() {
        Bench bench = Ways.SYN_SENT.go();
        bench.world.pass(Duration.ofMillis(900));
        bench.send(TcpFlag.SYN, TcpFlag.ACK);
        bench.next();
        // SRTT 900 ms, RTTVAR 450 ms.
        assertThat(rto(bench)).isEqualTo(Duration.ofMillis(2700));
        bench.connection().send(Octets.of(1));
        bench.world.pass(Duration.ofMillis(2700));
        bench.all();
        bench.send(TcpFlag.ACK);
        assertThat(rto(bench)).isEqualTo(Duration.ofMillis(5400));
        bench.connection().send(Octets.of(2));
        bench.next();
        bench.world.pass(Duration.ofMillis(900));
        bench.send(TcpFlag.ACK);
        // RTTVAR 3/4 of 450 ms.
        assertThat(rto(bench)).isEqualTo(Duration.ofMillis(2250));
    }

    @Test
    @DisplayName("a partial acknowledgment leaves the rest, and the timer begins anew")
    void partialAck() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.connection().send(Octets.ofText("abcdef"));
        TcpSegment first = bench.next();
        bench.world.pass(Duration.ofMillis(600));
        bench.inject(bench.segment(TcpFlag.ACK).ackNumber(first.seq().plus(2)).build());
        bench.world.pass(Duration.ofMillis(999));
        bench.silent();
        // The measured round trip was 600 ms, the handshake's 0: RTO = 75 + 4 * 150 ms, so the minimum counts.
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.next().payload()).isEqualTo(Octets.ofText("cdef"));
    }

    @Test
    @DisplayName("a FIN is sent again as a FIN")
    void finRetransmission() {
        for (Ways way : List.of(Ways.FIN_WAIT_1, Ways.CLOSING, Ways.LAST_ACK)) {
            Bench bench = way.go();
            bench.world.pass(Duration.ofSeconds(1));
            assertThat(bench.next().has(TcpFlag.FIN)).isTrue();
        }
    }

    @Test
    @DisplayName("a closed window is probed, ever more rarely, and as long as the peer answers for ever")
    void probes() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.window = 0;
        bench.send(TcpFlag.ACK);
        bench.connection().send(Octets.ofText("abc"));
        bench.silent();
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60}) {
            bench.world.pass(Duration.ofSeconds(seconds).minusMillis(1));
            bench.silent();
            bench.world.pass(Duration.ofMillis(1));
            TcpSegment probe = bench.next();
            assertThat(probe.payload()).isEqualTo(Octets.ofText("a"));
            bench.expected = probe.seq();
            bench.send(TcpFlag.ACK);
        }
        assertThat(rto(bench)).isEqualTo(Duration.ofSeconds(1));
        bench.window = 100;
        bench.send(TcpFlag.ACK);
        assertThat(bench.next().payload()).isEqualTo(Octets.ofText("abc"));
        assertThat(bench.app.told).containsExactly("established");
    }

    @Test
    @DisplayName("what a probe carried tells no time when it is sent again into the open window")
    void karnAfterProbe() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.window = 0;
        bench.send(TcpFlag.ACK);
        bench.connection().send(Octets.ofText("abc"));
        bench.world.pass(Duration.ofSeconds(1));
        bench.expected = bench.next().seq();
        bench.world.pass(Duration.ofMillis(900));
        bench.window = 100;
        bench.send(TcpFlag.ACK);
        bench.next();
        bench.send(TcpFlag.ACK);
        // One second is the least; a measured round trip of 900 ms after the handshake's 0 would make it more.
        assertThat(rto(bench)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("probes without an answer end like any retransmission")
    void unansweredProbes() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.window = 0;
        bench.send(TcpFlag.ACK);
        bench.connection().close();
        assertThat(departures(bench, 299)).hasSizeGreaterThan(6);
        bench.world.pass(Duration.ofSeconds(1));
        assertThat(bench.app.told).endsWith("failed TIMED_OUT");
    }

    @Test
    @DisplayName("the peer's window is never overrun, also when it shrinks")
    void windowRespected() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.window = 1100;
        bench.send(TcpFlag.ACK);
        bench.connection().send(Octets.wrap(new byte[5000]));
        assertThat(bench.all().stream().mapToInt(seg -> seg.payload().length())).containsExactly(536, 536);
        bench.window = 300;
        bench.inject(
                bench.segment(TcpFlag.ACK).ackNumber(bench.expected.plus(-1072)).build());
        bench.world.pass(Duration.ofSeconds(1));
        assertThat(bench.next().payload().length()).isEqualTo(300);
    }

    @Test
    @DisplayName("a window that was closed is announced when the application reads, and never moves back")
    void windowUpdate() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.app.lazy();
        bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[60_000])));
        assertThat(bench.waitForAck().next().window()).isEqualTo(5535);
        bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[5535])));
        assertThat(bench.waitForAck().next().window()).isZero();
        bench.connection().receive(100);
        bench.silent();
        bench.connection().receive(500);
        assertThat(bench.next().window()).isEqualTo(600);
        bench.app.read(bench.connection());
        assertThat(bench.next().window()).isEqualTo(65535);
    }
}
