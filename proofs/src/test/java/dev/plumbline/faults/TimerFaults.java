package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.RetransmissionTimeout;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stacks whose retransmission timer does not run when it should (RFC 6298 sections 2, 3 and 5). */
final class TimerFaults {
    private TimerFaults() {}

    static List<Fault> all() {
        return Stream.of(running(), measuring()).flatMap(List::stream).toList();
    }

    private static List<Fault> running() {
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

    private static List<Fault> measuring() {
        return List.of(
                fault(
                                "srtt-before-rttvar",
                                "SRTT is updated first, and RTTVAR from what it has become.",
                                timeout(SrttFirst::new))
                        .killedBy("RFC6298/ESTIMATE")
                        .saying("by the round trips before it should have been", "from the SRTT of before"),
                fault(
                                "lost-syn-is-a-round-trip",
                                "The answer to a SYN that was sent again is measured from the first one on.",
                                timeout(MeasuresLostSyn::new))
                        .killedBy("RFC9293/MUST-18")
                        .saying("though the last one had come at once"),
                fault(
                                "crossed-syn-is-a-round-trip",
                                "The answer to a SYN that has crossed the peer's is measured from the first one on.",
                                sender(MeasuresCrossedSyn::new))
                        .killedBy("RFC9293/MUST-18")
                        .saying("three times as long as it had taken until its SYN was answered"),
                fault(
                                "duplicates-are-an-answer",
                                "The time until a segment is sent again for three duplicates is taken for a round trip.",
                                sender(DuplicatesAnswer::new))
                        .killedBy("RFC9293/MUST-18")
                        .saying("after it had sent everything twice"),
                fault(
                                "one-timeout-for-all",
                                "All connections have one retransmission timeout, whoever's answers it comes from.",
                                host -> tcp(new OneForAll()).apply(host))
                        .killedBy("RFC9293/3.4.1-NOTHING-LEFT")
                        .saying("the endpoint waited 4000 ms", "as in the first connection"));
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

    private static final class SrttFirst extends RetransmissionTimeout {
        private @Nullable Duration srtt;
        private Duration rttvar = Duration.ZERO;
        private Duration rto = MINIMUM;

        @Override
        public void measured(Duration r) {
            super.measured(r);
            Duration before = srtt;
            srtt = before == null ? r : before.multipliedBy(7).plus(r).dividedBy(8);
            rttvar = before == null
                    ? r.dividedBy(2)
                    : rttvar.multipliedBy(3).plus(srtt.minus(r).abs()).dividedBy(4);
            rto = bounded(srtt.plus(rttvar.multipliedBy(4)));
        }

        @Override
        public void backOff() {
            super.backOff();
            rto = bounded(rto.multipliedBy(2));
        }

        @Override
        public void establishedAfterLostSyn() {
            super.establishedAfterLostSyn();
            rto = super.value();
        }

        @Override
        public Duration value() {
            return rto;
        }

        private static Duration bounded(Duration value) {
            return value.compareTo(MINIMUM) < 0 ? MINIMUM : value.compareTo(MAXIMUM) > 0 ? MAXIMUM : value;
        }
    }

    private static final class MeasuresLostSyn extends RetransmissionTimeout {
        private Duration waited = Duration.ZERO;

        @Override
        public void backOff() {
            waited = waited.plus(value());
            super.backOff();
        }

        @Override
        public void establishedAfterLostSyn() {
            measured(waited);
        }
    }

    private static final class MeasuresCrossedSyn extends Sender {
        private final IdentityHashMap<Tcb, Duration> asked = new IdentityHashMap<>();
        private final IdentityHashMap<Tcb, Duration> crossed = new IdentityHashMap<>();

        @Override
        public void syn(Turn turn) {
            if (turn.tcb.state == TcpState.SYN_SENT) {
                asked.putIfAbsent(turn.tcb, turn.now);
            } else if (asked.containsKey(turn.tcb)) {
                crossed.put(turn.tcb, asked.get(turn.tcb));
            }
            super.syn(turn);
        }

        @Override
        public void sendWhatMayBeSent(Turn turn) {
            if (turn.tcb.state == TcpState.ESTABLISHED && crossed.containsKey(turn.tcb)) {
                turn.tcb.rto.measured(turn.now.minus(crossed.remove(turn.tcb)));
            }
            super.sendWhatMayBeSent(turn);
        }
    }

    private static final class DuplicatesAnswer extends Sender {
        private final IdentityHashMap<Tcb, Duration> sent = new IdentityHashMap<>();

        @Override
        public void sendWhatMayBeSent(Turn turn) {
            SeqNumber before = turn.tcb.sndNxt;
            super.sendWhatMayBeSent(turn);
            if (turn.tcb.sndNxt.isAfter(before)) {
                sent.put(turn.tcb, turn.now);
            }
        }

        @Override
        public void retransmit(Turn turn) {
            Duration since = turn.now.minus(sent.getOrDefault(turn.tcb, Duration.ZERO));
            super.retransmit(turn);
            if (since.compareTo(turn.tcb.rto.value()) < 0) {
                turn.tcb.rto.measured(since);
            }
        }
    }

    private static final class OneForAll extends TcpParts {
        private final RetransmissionTimeout one = new RetransmissionTimeout();

        @Override
        public RetransmissionTimeout retransmissionTimeout() {
            return one;
        }
    }
}
