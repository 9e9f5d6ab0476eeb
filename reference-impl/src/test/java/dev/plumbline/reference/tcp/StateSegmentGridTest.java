package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Grid;
import dev.plumbline.reference.kit.Grid.Cell;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state and every kind of segment: what is answered, and where that leads (RFC 9293 section 3.10.7). The table is that of the
 * features; here a cell is a call, so that whoever changes a rule sees at once which cells it changes.
 */
@DisplayName("State x segment")
class StateSegmentGridTest {
    private static final Octets SOME = Octets.ofText("octets");

    /** What more has happened than the way into the state is the features' own affair. */
    static Stream<Cell> cells() {
        return Grid.cells().stream().filter(cell -> !cell.history());
    }

    @Test
    void everyWayIsGone() {
        assertThat(cells().map(cell -> way(cell.way())).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Ways.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void cell(Cell cell) {
        Bench bench = way(cell.way()).go();
        TcpSegment arrived = segment(cell, bench);
        SeqNumber next = bench.seq;
        SeqNumber own = bench.expected;
        bench.inject(arrived);
        List<TcpSegment> answers = bench.waitForAck().all();
        assertThat(answers).hasSizeLessThanOrEqualTo(1);
        String answer = answers.stream()
                .map(sent -> name(sent, arrived, next, own))
                .findFirst()
                .orElse("nothing");
        assertThat(cell.answers()).contains(answer);
        cell.after().ifPresent(state -> assertThat(bench.state()).isIn(seen(bench, cell, state)));
    }

    /** Of two that cross, each takes the other's second SYN for its acknowledgment (RFC 9293 section 3.5, figure 7), or not yet. */
    private static Set<TcpState> seen(Bench bench, Cell cell, String state) {
        boolean mayComplete =
                cell.segment().equals("a SYN and ACK") && cell.place().equals("where the SYN was");
        return mayComplete ? Set.of(visible(bench, state), TcpState.ESTABLISHED) : Set.of(visible(bench, state));
    }

    /** Of a listener's connection an application sees nothing before it is established. */
    private static TcpState visible(Bench bench, String state) {
        return bench.connection() == null && Set.of("LISTEN", "SYN-RECEIVED").contains(state)
                ? TcpState.CLOSED
                : TcpState.valueOf(state.replace('-', '_'));
    }

    private static Ways way(String words) {
        return switch (words) {
            case "SYN-RECEIVED after a passive open" -> Ways.SYN_RECEIVED_PASSIVE;
            case "SYN-RECEIVED after a simultaneous open" -> Ways.SYN_RECEIVED_ACTIVE;
            case "ESTABLISHED after an active open" -> Ways.ESTABLISHED;
            case "ESTABLISHED after a passive open" -> Ways.ESTABLISHED_PASSIVE;
            default -> Ways.valueOf(words.replace('-', '_'));
        };
    }

    private static TcpSegment segment(Cell cell, Bench bench) {
        TcpFlags flags = flags(cell.segment());
        Octets data = cell.segment().startsWith("one octet")
                ? SOME.slice(0, 1)
                : cell.segment().contains("data") ? SOME : Octets.empty();
        TcpSegment segment = bench.segment().flags(flags).payload(data).build();
        return segment.toBuilder()
                .seq(number(cell.place(), bench, segment.len()))
                .ackNumber(flags.has(TcpFlag.ACK) ? ack(cell.acknowledging(), bench) : SeqNumber.ZERO)
                .urgentPointer(flags.has(TcpFlag.URG) ? data.length() : 0)
                .build();
    }

    private static TcpFlags flags(String segment) {
        return switch (segment) {
            case "a SYN", "a SYN with data" -> TcpFlags.of(TcpFlag.SYN);
            case "a SYN and ACK", "a SYN and ACK with data" -> TcpFlags.of(TcpFlag.SYN, TcpFlag.ACK);
            case "an acknowledgment", "data", "one octet of data" -> TcpFlags.of(TcpFlag.ACK);
            case "a reset", "a reset with data" -> TcpFlags.of(TcpFlag.RST);
            case "a reset with ACK" -> TcpFlags.of(TcpFlag.RST, TcpFlag.ACK);
            case "a SYN and reset" -> TcpFlags.of(TcpFlag.SYN, TcpFlag.RST);
            case "a FIN", "data and a FIN" -> TcpFlags.of(TcpFlag.FIN, TcpFlag.ACK);
            case "a SYN and FIN" -> TcpFlags.of(TcpFlag.SYN, TcpFlag.FIN);
            case "a FIN without ACK" -> TcpFlags.of(TcpFlag.FIN);
            case "urgent data" -> TcpFlags.of(TcpFlag.URG, TcpFlag.ACK);
            case "urgent data without ACK" -> TcpFlags.of(TcpFlag.URG);
            case "data without ACK", "a segment without flags" -> TcpFlags.NONE;
            default -> throw new IllegalArgumentException(segment);
        };
    }

    private static SeqNumber number(String place, Bench bench, int length) {
        SeqNumber edge = bench.seq.plus(Tcb.BUFFER);
        return switch (place) {
            case "at number 0" -> SeqNumber.ZERO;
            case "at any number", "at the left edge" -> bench.seq;
            case "where the SYN was", "where the FIN was" -> bench.seq.plus(-1);
            case "left of the window" -> bench.seq.plus(-Math.max(1, length) - 1L);
            case "across the left edge" -> bench.seq.plus(-1);
            case "inside the window" -> bench.seq.plus(1);
            case "at the last octet" -> edge.plus(-Math.max(1, length));
            case "across the right edge" -> edge.plus(-1);
            case "right of the window" -> edge;
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static SeqNumber ack(String words, Bench bench) {
        return switch (words) {
            case "everything sent", "any number" -> bench.expected;
            case "everything but the FIN", "nothing new", "not even the SYN" -> bench.expected.plus(-1);
            case "what was never sent" -> bench.expected.plus(1);
            case "what is older than any window" -> bench.expected.plus(-2L * Tcb.BUFFER);
            default -> throw new IllegalArgumentException(words);
        };
    }

    /** The answer in the features' words. */
    private static String name(TcpSegment answer, TcpSegment arrived, SeqNumber next, SeqNumber own) {
        return switch (answer.flags().toString()) {
            case "." -> {
                boolean plain = answer.seq().equals(own) && answer.payload().isEmpty();
                String meaning = answer.ack().equals(next)
                        ? "what it expects next"
                        : answer.ack().equals(arrived.end()) || isSynOf(answer, arrived)
                                ? "an acknowledgment of it"
                                : "acknowledges " + answer.ack();
                yield plain ? meaning : answer.toString();
            }
            case "S." -> isSynOf(answer, arrived) ? "a SYN and ACK" : "acknowledges " + answer.ack();
            case "R" -> answer.seq().equals(arrived.ack()) ? "a reset that fits" : "resets at " + answer.seq();
            case "R." ->
                answer.ack().equals(arrived.end()) && answer.seq().value() == 0
                        ? "a reset that fits"
                        : "resets at " + answer.seq();
            default -> answer.toString();
        };
    }

    private static boolean isSynOf(TcpSegment answer, TcpSegment arrived) {
        return arrived.has(TcpFlag.SYN) && answer.ack().equals(arrived.seq().plus(1));
    }
}
