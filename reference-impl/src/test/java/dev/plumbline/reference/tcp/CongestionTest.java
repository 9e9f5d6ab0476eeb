package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is under way, and what is done about losses (RFC 5681 sections 3.1, 3.2 and 4.1, RFC 6582 section 3.2). */
class CongestionTest {
    private static final int MSS = 536;
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A stack with much to send, and nothing of it acknowledged: four segments of 536 octets are under way. */
    private static Bench sending() {
        return sending(Ways.ESTABLISHED.go());
    }

    private static Bench sending(Bench bench) {
        bench.connection().send(Octets.wrap(new byte[60_000]));
        return bench;
    }

    /** The peer acknowledges each of the segments by itself; what leaves then. */
    private static List<TcpSegment> acknowledgeEach(Bench bench, List<TcpSegment> segments) {
        List<TcpSegment> next = new ArrayList<>();
        for (TcpSegment segment : segments) {
            acknowledge(bench, segment.end());
            next.addAll(bench.all());
        }
        return next;
    }

    private static void acknowledge(Bench bench, SeqNumber ack) {
        bench.inject(bench.segment(TcpFlag.ACK).ackNumber(ack).build());
    }

    private static List<TcpSegment> duplicates(Bench bench, SeqNumber ack, int count) {
        for (int i = 0; i < count; i++) {
            acknowledge(bench, ack);
        }
        return bench.all();
    }

    /** How many segments leave in each of the next rounds. */
    private static List<Integer> rounds(Bench bench, List<TcpSegment> first, int count) {
        List<Integer> sizes = new ArrayList<>();
        List<TcpSegment> round = first;
        for (int i = 0; i < count; i++) {
            sizes.add(round.size());
            round = acknowledgeEach(bench, round);
        }
        return sizes;
    }

    /** Sixteen segments are under way, after two rounds of slow start. */
    private static List<TcpSegment> sixteen(Bench bench) {
        List<TcpSegment> round = acknowledgeEach(bench, acknowledgeEach(bench, bench.all()));
        assertThat(round).hasSize(16);
        return round;
    }

    private static List<SeqNumber> numbers(List<TcpSegment> segments) {
        return segments.stream().map(TcpSegment::seq).toList();
    }

    @ParameterizedTest(name = "MSS {0}: {1} segments")
    @CsvSource({"536, 4", "1000, 4", "1095, 4", "1096, 3", "1460, 3"})
    @DisplayName("The initial window is four segments, but no more than 4380 octets, or two segments")
    void initialWindow(int mss, int segments) {
        Bench bench = Ways.SYN_SENT.go();
        bench.send(bench.segment(TcpFlag.SYN, TcpFlag.ACK).options(List.of(new TcpOption.MaximumSegmentSize(mss))));
        bench.next();
        assertThat(sending(bench).all()).hasSize(segments);
    }

    @Test
    @DisplayName("After a lost SYN it is one segment")
    void afterLostSyn() {
        Bench bench = Ways.SYN_SENT.go();
        bench.world.pass(SECOND);
        bench.next();
        bench.send(TcpFlag.SYN, TcpFlag.ACK);
        bench.next();
        assertThat(sending(bench).all()).hasSize(1);
    }

    @Test
    @DisplayName("Slow start doubles the window in each round")
    void slowStart() {
        Bench bench = sending();
        assertThat(rounds(bench, bench.all(), 4)).containsExactly(4, 8, 16, 32);
    }

    @Test
    @DisplayName("One acknowledgment of many segments is worth one segment")
    void stretchAck() {
        Bench bench = sending();
        bench.all();
        bench.send(TcpFlag.ACK);
        assertThat(bench.all()).hasSize(5);
    }

    @Test
    @DisplayName(
            "After a timeout everything is sent again, by slow start up to half of what was under way, then a segment more a round")
    void timeout() {
        Bench bench = sending();
        List<TcpSegment> lost = sixteen(bench);
        bench.world.pass(SECOND);
        List<TcpSegment> again = bench.all();
        assertThat(numbers(again)).containsExactly(lost.get(0).seq());
        assertThat(rounds(bench, again, 6)).containsExactly(1, 2, 4, 8, 9, 10);
    }

    @Test
    @DisplayName("A second timeout of the same segment does not halve again")
    void timeoutTwice() {
        Bench bench = sending();
        sixteen(bench);
        bench.world.pass(SECOND);
        bench.all();
        bench.world.pass(SECOND.multipliedBy(2));
        assertThat(rounds(bench, bench.all(), 5)).containsExactly(1, 2, 4, 8, 9);
    }

