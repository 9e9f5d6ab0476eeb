package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.reference.tcp.WhenToSendData;
import dev.plumbline.reference.tcp.WhenToUpdateWindow;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stacks that do not come to terms with the peer's window, or handle their own badly (RFC 9293 section 3.8.6). */
final class FlowFaults {
    private FlowFaults() {}

    static List<Fault> all() {
        return Stream.of(sillyWindows(), probes(), shrunkWindows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> sillyWindows() {
        return List.of(
                fault(
                                "no-nagle",
                                "Small segments leave whenever there is something to send.",
                                tcp(sending(NoNagle::new)))
                        .killedBy("RFC9293/SHLD-7")
                        .saying("more while others were under way"),
                fault(
                                "uses-crumbs",
                                "Whatever room there is in the window is used at once.",
                                tcp(sending(UsesCrumbs::new)))
                        .killedBy("RFC9293/MUST-38")
                        .saying("more while others were under way", "half of the largest window"),
                fault(
                                "half-of-what-is-offered",
                                "Half of the window that is offered is worth using, however small it has become.",
                                tcp(sending(HalfOfWhatIsOffered::new)))
                        .killedBy("RFC9293/MUST-38")
                        .saying("used a window at once that had room for only", "half of the largest window"),
                fault("tells-of-crumbs", "Each octet that is taken opens the window.", tcp(new TellsOfCrumbs()))
                        .killedBy("RFC9293/MUST-39")
                        .saying("the endpoint opened its window by only"),
                fault(
                                "tells-of-crumbs-above-a-segment",
                                "A window with room for a segment is worth telling, however little of it is new.",
                                tcp(new TellsAboveASegment()))
                        .killedBy("RFC9293/MUST-39")
                        .saying("the endpoint moved the right edge of its window by only"),
                fault(
                                "held-takes-room",
                                "What is held behind a gap makes the window smaller.",
                                Seams.arrival(HeldTakesRoom::new))
                        .killedBy("RFC9293/SHLD-14")
                        .saying("of its window back"));
    }

    private static List<Fault> probes() {
        return List.of(
                fault("probes-at-once", "A closed window is probed at once.", sender(ProbesAtOnce::new))
                        .killedBy("RFC9293/SHLD-29")
                        .saying("when the window had been closed for only"),
                fault("probes-steadily", "A closed window is probed each second.", sender(ProbesSteadily::new))
                        .killedBy("RFC9293/SHLD-30")
                        .saying("the endpoint waited 1000 ms before its probe number 3"),
                fault(
                                "closed-is-silent",
                                "The user timeout runs while the window is closed, whether anything waits for it or not.",
                                sender(CountsClosed::new))
                        .killedBy("RFC9293/MUST-37")
                        .saying("CONNECTION_CLOSING"),
                fault("probes-for-ever", "A closed window is probed without an end.", sender(ProbesForEver::new))
                        .killedBy("RFC9293/3.10.8-USER")
                        .saying("told that nobody answers"),
                fault(
                                "probe-not-sent",
                                "What a probe has brought is not counted as sent, so its acknowledgment is refused.",
                                sender(ProbeNotCounted::new))
                        .killedBy("RFC9293/3.8.6.1-TAKEN")
                        .saying("the peer receives exactly"),
                fault("forgets-close", "A CLOSE while the window is full is forgotten.", tcp(new ForgetsClose()))
                        .killedBy("RFC9293/3.8.6.1-FIN")
                        .saying("a segment with FIN"));
    }

    private static List<Fault> shrunkWindows() {
        return List.of(
                fault(
                                "waits-for-the-whole",
                                "While more is under way than the window takes, nothing is sent again.",
                                timeouts(WaitsForTheWhole::new))
                        .killedBy("RFC9293/SHLD-16")
                        .saying("did not send what it must"),
                fault(
                                "expects-the-whole",
                                "A peer that does not take what was under way when it shrank its window is given up.",
                                timeouts(ExpectsTheWhole::new))
                        .killedBy("RFC9293/SHLD-17")
                        .saying("the peer receives exactly"),
                fault("gives-up-after-a-minute", "Data is sent again for a minute.", sender(AMinute::new))
                        .killedBy("RFC9293/SHLD-11")
                        .saying("the endpoint gave up after 60 seconds"));
    }

    private static TcpParts sending(Supplier<WhenToSendData> rule) {
        return new TcpParts() {
            @Override
            public WhenToSendData whenToSendData() {
                return rule.get();
            }
        };
    }

    private static final class NoNagle extends WhenToSendData {
        NoNagle() {
            super(false);
        }
    }

    private static final class UsesCrumbs extends WhenToSendData {
        @Override
        public boolean maySend(Tcb tcb, int octets) {
            return octets < tcb.octetsToSend() || super.maySend(tcb, octets);
        }
    }

    private static final class HalfOfWhatIsOffered extends WhenToSendData {
        @Override
        public boolean maySend(Tcb tcb, int octets) {
            boolean half = tcb.flight() == 0 && octets >= tcb.sndWnd / WORTHWHILE_PART;
            return half || super.maySend(tcb, octets);
        }
    }

    private static final class TellsOfCrumbs extends TcpParts {
        @Override
        public WhenToUpdateWindow whenToUpdateWindow() {
            return new WhenToUpdateWindow() {
                @Override
                public int window(Tcb tcb, int space) {
                    return space;
                }

                @Override
                public boolean isUpdateDue(Tcb tcb) {
                    return tcb.rcvAdv.isBefore(tcb.rcvNxt.plus(tcb.rcvWnd));
                }
            };
        }
    }

    private static final class TellsAboveASegment extends TcpParts {
        @Override
        public WhenToUpdateWindow whenToUpdateWindow() {
            return new WhenToUpdateWindow() {
                @Override
                public int window(Tcb tcb, int space) {
                    return space >= tcb.sndMss ? space : super.window(tcb, space);
                }
            };
        }
    }

    private static final class HeldTakesRoom extends SegmentArrives {
        private final Sender sender;

        HeldTakesRoom(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected void acknowledgeText(Turn turn, TcpSegment seg, int octets, boolean hadGap) {
            Tcb tcb = turn.tcb;
            if (!seg.seq().isAfter(tcb.rcvNxt)) {
                super.acknowledgeText(turn, seg, octets, hadGap);
                return;
            }
            int window = tcb.rcvWnd;
            tcb.rcvWnd = Math.max(0, window - seg.payload().length());
            sender.acknowledge(turn);
            tcb.rcvWnd = window;
        }
    }

    private static final class ProbesAtOnce extends Sender {
        @Override
        protected Duration probeInterval(Tcb tcb) {
            return tcb.probes == 0 ? Duration.ofMillis(1) : super.probeInterval(tcb);
        }
    }

    private static final class CountsClosed extends Sender {
        @Override
        protected void armTimers(Turn turn) {
            super.armTimers(turn);
            if (turn.tcb.sndWnd == 0 && turn.tcb.isSynAcknowledged()) {
                turn.startUnlessRunning(TimerKind.USER, USER_TIMEOUT);
            }
        }
    }

    private static final class ProbesSteadily extends Sender {
        @Override
        protected Duration probeInterval(Tcb tcb) {
            return Duration.ofSeconds(1);
        }
    }

    private static final class ProbesForEver extends Sender {
        @Override
        protected void armTimers(Turn turn) {
            super.armTimers(turn);
            if (turn.tcb.sndWnd == 0) {
                turn.stop(TimerKind.USER);
            }
        }
    }

    private static final class ProbeNotCounted extends Sender {
        @Override
        public void probe(Turn turn) {
            Tcb tcb = turn.tcb;
            SeqNumber next = tcb.sndNxt;
            super.probe(turn);
            tcb.sndNxt = next;
            tcb.sndPtr = next;
        }
    }

    private static final class ForgetsClose extends TcpParts {
        @Override
        public UserCalls userCalls(Sender sender) {
            return new UserCalls(sender) {
                @Override
                public void close(Turn turn) {
                    if (turn.tcb.sndWnd > 0) {
                        super.close(turn);
                    }
                }
            };
        }
    }

    private static final class WaitsForTheWhole extends Timeouts {
        WaitsForTheWhole(Sender sender) {
            super(sender);
        }

        @Override
        protected void retransmissionTimeout(Turn turn) {
            if (turn.tcb.octetsInFlight() <= turn.tcb.sndWnd) {
                super.retransmissionTimeout(turn);
            } else {
                turn.startUnlessRunning(TimerKind.RETRANSMISSION, turn.tcb.rto.value());
            }
        }
    }

    private static final class ExpectsTheWhole extends Timeouts {
        ExpectsTheWhole(Sender sender) {
            super(sender);
        }

        @Override
        protected void probeTimeout(Turn turn) {
            if (turn.tcb.octetsInFlight() > 1 && turn.tcb.probes > 5) {
                turn.fail(TcpError.TIMED_OUT);
            } else {
                super.probeTimeout(turn);
            }
        }
    }

    private static final class AMinute extends Sender {
        @Override
        protected void armTimers(Turn turn) {
            if (turn.tcb.isSynAcknowledged() && turn.tcb.isOutstanding()) {
                turn.startUnlessRunning(TimerKind.USER, Duration.ofMinutes(1));
            }
            super.armTimers(turn);
        }
    }
}
