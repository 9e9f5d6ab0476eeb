package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.RetransmissionTimeout;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stacks whose retransmission timer does not run when it should (RFC 6298 section 5). */
final class TimerFaults {
    private TimerFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "timer-of-the-oldest",
                                "An acknowledgment of something new leaves the timer as it is, while anything is under way.",
                                tcp(new OfTheOldest()))
                        .killedBy("RFC6298/ANEW")
                        .saying("sent the rest again only", "a timer that begins anew"),
                fault(
                                "timer-with-each-segment",
                                "With each segment that leaves the timer begins anew.",
                                sender(WithEachSegment::new))
                        .killedBy("RFC6298/GOES-ON")
                        .saying("before it sent its first segment again", "a timer that runs goes on"),
                fault(
                                "never-collapses",
                                "What was doubled stays doubled, however fast the answers come.",
                                timeout(NeverCollapses::new))
                        .killedBy("RFC6298/COLLAPSE")
                        .saying("though the last one had come at once"),
                fault(
                                "forgets-lost-syn",
                                "Once the handshake is complete nobody remembers that the SYN was lost.",
                                timeout(ForgetsLostSyn::new))
                        .killedBy("RFC6298/LOST-SYN")
                        .saying("the endpoint waited only 2000 ms"));
    }

    private static Function<Host, Stack> timeout(Supplier<RetransmissionTimeout> timeout) {
        return tcp(new TcpParts() {
            @Override
            public RetransmissionTimeout retransmissionTimeout() {
                return timeout.get();
            }
        });
    }

    private static final class OfTheOldest extends TcpParts {
        @Override
        public FastRecovery fastRecovery(CongestionWindow window) {
            return new FastRecovery(window) {
                @Override
                public boolean restartsTimer() {
                    return false;
                }
            };
        }
    }

    private static final class WithEachSegment extends Sender {
        @Override
        public void sendWhatMayBeSent(Turn turn) {
            SeqNumber before = turn.tcb.sndNxt;
            super.sendWhatMayBeSent(turn);
            if (turn.tcb.sndNxt.isAfter(before)) {
                turn.start(TimerKind.RETRANSMISSION, turn.tcb.rto.value());
            }
        }
    }

    private static final class NeverCollapses extends RetransmissionTimeout {
        private Duration longest = Duration.ZERO;

        @Override
        public Duration value() {
            return longest.compareTo(super.value()) > 0 ? longest : super.value();
        }

        @Override
        public void backOff() {
            super.backOff();
            longest = value();
        }
    }

    private static final class ForgetsLostSyn extends RetransmissionTimeout {
        @Override
        public void establishedAfterLostSyn() {
            // As if nothing had happened.
        }
    }
}