    @Test
    @DisplayName("After a pause longer than the timeout the window is the initial one again")
    void restartAfterIdle() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.connection().send(Octets.wrap(new byte[20 * MSS]));
        bench.acknowledgeAll();
        bench.world.pass(SECOND.plusMillis(1));
        assertThat(sending(bench).all()).hasSize(4);
    }

    @Test
    @DisplayName("A pause no longer than the timeout changes nothing")
    void shortPause() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.world.pass(SECOND.multipliedBy(10));
        bench.connection().send(Octets.wrap(new byte[20 * MSS]));
        bench.acknowledgeAll();
        bench.world.pass(SECOND);
        assertThat(sending(bench).all()).hasSizeGreaterThan(4);
    }

    @Test
    @DisplayName("The third duplicate acknowledgment has the segment sent again at once, and half as much goes on")
    void fastRetransmit() {
        Bench bench = sending();
        List<TcpSegment> round = sixteen(bench);
        SeqNumber lost = round.get(0).seq();
        assertThat(numbers(duplicates(bench, lost, 2))).doesNotContain(lost);
        assertThat(numbers(duplicates(bench, lost, 1))).containsExactly(lost);
        // Half of sixteen and the three make a window of eleven, but eighteen are under way: seven more duplicates
        // change nothing.
        assertThat(duplicates(bench, lost, 7)).isEmpty();
        assertThat(duplicates(bench, lost, 4)).hasSize(4);
    }

    @Test
    @DisplayName("The answer to a segment that was sent again so tells no time")
    void karn() {
        Bench bench = sending();
        List<TcpSegment> round = bench.all();
        bench.world.pass(Duration.ofMillis(900));
        duplicates(bench, round.get(0).seq(), 3);
        acknowledge(bench, round.get(3).end());
        // One second is the least; a measured round trip of 900 ms after the handshake's 0 would make it more.
        assertThat(bench.connection().status().orElseThrow().retransmissionTimeout())
                .isEqualTo(SECOND);
    }

    @Test
    @DisplayName("The first two duplicates send one new segment each")
    void limitedTransmit() {
        Bench bench = sending();
        List<TcpSegment> round = bench.all();
        SeqNumber end = round.get(3).end();
        assertThat(numbers(duplicates(bench, round.get(0).seq(), 2))).containsExactly(end, end.plus(MSS));
    }

    @Test
    @DisplayName("What carries data or another window is no duplicate")
    void noDuplicates() {
        Bench bench = sending();
        SeqNumber lost = bench.all().get(0).seq();
        for (int i = 0; i < 6; i++) {
            bench.inject(bench.segment(TcpFlag.ACK)
                    .ackNumber(lost)
                    .window(50_000 + i)
                    .build());
            bench.inject(bench.segment(TcpFlag.ACK)
                    .ackNumber(lost)
                    .window(50_000 + i)
                    .payload(Octets.of(i))
                    .build());
            bench.seq = bench.seq.plus(1);
        }
        assertThat(bench.all()).allMatch(seg -> seg.payload().isEmpty());
    }

    @Test
    @DisplayName(
            "A partial acknowledgment has the next lost segment sent again at once; after the last, half the window is left")
    void newReno() {
        Bench bench = sending();
        List<TcpSegment> round = sixteen(bench);
        SeqNumber second = round.get(12).seq();
        duplicates(bench, round.get(0).seq(), 3);
        acknowledge(bench, second);
        // And nothing else: the window has shrunk by what was acknowledged.
        assertThat(numbers(bench.all())).containsExactly(second);
        SeqNumber end = round.get(15).end().plus(2 * MSS);
        acknowledge(bench, end);
        // Nothing is under way, so only two may leave at once (RFC 6582 section 3.2, step 3, option 1).
        List<TcpSegment> after = bench.all();
        assertThat(rounds(bench, after, 4)).containsExactly(2, 4, 8, 9);
    }

    @Test
    @DisplayName("A FIN beyond a gap that comes again and again is no duplicate")
    void finIsNoDuplicate() {
        Bench bench = sending();
        SeqNumber lost = bench.all().get(0).seq();
        for (int i = 0; i < 3; i++) {
            bench.inject(bench.segment(TcpFlag.ACK, TcpFlag.FIN)
                    .ackNumber(lost)
                    .seq(bench.seq.plus(1))
                    .build());
        }
        assertThat(bench.all()).allMatch(seg -> seg.payload().isEmpty());
    }

    @Test
    @DisplayName("Duplicates before and after progress are not added up")
    void progressBetweenDuplicates() {
        Bench bench = sending();
        List<TcpSegment> round = bench.all();
        duplicates(bench, round.get(0).seq(), 2);
        acknowledge(bench, round.get(0).end());
        bench.all();
        SeqNumber second = round.get(1).seq();
        assertThat(numbers(duplicates(bench, second, 2))).doesNotContain(second);
        assertThat(numbers(duplicates(bench, second, 1))).contains(second);
    }

    @Test
    @DisplayName("A timeout of two thousand million octets ago says nothing about duplicates")
    void longAfterTimeout() {
        SocketAddress end = new SocketAddress(Bench.STACK, Bench.SERVICE);
        Tcb tcb = new Tcb(end, end, false, new Tcb.Initial(SeqNumber.ZERO, 0, 1460, new TcpParts()));
        tcb.recovery.timedOut(tcb);
        for (int i = 0; i < 5; i++) {
            tcb.sndUna = tcb.sndUna.plus(500_000_000);
            tcb.sndNxt = tcb.sndUna;
            tcb.recovery.acknowledged(tcb, 1460);
        }
        tcb.sndNxt = tcb.sndUna.plus(1460);
        assertThat(List.of(tcb.recovery.duplicate(tcb), tcb.recovery.duplicate(tcb), tcb.recovery.duplicate(tcb)))
                .containsExactly(false, false, true);
    }

    @Test
    @DisplayName("Of partial acknowledgments only the first restarts the timer")
    void impatient() {
        Bench bench = sending();
        List<TcpSegment> round = sixteen(bench);
        duplicates(bench, round.get(0).seq(), 3);
        bench.world.pass(Duration.ofMillis(600));
        acknowledge(bench, round.get(3).seq());
        bench.world.pass(Duration.ofMillis(600));
        acknowledge(bench, round.get(6).seq());
        bench.all();
        bench.world.pass(Duration.ofMillis(399));
        bench.silent();
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.next().seq()).isEqualTo(round.get(6).seq());
    }

    @Test
    @DisplayName("Duplicates that come from what a timeout sent twice are no sign of a loss")
    void duplicatesAfterTimeout() {
        Bench bench = sending();
        List<TcpSegment> round = sixteen(bench);
        bench.world.pass(SECOND);
        bench.all();
        SeqNumber middle = round.get(8).seq();
        acknowledge(bench, middle);
        bench.all();
        assertThat(numbers(duplicates(bench, middle, 5))).doesNotContain(middle);
    }
}
