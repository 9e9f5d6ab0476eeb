package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Selective acknowledgments (RFC 2018 sections 2 to 4 and 8), and what is found out with them (RFC 8985 sections 6 and 7). */
class SackTest {
    private static final int MSS = 536;
    private static final Duration ROUND_TRIP = Duration.ofMillis(100);

    /** A connection with a peer that permits SACK and is a round trip away. */
    private static Bench established() {
        Bench bench = Ways.SYN_SENT.go();
        bench.world.pass(ROUND_TRIP);
        bench.send(bench.segment(TcpFlag.SYN, TcpFlag.ACK).options(List.of(new TcpOption.SackPermitted())));
        bench.next();
        return bench;
    }

    /** The same with four segments under way, and their numbers and the next one's. */
    private static List<SeqNumber> sending(Bench bench) {
        SeqNumber first = bench.expected;
        bench.connection().send(Octets.wrap(new byte[60_000]));
        assertThat(bench.all()).hasSize(4);
        return List.of(first, first.plus(MSS), first.plus(2 * MSS), first.plus(3 * MSS), first.plus(4 * MSS));
    }

    private static List<SeqNumber> acknowledge(Bench bench, SeqNumber ack, Block... blocks) {
        List<TcpOption> options = blocks.length == 0 ? List.of() : List.of(new TcpOption.Sack(List.of(blocks)));
        bench.inject(bench.segment(TcpFlag.ACK).ackNumber(ack).options(options).build());
        return bench.all().stream().map(TcpSegment::seq).toList();
    }

    private static Block block(SeqNumber left, SeqNumber right) {
        return new Block(left, right);
    }

    private static List<Block> reported(TcpSegment segment) {
        return segment.option(TcpOption.Sack.class).map(TcpOption.Sack::blocks).orElse(List.of());
    }

    private static TcpSegment arrives(Bench bench, int ahead, int octets) {
        bench.inject(bench.segment(TcpFlag.ACK)
                .seq(bench.seq.plus(ahead))
                .payload(Octets.wrap(new byte[octets]))
                .build());
        bench.waitForAck();
        return bench.next();
    }

    private static boolean permits(TcpSegment syn) {
        return syn.option(TcpOption.SackPermitted.class).isPresent();
    }

    @Test
    @DisplayName("A SYN permits SACK; the answer to a SYN does so only if that did")
    void permitted() {
        Bench active = new Bench();
        active.connect();
        assertThat(permits(active.next())).isTrue();
        Bench asked = Ways.LISTEN.go();
        asked.send(asked.segment(TcpFlag.SYN).options(List.of(new TcpOption.SackPermitted())));
        assertThat(permits(asked.next())).isTrue();
        Bench other = Ways.LISTEN.go();
        other.send(TcpFlag.SYN);
        assertThat(permits(other.next())).isFalse();
    }

    @Test
    @DisplayName("A peer that does not permit SACK gets none")
    void notPermitted() {
        Bench bench = Ways.ESTABLISHED.go();
        assertThat(arrives(bench, 10, 5).options()).isEmpty();
    }

    @Test
    @DisplayName("Text beyond a gap is reported, the latest block first, and no more once the gap is filled")
    void reportsBlocks() {
        Bench bench = established();
        SeqNumber next = bench.seq;
        Block first = block(next.plus(10), next.plus(15));
        Block second = block(next.plus(20), next.plus(25));
        assertThat(reported(arrives(bench, 10, 5))).containsExactly(first);
        assertThat(reported(arrives(bench, 20, 5))).containsExactly(second, first);
        assertThat(reported(arrives(bench, 12, 3))).containsExactly(block(next.plus(12), next.plus(15)), first, second);
        assertThat(reported(arrives(bench, 0, 10))).containsExactly(second);
        assertThat(reported(arrives(bench, 15, 5))).isEmpty();
    }

    @Test
    @DisplayName(
            "What comes twice is reported once, before all else: acknowledged, within a block, and in part (RFC 2883 section 4)")
    void reportsDuplicates() {
        Bench bench = established();
        SeqNumber next = bench.seq;
        Block held = block(next.plus(10), next.plus(20));
        assertThat(reported(arrives(bench, 10, 5))).containsExactly(block(next.plus(10), next.plus(15)));
        assertThat(reported(arrives(bench, 15, 5))).containsExactly(held);
        assertThat(reported(arrives(bench, 12, 3))).containsExactly(block(next.plus(12), next.plus(15)), held);
        assertThat(reported(arrives(bench, 18, 4)))
                .containsExactly(block(next.plus(18), next.plus(20)), block(next.plus(10), next.plus(22)));
        assertThat(reported(arrives(bench, 30, 2)))
                .containsExactly(block(next.plus(30), next.plus(32)), block(next.plus(10), next.plus(22)));
        assertThat(reported(arrives(bench, -3, 2)))
                .startsWith(block(next.plus(-3), next.plus(-1)))
                .hasSize(3);
    }

