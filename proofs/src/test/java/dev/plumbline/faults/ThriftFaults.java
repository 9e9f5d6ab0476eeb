package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToAcknowledge;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stacks that send more than they should, or nothing where a word is due. */
final class ThriftFaults {
    private ThriftFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "answers-all-challenges",
                                "Each forged SYN gets its answer, hundreds in a second.",
                                tcp(new NoThrottle()))
                        .killedBy("RFC5961/THROTTLE")
                        .saying("the endpoint answered all of 200 SYNs"),
                fault(
                                "stays-inflated",
                                "When a loss is repaired the congestion window stays as the duplicates have left it.",
                                tcp(new StaysInflated()))
                        .killedBy("RFC5681/RECOVERY")
                        .saying("the endpoint went on as if there had been none"),
                fault(
                                "old-ack-in-silence",
                                "What acknowledges something too old is dropped without a word.",
                                arrivals(ThriftFaults::unlessTooOld))
                        .killedBy("RFC9293/MAY-12")
                        .saying("what it expects next, as before"),
                fault(
                                "hundred-at-a-time",
                                "What makes no full segment leaves a hundred octets at a time.",
                                sender(HundredAtATime::new))
                        .killedBy("RFC9293/SHLD-27")
                        .saying("would have carried"),
                fault(
                                "small-segments",
                                "Its segments have 536 octets, whatever the peer takes.",
                                tcp(new SmallSegments()))
                        .killedBy("RFC9293/SHLD-28")
                        .saying("would have carried"),
                fault("no-delayed-ack", "Whatever arrives is acknowledged at once.", tcp(new NoDelayedAck()))
                        .killedBy("RFC9293/SHLD-18")
                        .saying("the endpoint acknowledged each question by itself"),
                fault("fin-beyond-window", "A FIN leaves whether there is room for it or not.", sender(FinBeyond::new))
                        .killedBy("RFC9293/WINDOW")
                        .saying("it goes 1 octet beyond the peer's window"));
    }

    private static Optional<TcpSegment> unlessTooOld(Tcb tcb, TcpSegment seg) {
        boolean judged = tcb.state == TcpState.ESTABLISHED || tcb.state == TcpState.FIN_WAIT_2;
        boolean tooOld = seg.ack().isBefore(tcb.sndUna.plus(-65_535));
        return Optional.of(seg).filter(s -> !(judged && tooOld));
    }

    private static final class NoThrottle extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                @Override
                protected boolean mayChallenge(Duration now) {
                    return true;
                }
            };
        }
    }

    private static final class StaysInflated extends TcpParts {
        @Override
        public CongestionWindow congestionWindow() {
            return new CongestionWindow() {
                @Override
                public void leaveRecovery(int flight, int smss) {
                    // The window stays as it is.
                }
            };
        }
    }

    private static final class HundredAtATime extends Sender {
        private static final int PIECE = 100;

        @Override
        protected TcpSegment data(Tcb tcb, SeqNumber seq, int octets) {
            return super.data(
                    tcb, seq, octets < tcb.effectiveMss() && tcb.fin == null ? Math.min(octets, PIECE) : octets);
        }
    }

    private static final class SmallSegments extends TcpParts {
        private static final int SMALL = 536;

        @Override
        public Sender sender() {
            return new Sender() {
                @Override
                public void sendWhatMayBeSent(Turn turn) {
                    turn.tcb.sndMss = Math.min(SMALL, turn.tcb.sndMss);
                    super.sendWhatMayBeSent(turn);
                }
            };
        }
    }

    private static final class NoDelayedAck extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                @Override
                public boolean mayWait(Tcb tcb) {
                    return false;
                }
            };
        }
    }

    private static final class FinBeyond extends Sender {
        @Override
        public void sendWhatMayBeSent(Turn turn) {
            Tcb tcb = turn.tcb;
            boolean onlyFin = tcb.isFinToSend() && tcb.octetsToSend() == 0 && tcb.sndWnd > 0;
            tcb.sndWnd += onlyFin ? 1 : 0;
            super.sendWhatMayBeSent(turn);
            tcb.sndWnd -= onlyFin ? 1 : 0;
        }
    }
}
