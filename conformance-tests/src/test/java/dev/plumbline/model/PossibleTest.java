package dev.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.TcpError;
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

    @Test
    void beyondThePeersWindowNothingIsAllowed() {
        establish(5);
        model.calls(UserCall.SEND, 20, now);
        now = now.plusMillis(500);
        model.sends(segment(ISS + 1, IRS + 1, "sixsix", TcpFlag.ACK), now);
        assertThat(model.refuted())
                .hasValueSatisfying(refuted -> assertThat(refuted.came()).contains("6 octets"));
    }

    @Test
    void whatFitsIntoThePeersWindowIsDue() {
        establish();
        offer(IRS + 1, 5);
        model.calls(UserCall.SEND, 5, now);
        rest();
        assertThat(model.refuted())
                .hasValueSatisfying(
                        refuted -> assertThat(refuted.came()).isEqualTo("it has not sent what waits to be sent"));
    }

    @Test
    void aClosedWindowIsProbedInTimeWithOneOctet() {
        establish();
        offer(IRS + 1, 0);
        model.calls(UserCall.SEND, 20, now);
        rest();
        assertThat(model.refuted()).isEmpty();
        model.sends(segment(ISS + 1, IRS + 1, "1", TcpFlag.ACK), now);
        assertThat(model.refuted()).isEmpty();
        now = now.plusSeconds(30);
        model.waits(now);
        assertThat(model.refuted())
                .hasValueSatisfying(
                        refuted -> assertThat(refuted.came()).contains("once more what nobody has acknowledged"));
    }

    @Test
    void aClosedWindowThatIsNotProbedIsRefuted() {
        establish();
        offer(IRS + 1, 0);
        model.calls(UserCall.SEND, 20, now);
        now = now.plusSeconds(30);
        model.waits(now);
        assertThat(model.refuted())
                .hasValueSatisfying(refuted -> assertThat(refuted.came()).contains("a probe of the peer's window"));
    }

    @Test
    void theWindowOfAnOldSegmentDoesNotCount() {
        establish(0);
        offer(IRS, 1000);
        model.calls(UserCall.SEND, 20, now);
        model.sends(segment(ISS + 1, IRS + 1, "too much", TcpFlag.ACK), now);
        assertThat(model.refuted()).isPresent();
    }

    /** RFC 9293 section 3.8.6.2.1. */
    @Test
    void aCrumbOfTheWindowIsNotUsedAtOnce() {
        establish();
        offer(IRS + 1, 5);
        model.calls(UserCall.SEND, 20, now);
        model.sends(segment(ISS + 1, IRS + 1, "crumb", TcpFlag.ACK), now);
        assertThat(model.refuted()).isPresent();
    }

    /** RFC 9293 section 3.8.6.1, MUST-37. */
    @Test
    void whileThePeerAnswersProbesNobodyGivesUp() {
        establish();
        offer(IRS + 1, 0);
        model.calls(UserCall.SEND, 20, now);
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(10);
            model.sends(segment(ISS + 1, IRS + 1, "1", TcpFlag.ACK), now);
            offer(IRS + 1, 0);
        }
        model.hears(new Heard(true, false, false, Optional.of(TcpError.TIMED_OUT), 0), now);
        assertThat(model.refuted()).isPresent();
    }

    /** RFC 9293 section 3.10.7.4, fifth check: what acknowledges less than SND.UNA is ignored. */
    @Test
    void anOldAcknowledgmentIsNoAnswerToAProbe() {
        establish();
        model.arrives(closed(IRS + 2, ISS + 1, "x"), now);
        model.sends(segment(ISS + 1, IRS + 1, "", TcpFlag.ACK), now);
        model.calls(UserCall.SEND, 2, now);
        model.sends(segment(ISS + 1, IRS + 1, "1", TcpFlag.ACK), now);
        model.arrives(closed(IRS + 1, ISS + 2, ""), now);
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(10);
            model.sends(segment(ISS + 2, IRS + 1, "2", TcpFlag.ACK), now);
            model.arrives(closed(IRS + 2, ISS + 1, "x"), now);
            model.sends(segment(ISS + 3, IRS + 1, "", TcpFlag.ACK), now);
        }
        model.hears(new Heard(true, false, false, Optional.of(TcpError.TIMED_OUT), 0), now);
        assertThat(model.refuted()).isEmpty();
    }

    private static TcpSegment closed(long seq, long ack, String data) {
        return segment(seq, ack, data, TcpFlag.ACK).toBuilder().window(0).build();
    }

    @Test
    void whoeverGetsNoAnswerGivesUpAtLast() {
        establish();
        model.calls(UserCall.CLOSE, 0, now);
        model.sends(segment(ISS + 1, IRS + 1, "", TcpFlag.FIN, TcpFlag.ACK), now);
        now = now.plusHours(3);
        model.waits(now);
        assertThat(model.states()).containsExactly(TcpState.LISTEN);
    }

    /** RFC 9293 section 3.4.1. */
    @Test
    void anotherConnectionHasAnotherFirstNumber() {
        establish();
        model.arrives(segment(IRS + 1, 0, "", TcpFlag.RST), now);
        model.arrives(segment(IRS, 0, "", TcpFlag.SYN), now);
        model.sends(segment(ISS, IRS + 1, "", TcpFlag.SYN, TcpFlag.ACK), now);
        assertThat(model.refuted()).isPresent();
    }

    @Test
    void theEndHasToBeTold() {
        establish();
        model.arrives(segment(IRS + 1, ISS + 1, "", TcpFlag.FIN, TcpFlag.ACK), now);
        model.calls(UserCall.CLOSE, 0, now);
        model.sends(segment(ISS + 1, IRS + 2, "", TcpFlag.FIN, TcpFlag.ACK), now);
        model.arrives(segment(IRS + 2, ISS + 2, "", TcpFlag.ACK), now);
        model.hears(new Heard(true, true, false, Optional.empty(), 0), now);
        assertThat(model.refuted())
                .hasValueSatisfying(refuted -> assertThat(refuted.allowed()).contains("the end"));
    }

    /** RFC 9293 section 3.10.3: who has told that there is no room tells when there is. */
    @Test
    void roomHasToBeToldOfWhereThereWasNone() {
        model.calls(UserCall.LISTEN, 0, now);
        model.arrives(segment(IRS, 0, "", TcpFlag.SYN), now);
        model.sends(tells(ISS, IRS + 1, 4, TcpFlag.SYN, TcpFlag.ACK), now);
        offer(IRS + 1, 65_535);
        rest();
        model.calls(UserCall.PAUSE, 0, now);
        rest();
        model.arrives(segment(IRS + 1, ISS + 1, "text", TcpFlag.ACK), now);
        model.sends(tells(ISS + 1, IRS + 5, 0, TcpFlag.ACK), now);
        rest();
        assertThat(model.refuted()).isEmpty();
        model.calls(UserCall.RECEIVE, 0, now);
        rest();
        assertThat(model.refuted()).isPresent();
    }

    private static TcpSegment tells(long seq, long ack, int window, TcpFlag... flags) {
        return segment(seq, ack, "", flags).toBuilder().window(window).build();
    }

    private void offer(long seq, int window) {
        model.arrives(
                segment(seq, ISS + 1, "", TcpFlag.ACK).toBuilder()
                        .window(window)
                        .build(),
                now);
    }

    private void establish() {
        establish(65_535);
    }

    private void establish(int window) {
        model.calls(UserCall.LISTEN, 0, now);
        model.arrives(segment(IRS, 0, "", TcpFlag.SYN), now);
        model.sends(segment(ISS, IRS + 1, "", TcpFlag.SYN, TcpFlag.ACK), now);
        offer(IRS + 1, window);
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
