package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stacks that do not notice in every state that time is over, or too soon (RFC 9293 section 3.10.8). */
final class TimeoutFaults {
    private TimeoutFaults() {}

    static List<Fault> all() {
        return Stream.of(timeWaits(), others()).flatMap(List::stream).toList();
    }

    private static List<Fault> timeWaits() {
        return List.of(
                fault(
                                "time-wait-not-begun-anew",
                                "A FIN that comes again in TIME-WAIT is acknowledged, but TIME-WAIT goes on from before.",
                                arrival(NotBegunAnew::new))
                        .killedBy("RFC9293/3.10.7.4-TIME-WAIT")
                        .saying("the connection is not in TIME-WAIT", "it has RST"),
                fault(
                                "one-msl-after-closing",
                                "Where both sides have closed at the same time TIME-WAIT lasts for one MSL.",
                                arrival(afterClosing(turn -> turn.start(TimerKind.TIME_WAIT, SegmentArrives.MSL))))
                        .killedBy("RFC9293/MUST-13")
                        .saying("shorter where it came by way of CLOSING than by way of FIN-WAIT-2"),
                fault(
                                "time-wait-bare-fin",
                                "In TIME-WAIT a FIN behind text is acknowledged like any old text, and TIME-WAIT goes on from before.",
                                arrival(OnlyBareFin::new))
                        .killedBy("RFC9293/3.10.7.4-TIME-WAIT")
                        .saying("the connection is not in TIME-WAIT", "it has RST"));
    }

    private static List<Fault> others() {
        return List.of(
                fault(
                                "closed-never-gives-up",
                                "Once its application has closed, it never gives up.",
                                timeouts(ClosedNeverGivesUp::new))
                        .killedBy("RFC9293/3.10.8-USER")
                        .saying("the connection is not in CLOSED", "the connection is still there"),
                fault(
                                "gives-up-in-silence",
                                "Where the peer has closed, it gives up without telling its application.",
                                timeouts(GivesUpInSilence::new))
                        .killedBy("RFC9293/3.10.8-USER")
                        .saying(
                                "the endpoint's application is told that nobody answers",
                                "for it the connection goes on"),
                fault(
                                "close-wait-sends-once",
                                "Where the peer has closed, nothing is sent again.",
                                timeouts(CloseWaitSendsOnce::new))
                        .killedBy("RFC9293/3.10.8-RETRANSMISSION")
                        .saying("a segment with FIN, whose number is", "nothing"),
                fault("time-wait-for-ever", "TIME-WAIT has no end.", timeouts(TimeWaitForEver::new))
                        .killedBy("RFC9293/3.10.8-TIME-WAIT")
                        .saying("the connection is not in CLOSED", "nothing"),
                fault(
                                "closing-for-ever",
                                "When its FIN is acknowledged in CLOSING, the connection stays there.",
                                arrival(afterClosing(TimeoutFaults::goesBackToClosing)))
                        .killedBy("RFC9293/3.10.8-TIME-WAIT")
                        .saying("the connection is not in CLOSED", "nothing"),
                fault(
                                "time-wait-five-seconds",
                                "TIME-WAIT lasts five seconds.",
                                arrival(sender -> new TimeWaitOf(sender, Duration.ofSeconds(5))))
                        .killedBy("RFC9293/MUST-13")
                        .saying("what it expects next, as before", "it has RST"));
    }

    private static boolean hasPeerClosed(Turn turn) {
        return is(turn.tcb, TcpState.CLOSE_WAIT, TcpState.LAST_ACK, TcpState.CLOSING);
    }

    /** Something else is done when CLOSING has led to TIME-WAIT. */
    private static Function<Sender, SegmentArrives> afterClosing(Consumer<Turn> deed) {
        return sender -> new SegmentArrives(sender) {
            @Override
            public void segmentArrives(Turn turn, TcpSegment seg) {
                boolean closing = is(turn.tcb, TcpState.CLOSING);
                super.segmentArrives(turn, seg);
                if (closing && is(turn.tcb, TcpState.TIME_WAIT)) {
                    deed.accept(turn);
                }
            }
        };
    }

    private static void goesBackToClosing(Turn turn) {
        turn.tcb.state = TcpState.CLOSING;
        turn.stop(TimerKind.TIME_WAIT);
    }

    private static final class NotBegunAnew extends SegmentArrives {
        private final Sender sender;

        NotBegunAnew(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            if (is(turn.tcb, TcpState.TIME_WAIT) && seg.has(TcpFlag.FIN) && !isAcceptable(turn.tcb, seg)) {
                sender.acknowledge(turn);
                return false;
            }
            return super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class OnlyBareFin extends SegmentArrives {
        OnlyBareFin(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            boolean asText = is(turn.tcb, TcpState.TIME_WAIT) && !seg.payload().isEmpty();
            return super.firstCheckSequenceNumber(
                    turn,
                    asText
                            ? seg.toBuilder()
                                    .flags(seg.flags().without(TcpFlag.FIN))
                                    .build()
                            : seg);
        }
    }

    private static final class ClosedNeverGivesUp extends Timeouts {
        ClosedNeverGivesUp(Sender sender) {
            super(sender);
        }

        @Override
        protected void userTimeout(Turn turn) {
            if (!is(turn.tcb, TcpState.FIN_WAIT_1, TcpState.CLOSING, TcpState.LAST_ACK)) {
                super.userTimeout(turn);
            }
        }
    }

    private static final class GivesUpInSilence extends Timeouts {
        GivesUpInSilence(Sender sender) {
            super(sender);
        }

        @Override
        protected void userTimeout(Turn turn) {
            if (hasPeerClosed(turn)) {
                turn.delete();
            } else {
                super.userTimeout(turn);
            }
        }
    }

    private static final class CloseWaitSendsOnce extends Timeouts {
        CloseWaitSendsOnce(Sender sender) {
            super(sender);
        }

        @Override
        public void expired(Turn turn, TimerKind timer) {
            if (!hasPeerClosed(turn) || timer == TimerKind.TIME_WAIT || timer == TimerKind.USER) {
                super.expired(turn, timer);
            }
        }
    }

    private static final class TimeWaitForEver extends Timeouts {
        TimeWaitForEver(Sender sender) {
            super(sender);
        }

        @Override
        protected void timeWaitTimeout(Turn turn) {}
    }
}
