package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state and every kind of segment: what is answered, and where that leads (RFC 9293 section 3.10.7). */
@DisplayName("State x segment")
class StateSegmentGridTest {
    /** The columns. Numbers are the ones the peer would use next, but for what the name says. */
    enum Arriving {
        RST,
        RST_INSIDE,
        RST_OUTSIDE_LEFT,
        SYN,
        ACK,
        ACK_OF_UNSENT,
        DATA,
        DATA_WITHOUT_ACK,
        FIN,
        OLD_DATA;

        TcpSegment on(Bench bench) {
            Octets octet = Octets.of(1);
            TcpSegment.Builder ack = bench.segment(TcpFlag.ACK);
            TcpSegment.Builder rst = bench.segment(TcpFlag.RST);
            return switch (this) {
                case RST -> rst.build();
                case RST_INSIDE -> rst.seq(bench.seq.plus(1)).build();
                case RST_OUTSIDE_LEFT -> rst.seq(bench.seq.plus(-1)).build();
                case SYN -> bench.segment(TcpFlag.SYN).build();
                case ACK -> ack.build();
                case ACK_OF_UNSENT -> ack.ackNumber(bench.expected.plus(1)).build();
                case DATA -> ack.payload(octet).build();
                case DATA_WITHOUT_ACK -> bench.segment().payload(octet).build();
                case FIN -> ack.flag(TcpFlag.FIN).build();
                case OLD_DATA -> ack.seq(bench.seq.plus(-1)).payload(octet).build();
            };
        }
    }

    /**
     * A cell is the answer and the state after it, where that is another: {@code -} nothing, {@code A} an acknowledgment of the
     * next number expected, {@code R} a reset, {@code SA} a SYN with an acknowledgment. CL is CLOSED, and so on.
     */
    private static final String GRID = """
            way                   RST   RST_INSIDE RST_OUTSIDE_LEFT SYN   ACK   ACK_OF_UNSENT DATA  DATA_WITHOUT_ACK FIN   OLD_DATA
            CLOSED                -     -          -                R     R     R             R     R                R     R
            LISTEN                -     -          -                SA    R     R             R     -                R     R
            SYN_SENT              -     -          -                SA/SR -     R             -     -                -     -
            SYN_RECEIVED_PASSIVE  -     A          -                -     -/ES  R             A/ES  -                A/CW  A
            SYN_RECEIVED_ACTIVE   -/CL  A          -                A     -/ES  R             A/ES  -                A/CW  A
            ESTABLISHED           -/CL  A          -                A     -     A             A     -                A/CW  A
            ESTABLISHED_PASSIVE   -/CL  A          -                A     -     A             A     -                A/CW  A
            FIN_WAIT_1            -/CL  A          -                A     -/F2  A             A/F2  -                A/TW  A
            FIN_WAIT_2            -/CL  A          -                A     -     A             A     -                A/TW  A
            CLOSE_WAIT            -/CL  A          -                A     -     A             -     -                A     A
            CLOSING               -/CL  A          -                A     -/TW  A             -/TW  -                -/TW  A
            LAST_ACK              -/CL  A          -                A     -/CL  A             -/CL  -                -/CL  A
            TIME_WAIT             -/CL  A          -                A     -     A             -     -                A     A
            """;

    static Stream<Arguments> cells() {
        List<String[]> rows = GRID.lines().map(line -> line.split(" +", -1)).toList();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i < row.length, i -> i + 1)
                        .map(i -> Arguments.of(Ways.valueOf(row[0]), Arriving.valueOf(rows.get(0)[i]), row[i])));
    }

    @ParameterizedTest(name = "{0} x {1}: {2}")
    @MethodSource("cells")
    void cell(Ways way, Arriving arriving, String cell) {
        Bench bench = way.go();
        TcpSegment segment = arriving.on(bench);
        bench.inject(segment);
        String[] expected = cell.split("/", -1);
        assertThat(answers(bench, segment)).isEqualTo(expected[0]);
        assertThat(bench.state()).isEqualTo(expected.length > 1 ? state(expected[1]) : way.visibleState());
    }

    private static String answers(Bench bench, TcpSegment arrived) {
        List<TcpSegment> answers = bench.waitForAck().all();
        assertThat(answers).hasSizeLessThanOrEqualTo(1);
        return answers.stream()
                .map(answer -> answer(bench, answer, arrived))
                .findFirst()
                .orElse("-");
    }

    private static String answer(Bench bench, TcpSegment answer, TcpSegment arrived) {
        return switch (answer.flags().toString()) {
            case "." -> {
                boolean advanced =
                        answer.ack().equals(arrived.end()) || answer.ack().equals(bench.seq);
                yield advanced ? "A" : "acknowledges " + answer.ack();
            }
            case "S." -> answer.ack().equals(arrived.seq().plus(1)) ? "SA" : "acknowledges " + answer.ack();
            case "R" -> answer.seq().equals(arrived.ack()) ? "R" : "resets at " + answer.seq();
            case "R." ->
                answer.ack().equals(arrived.end()) && answer.seq().value() == 0 ? "R" : "resets at " + answer.seq();
            default -> answer.toString();
        };
    }

    private static TcpState state(String code) {
        return switch (code) {
            case "CL" -> TcpState.CLOSED;
            case "SR" -> TcpState.SYN_RECEIVED;
            case "ES" -> TcpState.ESTABLISHED;
            case "F2" -> TcpState.FIN_WAIT_2;
            case "CW" -> TcpState.CLOSE_WAIT;
            case "TW" -> TcpState.TIME_WAIT;
            default -> throw new IllegalArgumentException(code);
        };
    }
}