    @Test
    @DisplayName("Data with blocks beside it is smaller, so that the segment is no larger than the peer can take")
    void roomForBlocks() {
        Bench bench = established();
        arrives(bench, 10, 5);
        bench.connection().send(Octets.wrap(new byte[MSS]));
        TcpSegment data = bench.next();
        assertThat(reported(data)).hasSize(1);
        assertThat(data.headerLength() - TcpSegment.MIN_HEADER + data.payload().length())
                .isEqualTo(MSS);
    }

    @Test
    @DisplayName("Three segments beyond a hole have the hole sent again at once, and nothing else of what was sent")
    void hole() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        assertThat(acknowledge(bench, at.get(0), block(at.get(1), at.get(4)))).containsOnlyOnce(at.get(0));
        assertThat(bench.connection().status().orElseThrow().retransmissionTimeout())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("One segment beyond a hole means a loss a quarter of a round trip later")
    void reorderingTimer() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        assertThat(acknowledge(bench, at.get(0), block(at.get(1), at.get(2)))).doesNotContain(at.get(0));
        bench.world.pass(ROUND_TRIP.dividedBy(4).minusMillis(1));
        bench.silent();
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.next().seq()).isEqualTo(at.get(0));
    }

    @Test
    @DisplayName("What was only late is not sent again")
    void late() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        acknowledge(bench, at.get(0), block(at.get(1), at.get(2)));
        assertThat(acknowledge(bench, at.get(4))).doesNotContain(at.get(0));
        bench.world.pass(ROUND_TRIP);
        assertThat(bench.all()).allMatch(segment -> segment.seq().isAtOrAfter(at.get(4)));
    }

    @Test
    @DisplayName(
            "A retransmission is lost if what was sent after it has arrived, and leaves a third time without a timeout")
    void lostRetransmission() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        List<SeqNumber> sent = acknowledge(bench, at.get(0), block(at.get(1), at.get(4)));
        assertThat(sent).startsWith(at.get(0)).hasSizeGreaterThan(1);
        bench.world.pass(ROUND_TRIP);
        assertThat(acknowledge(bench, at.get(0), block(at.get(1), at.get(4).plus(MSS))))
                .contains(at.get(0));
    }

    @Test
    @DisplayName("When nothing is heard for two round trips, a new segment asks for news, and only one")
    void probe() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP.multipliedBy(2).minusMillis(1));
        bench.silent();
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.next().seq()).isEqualTo(at.get(4));
        bench.world.pass(Duration.ofMillis(999));
        bench.silent();
    }

    @Test
    @DisplayName("With nothing new to send, the probe is the last segment, and what it tells has the others sent again")
    void probeAgain() {
        Bench bench = established();
        SeqNumber first = bench.expected;
        bench.connection().send(Octets.wrap(new byte[3 * MSS]));
        bench.all();
        bench.world.pass(ROUND_TRIP.multipliedBy(2));
        SeqNumber last = first.plus(2 * MSS);
        assertThat(bench.next().seq()).isEqualTo(last);
        bench.world.pass(ROUND_TRIP);
        assertThat(acknowledge(bench, first, block(last, last.plus(MSS)))).containsExactly(first, first.plus(MSS));
    }

    @Test
    @DisplayName("After a timeout the peer may have thrown away what it had: it is sent again")
    void reneging() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        acknowledge(bench, at.get(0), block(at.get(1), at.get(2)));
        bench.world.pass(Duration.ofSeconds(2));
        bench.all();
        assertThat(acknowledge(bench, at.get(1))).contains(at.get(1));
    }

    @Test
    @DisplayName("Blocks of what was never sent, or is acknowledged already, mean nothing")
    void absurdBlocks() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        SeqNumber end = at.get(4);
        assertThat(acknowledge(bench, at.get(0), block(end.plus(9 * MSS), end.plus(19 * MSS))))
                .isEmpty();
        assertThat(acknowledge(bench, at.get(0), block(at.get(0).plus(-MSS), at.get(0))))
                .isEmpty();
        bench.world.pass(ROUND_TRIP.dividedBy(2));
        bench.silent();
    }

    @Test
    @DisplayName("Each round trip in which something arrives twice makes the time for what is late longer by a quarter")
    void duplicates() {
        Bench bench = established();
        List<SeqNumber> at = sending(bench);
        bench.world.pass(ROUND_TRIP);
        Block twice = block(at.get(0).plus(-1), at.get(0));
        acknowledge(bench, at.get(0), twice, block(at.get(1), at.get(2)));
        bench.world.pass(ROUND_TRIP.dividedBy(2).minusMillis(1));
        bench.silent();
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.next().seq()).isEqualTo(at.get(0));
    }
}
