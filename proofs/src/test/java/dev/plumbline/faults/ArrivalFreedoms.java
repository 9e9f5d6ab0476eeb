package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Other choices of the checks that a segment goes through (RFC 9293 section 3.10.7). */
final class ArrivalFreedoms {
    private ArrivalFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "challenges-seldom",
                        "It challenges once in five seconds at most: the limit is to be tunable (RFC 5961 section 7).",
                        arrival(ChallengesSeldom::new)),
                freedom(
                        "strays-seldom",
                        "Acknowledgments outside the window are answered twice a second at most (RFC 5961 section 7).",
                        arrival(AnswersStraysSeldom::new)),
                freedom(
                        "old-ack-ignored",
                        "However old an acknowledgment is, it is ignored, and the text counts (RFC 9293 section 3.10.7.4, MAY-12).",
                        arrivals(ArrivalFreedoms::ofLateAge)),
                freedom(
                        "never-sent-challenged",
                        "In SYN-RECEIVED, too, who acknowledges what was never sent is told what is expected (RFC 5961 section 5.2).",
                        arrival(ChallengesInSynReceived::new)),
                freedom(
                        "syn-again-syn-ack-again",
                        "The peer's SYN come again is answered as the first time (RFC 9293 section 3.10.7.4).",
                        arrival(AnswersTheSynAgain::new)),
                freedom(
                        "answers-after-the-end",
                        "What comes after the peer's FIN is ignored, but the peer is told what is expected (RFC 9293 section 3.10.7.4).",
                        arrival(AnswersAfterTheEnd::new)),
                freedom(
                        "syn-text-dropped",
                        "Text that comes with a SYN is not kept, and not acknowledged (RFC 9293 section 3.10.7.2).",
                        arrivals((tcb, seg) -> Optional.of(seg.has(SYN) ? withoutText(seg) : seg))),
                freedom(
                        "syn-ack-first",
                        "The SYN of a SYN and ACK with text is acknowledged by itself (RFC 9293 section 3.10.7.3).",
                        arrival(AcknowledgesSynFirst::new)),
                freedom(
                        "time-wait-anew",
                        "Whatever arrives in TIME-WAIT makes it last longer: 2 MSL are the least (RFC 9293 section 3.6.1).",
                        arrival(TimeWaitAnew::new)));
    }

    /** Older than the reference heeds, but not older than what is ignored everywhere. */
    private static Optional<TcpSegment> ofLateAge(Tcb tcb, TcpSegment seg) {
        boolean old = seg.has(ACK) && tcb.maxSndWnd > 0 && seg.ack().isBefore(tcb.sndUna);
        return Optional.of(old ? seg.toBuilder().ackNumber(tcb.sndUna.plus(-1)).build() : seg);
    }

    private static TcpSegment withoutText(TcpSegment seg) {
        return seg.toBuilder()
                .payload(Octets.empty())
                .flags(seg.flags().without(FIN))
                .build();
    }

    /** So much time between two answers. */
    private static final class Pause {
        private final Duration least;
        private Duration last;

        Pause(Duration least) {
            this.least = least;
            this.last = least.negated();
        }

        boolean isOver(Duration now) {
            boolean over = now.minus(last).compareTo(least) >= 0;
            last = over ? now : last;
            return over;
        }
    }

    private static final class ChallengesSeldom extends SegmentArrives {
        private final Pause pause = new Pause(Duration.ofSeconds(5));

        ChallengesSeldom(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
            boolean challenged = seg.has(RST) && !seg.seq().equals(turn.tcb.rcvNxt);
            return (!challenged || pause.isOver(turn.now)) && super.secondCheckRst(turn, seg);
        }

        @Override
        protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
            boolean challenged = seg.has(SYN) && !is(turn.tcb, TcpState.SYN_RECEIVED);
            return (!challenged || pause.isOver(turn.now)) && super.fourthCheckSyn(turn, seg);
        }
    }

    private static final class AnswersStraysSeldom extends SegmentArrives {
        private final Pause pause = new Pause(Duration.ofMillis(500));

        AnswersStraysSeldom(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            boolean stray = !isAcceptable(turn.tcb, seg) && !seg.has(RST) && seg.len() == 0;
            return (!stray || pause.isOver(turn.now)) && super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class ChallengesInSynReceived extends SegmentArrives {
        private final Sender sender;

        ChallengesInSynReceived(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            boolean challenged = is(turn.tcb, TcpState.SYN_RECEIVED)
                    && seg.has(ACK)
                    && seg.ack().isAfter(turn.tcb.sndNxt);
            if (challenged) {
                sender.acknowledge(turn);
                return false;
            }
            return super.fifthCheckAck(turn, seg);
        }
    }

    private static final class AnswersTheSynAgain extends SegmentArrives {
        private final Sender sender;

        AnswersTheSynAgain(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            boolean again = is(turn.tcb, TcpState.SYN_RECEIVED)
                    && seg.has(SYN)
                    && !seg.has(RST)
                    && !seg.has(ACK)
                    && seg.seq().equals(turn.tcb.irs);
            if (again) {
                sender.syn(turn);
                return false;
            }
            return super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class AnswersAfterTheEnd extends SegmentArrives {
        AnswersAfterTheEnd(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            boolean closed = isClosedByPeer(turn.tcb);
            boolean goesOn = super.fifthCheckAck(turn, seg);
            if (closed && isClosedByPeer(turn.tcb) && seg.has(ACK) && seg.len() > 0) {
                turn.oweAck();
            }
            return goesOn;
        }

        private static boolean isClosedByPeer(Tcb tcb) {
            return is(tcb, TcpState.CLOSE_WAIT)
                    || is(tcb, TcpState.CLOSING)
                    || is(tcb, TcpState.LAST_ACK)
                    || is(tcb, TcpState.TIME_WAIT);
        }
    }

    private static final class AcknowledgesSynFirst extends SegmentArrives {
        AcknowledgesSynFirst(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            if (is(turn.tcb, TcpState.SYN_SENT)
                    && seg.has(SYN)
                    && seg.has(ACK)
                    && seg.ack().equals(turn.tcb.sndNxt)
                    && !seg.payload().isEmpty()) {
                super.segmentArrives(turn, withoutText(seg));
                super.segmentArrives(
                        turn,
                        seg.toBuilder()
                                .seq(seg.seq().plus(1))
                                .flags(seg.flags().without(SYN))
                                .build());
            } else {
                super.segmentArrives(turn, seg);
            }
        }
    }

    private static final class TimeWaitAnew extends SegmentArrives {
        TimeWaitAnew(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            super.segmentArrives(turn, seg);
            if (is(turn.tcb, TcpState.TIME_WAIT)) {
                turn.start(TimerKind.TIME_WAIT, MSL.multipliedBy(2));
            }
        }
    }
}
