package dev.plumbline.reference.tcp;

import java.util.ArrayList;
import java.util.List;

/** What selective acknowledgments mean, and what follows from their absence (RFC 6675 section 5, RFC 8985 sections 6 and 7). */
public class SackProcessing {
    private final Sender sender;

    /** Rules that send through {@code sender}. */
    public SackProcessing(Sender sender) {
        this.sender = sender;
    }

    /** An acknowledgment has come; SND.UNA has moved already if it does. */
    void process(Turn turn, SackReport report) {
        Tcb tcb = turn.tcb;
        List<SentSegment> delivered = new ArrayList<>(tcb.scoreboard.acknowledged(tcb.sndUna));
        List<SentSegment> sacked = tcb.scoreboard.sacked(report.blocks());
        if (!sacked.isEmpty()) {
            tcb.selective.blockReported(tcb);
        }
        delivered.addAll(sacked);
        tcb.rack.delivered(delivered, turn.now);
        if (delivered.stream().anyMatch(segment -> !segment.retransmitted)) {
            tcb.lossProbe.roundTripMeasured();
        }
        if (!delivered.isEmpty()) {
            turn.stop(TimerKind.LOSS_PROBE);
        }
        if (report.tellsOfDuplicate()) {
            tcb.rack.reordering().duplicateArrived(tcb);
        }
        if (tcb.lossProbe.acknowledged(report)) {
            tcb.selective.repaired(tcb);
        }
        detectLosses(turn);
    }

    /** What is lost is sent again; if that cannot be said yet, later (RFC 8985 section 6.2, step 5). */
    protected void detectLosses(Turn turn) {
        Tcb tcb = turn.tcb;
        Rack.Finding found = tcb.rack.detectLosses(tcb, turn.now);
        if (found.doubt().isZero()) {
            turn.stop(TimerKind.REORDERING);
        } else {
            turn.start(TimerKind.REORDERING, found.doubt());
        }
        SentSegment lost = tcb.scoreboard.firstLost();
        if (found.any() && tcb.selective.lost(tcb, found.retransmission()) && lost != null) {
            tcb.lossProbe.reset();
            sender.resend(turn, lost);
        }
    }
}
