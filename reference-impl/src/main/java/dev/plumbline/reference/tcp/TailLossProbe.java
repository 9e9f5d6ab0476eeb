package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The tail loss probe (RFC 8985 section 7): when nothing is heard of the last segments for two round trips, one segment more brings
 * the acknowledgment that tells which of them are lost, long before the retransmission timer runs out.
 */
public class TailLossProbe {
    /** TLP.max_ack_delay: how long the peer's acknowledgment of a single segment may wait (RFC 8985 section 7.2). */
    protected static final Duration MAXIMUM_ACK_DELAY = Duration.ofMillis(200);

    /** Without a measured round trip (RFC 8985 section 7.2). */
    protected static final Duration WITHOUT_ROUND_TRIP = Duration.ofSeconds(1);

    /** TLP.end_seq: SND.NXT when the probe was sent that is not answered yet. */
    private @Nullable SeqNumber end;

    private boolean retransmission;
    private boolean roundTripMeasured;

    /** A round trip was measured: the next probe, if one is sent, is not sent on the strength of the one before. */
    void roundTripMeasured() {
        roundTripMeasured = true;
    }

    /**
     * Whether a probe is to be sent if nothing is heard: one at a time, and after each a round trip must be measured before the next
     * (RFC 8985 section 7.3).
     */
    boolean isDue(Tcb tcb) {
        return tcb.sackPermitted
                && end == null
                && roundTripMeasured
                && !tcb.scoreboard.missing().isEmpty()
                && isOnlyHope(tcb);
    }

    /**
     * Whether nothing but a probe would tell of a loss: while segments are beyond a gap, RACK's own timer does; and after a
     * retransmission timeout, only that timer may go on (RFC 8985 section 7.2). In fast recovery RFC 8985 section 7.2 recommends no
     * probe, but does not forbid it either: a peer that answers many segments with one acknowledgment, as many do, is silent for
     * ever if just the one that answers the last retransmission is lost.
     */
    protected boolean isOnlyHope(Tcb tcb) {
        return tcb.selective.isRecovering() ? tcb.selective.isFast() : tcb.scoreboard.sacked() == 0;
    }

    /** PTO (RFC 8985 section 7.2). */
    protected Duration timeout(Tcb tcb) {
        Duration twice = tcb.rto.smoothed().map(srtt -> srtt.multipliedBy(2)).orElse(WITHOUT_ROUND_TRIP);
        return tcb.scoreboard.size() == 1 ? twice.plus(MAXIMUM_ACK_DELAY) : twice;
    }

    /** A probe has left (RFC 8985 section 7.3). */
    void sent(Tcb tcb, boolean again) {
        end = tcb.sndNxt;
        retransmission = again;
        roundTripMeasured = false;
    }

    /** A recovery begins: what is said of the probe is of no interest any more (RFC 8985 section 7.1). */
    void reset() {
        end = null;
    }

    /**
     * An acknowledgment has come (RFC 8985 section 7.4.2). Returns whether the probe has repaired a loss: then nothing else tells of
     * it.
     */
    boolean acknowledged(SackReport report) {
        SeqNumber probe = end;
        if (probe == null || report.ack().isBefore(probe)) {
            return false;
        }
        boolean further = report.ack().isAfter(probe);
        boolean twice = report.tellsOfDuplicate(probe);
        boolean repaired = retransmission && further && !twice;
        if (!retransmission || further || twice || report.isDuplicate()) {
            end = null;
        }
        return repaired;
    }
}
