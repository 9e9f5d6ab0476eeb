package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.TimeWaitFaults.reincarnation;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.CongestionNotification;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.IcmpErrorArrives;
import dev.plumbline.reference.tcp.KeepAlive;
import dev.plumbline.reference.tcp.Reincarnation;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/** Stacks that keep a rule where everybody meets it, and not in a corner: the second time, one number further on, by the other half. */
final class CornerFaults {
    private CornerFaults() {}

    static List<Fault> all() {
        return Stream.of(endings(), acknowledgments(), questions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> endings() {
        return List.of(
                fault(
                                "time-wait-anew-is-shorter",
                                "When the peer's FIN comes again, TIME-WAIT begins anew for half of its time.",
                                arrival(ShorterAnew::new))
                        .killedBy("RFC9293/3.10.7.4-TIME-WAIT")
                        .saying("shorter where it came by way of FIN-WAIT-2, and the peer's FIN came again,"),
                fault(
                                "time-wait-isn-by-the-clock",
                                "A connection out of TIME-WAIT begins where the clock is, however far the one before has got.",
                                reincarnation(ByTheClock::new))
                        .killedBy("RFC9293/MAY-2")
                        .saying("a number beyond all that the connection before has used"),
                fault(
                                "nearly-right-resets-count",
                                "A reset counts if its number is that of one of the next two octets.",
                                arrivals((tcb, seg) -> Optional.of(
                                        seg.has(TcpFlag.RST) && seg.seq().isWithin(tcb.rcvNxt, 2)
                                                ? seg.toBuilder()
                                                        .seq(tcb.rcvNxt)
                                                        .build()
                                                : seg)))
                        .killedBy("RFC5961/3.2-EXACT")
                        .saying("challenged one reset within its window, and believed or dropped another one"));
    }

    private static List<Fault> acknowledgments() {
        return List.of(
                fault(
                                "no-room-no-ack",
                                "While its window is closed, what has a length acknowledges nothing.",
                                arrivals((tcb, seg) -> Optional.of(
                                        tcb.rcvWnd == 0 && seg.len() > 0 && seg.has(TcpFlag.ACK)
                                                ? seg.toBuilder()
                                                        .ack(tcb.sndUna)
                                                        .build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.4-ALLOWANCE")
                        .saying("octets again that the peer has acknowledged"),
                fault(
                                "window-by-number-alone",
                                "A segment with a higher number updates the window, whatever it acknowledges.",
                                tcp(new ByNumberAlone()))
                        .killedBy("RFC9293/3.10.7.4-WINDOW")
                        .saying("that the application has sent"),
                fault("sack-rounded-up", "Each block is taken to end where a segment does.", arrival(RoundsUp::new))
                        .killedBy("RFC6675/5-HOLES")
                        .saying("waited for a timeout, though its peer had reported what is missing"));
    }

    private static List<Fault> questions() {
        return List.of(
                fault(
                                "answers-do-not-count",
                                "A keep-alive that was answered counts as one that was not.",
                                KeepAliveFaults.asking(AnswersDoNotCount::new))
                        .killedBy("RFC9293/MUST-26")
                        .saying("the endpoint's application was told that nobody answers"),
                fault(
                                "user-timeout-until-idle",
                                "The user timeout runs on as long as anything is under way, whatever is acknowledged.",
                                tcp(new UntilIdle()))
                        .killedBy("RFC9293/MUST-21")
                        .saying("the endpoint's application was told that nobody answers"),
                fault(
                                "learns-of-one-timeout",
                                "What a connection learns of its first timeout it never learns anew.",
                                tcp(CongestionFaults.window(LearnsOnce::new)))
                        .killedBy("RFC5681/FLIGHT-SIZE")
                        .saying("after a timeout the endpoint's congestion window grew faster"),
                fault(
                                "ecn-question-stands",
                                "Who has asked for ECN once has asked, though its last SYN took that back.",
                                EcnFaults.ecn(QuestionStands::new))
                        .killedBy("RFC3168/NEGOTIATED")
                        .saying("though the two ends have not agreed on ECN"),
                fault(
                                "time-exceeded-ends-the-attempt",
                                "Who opens a connection gives up when a router says that a packet was too old.",
                                IcmpFaults.errors(GivesUp::new))
                        .killedBy("RFC9293/MUST-56")
                        .saying("it was told that the connection failed"));
    }

    private static final class ShorterAnew extends SegmentArrives {
        ShorterAnew(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean again = is(turn.tcb, TcpState.TIME_WAIT) && seg.has(TcpFlag.FIN);
            super.segmentArrives(turn, seg);
            if (again && is(turn.tcb, TcpState.TIME_WAIT)) {
                turn.start(TimerKind.TIME_WAIT, MSL);
            }
        }
    }

    private static final class ByTheClock extends Reincarnation {
        @Override
        protected SeqNumber number(SeqNumber chosen, Tcb before) {
            return chosen;
        }
    }

    private static final class ByNumberAlone extends TcpParts {
        @Override
        public AckProcessing ackProcessing(Sender sender) {
            return new AckProcessing(sender, sackProcessing(sender)) {
                @Override
                protected void updateWindow(Turn turn, TcpSegment seg) {
                    Tcb tcb = turn.tcb;
                    if (seg.ack().isBefore(tcb.sndUna) && seg.seq().isAfter(tcb.sndWl1)) {
                        tcb.sndWnd = seg.window();
                    } else {
                        super.updateWindow(turn, seg);
                    }
                }
            };
        }
    }

    /** Where segments are full, and begin behind the handshake. */
    private static final class RoundsUp extends SegmentArrives {
        RoundsUp(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            List<TcpOption> options = seg.options().stream()
                    .map(option -> option instanceof Sack sack ? roundedUp(turn.tcb, sack) : option)
                    .toList();
            return super.fifthCheckAck(turn, seg.toBuilder().options(options).build());
        }

        private static TcpOption roundedUp(Tcb tcb, Sack sack) {
            return new Sack(sack.blocks().stream()
                    .map(block -> new Block(block.left(), endOfSegment(tcb, block.right())))
                    .toList());
        }

        private static SeqNumber endOfSegment(Tcb tcb, SeqNumber right) {
            int octets = right.minus(tcb.iss.plus(1));
            SeqNumber end = right.plus((tcb.sndMss - octets % tcb.sndMss) % tcb.sndMss);
            return end.isAfter(tcb.sndNxt) ? tcb.sndNxt : end;
        }
    }

    private static final class AnswersDoNotCount extends KeepAlive {
        private int asked;

        @Override
        protected void expired(Turn turn, Sender sender) {
            asked++;
            if (asked > most()) {
                turn.fail(TcpError.TIMED_OUT);
            } else {
                super.expired(turn, sender);
            }
        }
    }

    private static final class UntilIdle extends TcpParts {
        @Override
        public AckProcessing ackProcessing(Sender sender) {
            Map<Tcb, Duration> since = new WeakHashMap<>();
            return new AckProcessing(sender, sackProcessing(sender)) {
                @Override
                protected void advance(Turn turn, TcpSegment seg) {
                    super.advance(turn, seg);
                    Tcb tcb = turn.tcb;
                    if (tcb.sndUna.equals(tcb.sndNxt)) {
                        since.remove(tcb);
                    } else {
                        Duration begun = since.computeIfAbsent(tcb, t -> turn.now);
                        tcb.wishes
                                .userTimeout
                                .map(limit -> limit.minus(turn.now.minus(begun)))
                                .map(left -> left.isNegative() ? Duration.ZERO : left)
                                .ifPresent(left -> turn.start(TimerKind.USER, left));
                    }
                }
            };
        }
    }

    private static final class LearnsOnce extends CongestionWindow {
        private boolean learnt;

        @Override
        public void timedOut(int flight, int smss) {
            long known = threshold();
            super.timedOut(learnt ? (int) Math.min(2 * known, Integer.MAX_VALUE) : flight, smss);
            learnt = true;
        }
    }

    private static final class QuestionStands extends CongestionNotification {
        private boolean agreed;

        QuestionStands(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isSetup(TcpSegment syn) {
            boolean setup = super.isSetup(syn);
            agreed |= setup && syn.has(TcpFlag.ACK);
            return setup;
        }

        @Override
        protected boolean maySend() {
            return agreed || super.maySend();
        }
    }

    private static final class GivesUp extends IcmpErrorArrives {
        GivesUp(Sender sender) {
            super(sender);
        }

        @Override
        public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
            if (error instanceof TimeExceeded && is(turn.tcb, TcpState.SYN_SENT)) {
                turn.fail(TcpError.UNREACHABLE);
            } else {
                super.errorArrives(turn, error, seq);
            }
        }
    }
}
