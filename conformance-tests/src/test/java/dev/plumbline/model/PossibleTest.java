package dev.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PossibleTest {
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final long ISS = 5000;
    private static final long IRS = 1000;

    private final Possible model = new Possible(ANSWER);
    private Duration now = Duration.ZERO;

    @Test
    void aHandshakeLeavesOneState() {
        establish();
        assertThat(model.states()).containsExactly(TcpState.ESTABLISHED);
        assertThat(model.refuted()).isEmpty();
    }

    @Test
    void silenceIsRefutedWhenAnAnswerIsDue() {
        establish();
        model.arrives(segment(IRS + 1, ISS + 1, "text", TcpFlag.ACK), now);
        rest();
        assertThat(model.refuted()).hasValueSatisfying(refuted -> {
            assertThat(refuted.missing()).isTrue();
            assertThat(refuted.allowed()).isEqualTo("ESTABLISHED: an acknowledgment of 1005");
        });
    }

    @Test
    void anAcknowledgmentOfMoreThanArrivedIsRefuted() {
        establish();
        model.arrives(segment(IRS + 1, ISS + 1, "text", TcpFlag.ACK), now);
        model.sends(segment(ISS + 1, IRS + 6, "", TcpFlag.ACK), now);
        assertThat(model.refuted())
                .hasValueSatisfying(refuted ->
                        assertThat(refuted.came()).isEqualTo("it sent ACK, number 5001, acknowledging 1006"));
    }

    @Test
    void whatCameEarlyMayBeHeldOrNot() {
        for (long acknowledged : new long[] {IRS + 5, IRS + 9}) {
            PossibleTest each = new PossibleTest();
            each.establish();
            each.model.arrives(segment(IRS + 5, ISS + 1, "text", TcpFlag.ACK), each.now);
            each.rest();
            each.model.arrives(segment(IRS + 1, ISS + 1, "more", TcpFlag.ACK), each.now);
            each.model.sends(segment(ISS + 1, acknowledged, "", TcpFlag.ACK), each.now);
            each.rest();
            assertThat(each.model.refuted()).isEmpty();
        }
    }

    /** RFC 5961 section 3.2: it is challenged; whoever does not know that RFC believes it. */
    @Test
    void aResetInsideTheWindowLeavesTwoStatesUntilTheEndpointShowsWhichItIs() {
        establish();
        model.arrives(segment(IRS + 100, 0, "", TcpFlag.RST), now);
        assertThat(model.states()).containsExactlyInAnyOrder(TcpState.ESTABLISHED, TcpState.LISTEN);
        now = now.plusMillis(500);
        model.sends(segment(ISS + 1, IRS + 1, "", TcpFlag.ACK), now);
        assertThat(model.states()).containsExactly(TcpState.ESTABLISHED);
    }

    @Test
    void theFinIsSentAgainUntilItIsAcknowledged() {
        establish();
        model.calls(UserCall.CLOSE, 0, now);
        model.sends(segment(ISS + 1, IRS + 1, "", TcpFlag.FIN, TcpFlag.ACK), now);
        assertThat(model.states()).containsExactly(TcpState.FIN_WAIT_1);
        now = now.plusSeconds(20);
        model.waits(now);
        assertThat(model.refuted())
                .hasValueSatisfying(
                        refuted -> assertThat(refuted.came()).contains("once more what nobody has acknowledged"));
    }

    @Test
    void theAcknowledgmentOfTheFinLeadsOn() {
        establish();
        model.calls(UserCall.CLOSE, 0, now);
        model.sends(segment(ISS + 1, IRS + 1, "", TcpFlag.FIN, TcpFlag.ACK), now);
        model.arrives(segment(IRS + 1, ISS + 2, "", TcpFlag.ACK), now);
        assertThat(model.states()).containsExactly(TcpState.FIN_WAIT_2);
        model.arrives(segment(IRS + 1, ISS + 2, "", TcpFlag.FIN, TcpFlag.ACK), now);
        assertThat(model.states()).containsExactly(TcpState.TIME_WAIT);
    }

    @Test
    void anApplicationIsToldOfWhatIsThere() {
        establish();
        model.hears(new Heard(true, true, false, Optional.empty(), 0), now);
        assertThat(model.refuted())
                .hasValueSatisfying(
                        refuted -> assertThat(refuted.allowed()).isEqualTo("ESTABLISHED: connected, 0 octets"));
    }

    private void establish() {
        model.calls(UserCall.LISTEN, 0, now);
        model.arrives(segment(IRS, 0, "", TcpFlag.SYN), now);
        model.sends(segment(ISS, IRS + 1, "", TcpFlag.SYN, TcpFlag.ACK), now);
        model.arrives(segment(IRS + 1, ISS + 1, "", TcpFlag.ACK), now);
    }

    private void rest() {
        now = now.plusSeconds(2);
        model.waits(now);
    }

    private static TcpSegment segment(long seq, long ack, String text, TcpFlag... flags) {
        return TcpSegment.between(new Port(5000), new Port(8080))
                .flags(TcpFlags.of(flags))
                .seq(SeqNumber.of(seq))
                .ackNumber(SeqNumber.of(ack))
                .window(65_535)
                .payload(Octets.ofText(text))
                .build();
    }
}
