package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.RetransmissionTimeout;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stacks that send too fast, or again too soon (RFC 5681 section 3, RFC 6298 section 2). */
final class CongestionFaults {
    private CongestionFaults() {}

    static List<Fault> all() {
        return Stream.of(windows(), recoveries(), timeouts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> windows() {
        return List.of(
                fault(
                                "doubles-with-each-ack",
                                "Each acknowledgment doubles the congestion window.",
                                tcp(window(DoublesWithEachAck::new)))
                        .killedBy("RFC5681/SLOW-START")
                        .saying("grew faster than the peer acknowledged octets"),
                fault("counts-acks", "Each acknowledgment is worth a segment.", tcp(window(CountsAcks::new)))
                        .killedBy("RFC5681/ACK-DIVISION")
                        .saying("grew faster than the peer acknowledged octets"),
                fault(
                                "all-again",
                                "After a timeout everything that was under way leaves again at once.",
                                tcp(window(AllAgain::new)))
                        .killedBy("RFC5681/LOSS-WINDOW")
                        .saying("octets after a timeout, before it heard anything"),
                fault("never-avoids", "There is slow start, and nothing after it.", tcp(window(NeverAvoids::new)))
                        .killedBy("RFC5681/AVOIDANCE")
                        .saying("grew faster than congestion avoidance has it"),
                fault(
                                "no-restart",
                                "After a pause it goes on as fast as it has been before.",
                                tcp(window(NoRestart::new)))
                        .killedBy("RFC5681/RESTART")
                        .saying("after it had been silent for long"),
                fault(
                                "ack-is-no-pause",
                                "A pause ends with any segment that it sends, an acknowledgment, too.",
                                tcp(new AckIsNoPause()))
                        .killedBy("RFC5681/RESTART")
                        .saying("after it had been silent for long"));
    }

    private static List<Fault> recoveries() {
        return List.of(
                fault(
                                "no-limited-transmit",
                                "The first two duplicates are counted, and nothing else.",
                                tcp(new NoLimitedTransmit()))
                        .killedBy("RFC5681/LIMITED-TRANSMIT")
                        .saying("the endpoint sent 0 new octets for two duplicate acknowledgments"),
                fault(
                                "anything-is-duplicate",
                                "Whatever repeats an acknowledgment number is a duplicate.",
                                tcp(new AnythingIsDuplicate()))
                        .killedBy("RFC5681/DUPLICATE")
                        .saying("though no acknowledgment came three times more"),
                fault(
                                "counts-on",
                                "An acknowledgment of something new does not end the count of duplicates.",
                                tcp(new CountsOn()))
                        .killedBy("RFC5681/DUPLICATE")
                        .saying("though no acknowledgment came three times more"));
    }

    private static List<Fault> timeouts() {
        return List.of(
                fault(
                                "hasty-at-first",
                                "Before anything was measured it waits for a fifth of a second.",
                                tcp(timeout(HastyAtFirst::new)))
                        .killedBy("RFC6298/FIRST-VALUE")
                        .saying("waited only 200 ms"),
                fault(
                                "forgets-back-off",
                                "Any acknowledgment takes the back-off back, measured or not.",
                                tcp(new ForgetsBackOff()))
                        .killedBy("RFC9293/MUST-18")
                        .saying("2 times, though it could know by then how long answers take"),
                fault(
                                "never-measures",
                                "Its timeout is a second, whatever was measured.",
                                tcp(timeout(NeverMeasures::new)))
                        .killedBy("RFC6298/ESTIMATE")
                        .saying("2 times, though it could know by then how long answers take"));
    }

    static TcpParts window(Supplier<CongestionWindow> window) {
        return new TcpParts() {
            @Override
            public CongestionWindow congestionWindow() {
                return window.get();
            }
        };
    }

    private static TcpParts timeout(Supplier<RetransmissionTimeout> timeout) {
        return new TcpParts() {
            @Override
            public RetransmissionTimeout retransmissionTimeout() {
                return timeout.get();
            }
        };
    }

    private static final class DoublesWithEachAck extends CongestionWindow {
        @Override
        protected void slowStart(int octets, int smss) {
            int window = (int) Math.min(octets(), Tcb.BUFFER);
            super.slowStart(window, window);
        }
    }

    private static final class CountsAcks extends CongestionWindow {
        @Override
        protected void slowStart(int octets, int smss) {
            super.slowStart(smss, smss);
        }
    }

    private static final class AllAgain extends CongestionWindow {
        @Override
        public void timedOut(int flight, int smss) {
            // As if nothing had happened.
        }
    }

    private static final class NeverAvoids extends CongestionWindow {
        @Override
        protected void avoidCongestion(int octets, int smss) {
            slowStart(octets, smss);
        }
    }

    private static final class NoRestart extends CongestionWindow {
        @Override
        public void restartAfterIdle(int smss) {
            // What was true before the pause is true after it.
        }
    }

    /** Remembers for each connection when it last sent anything at all. */
    private static final class AckIsNoPause extends TcpParts {
        @Override
        public Sender sender() {
            Map<Tcb, Duration> last = new WeakHashMap<>();
            return new Sender() {
                @Override
                public void acknowledge(Turn turn) {
                    last.put(turn.tcb, turn.now);
                    super.acknowledge(turn);
                }

                @Override
                protected void restartAfterIdle(Turn turn) {
                    Duration since = turn.now.minus(last.getOrDefault(turn.tcb, Duration.ZERO));
                    if (since.compareTo(turn.tcb.rto.value()) > 0) {
                        super.restartAfterIdle(turn);
                    }
                }
            };
        }
    }

    private static final class CountsOn extends TcpParts {
        @Override
        public FastRecovery fastRecovery(CongestionWindow window) {
            return new FastRecovery(window) {
                private int count;

                @Override
                public boolean duplicate(Tcb tcb) {
                    count++;
                    boolean third = super.duplicate(tcb) || count == THRESHOLD;
                    count = third ? 0 : count;
                    return third;
                }
            };
        }
    }

    private static final class NoLimitedTransmit extends TcpParts {
        @Override
        public FastRecovery fastRecovery(CongestionWindow window) {
            return new FastRecovery(window) {
                @Override
                public long allowed() {
                    return window.octets();
                }
            };
        }
    }

    private static final class AnythingIsDuplicate extends TcpParts {
        @Override
        public FastRecovery fastRecovery(CongestionWindow window) {
            return new FastRecovery(window) {
                @Override
                protected boolean isDuplicate(Tcb tcb, TcpSegment seg) {
                    return tcb.isOutstanding() && seg.ack().equals(tcb.sndUna);
                }
            };
        }
    }

    private static final class HastyAtFirst extends RetransmissionTimeout {
        @Override
        public Duration value() {
            return smoothed().isEmpty() ? super.value().dividedBy(5) : super.value();
        }
    }

    private static final class NeverMeasures extends RetransmissionTimeout {
        @Override
        public void measured(Duration r) {
            super.measured(Duration.ofMillis(1));
        }
    }

    private static final class BackedOff extends RetransmissionTimeout {
        private int times;

        @Override
        public Duration value() {
            return super.value().multipliedBy(1L << Math.min(times, 6));
        }

        @Override
        public void backOff() {
            times++;
        }

        void forget() {
            times = 0;
        }
    }

    private static final class ForgetsBackOff extends TcpParts {
        @Override
        public RetransmissionTimeout retransmissionTimeout() {
            return new BackedOff();
        }

        @Override
        public AckProcessing ackProcessing(Sender sender) {
            return new AckProcessing(sender) {
                @Override
                protected void advance(Turn turn, TcpSegment seg) {
                    ((BackedOff) turn.tcb.rto).forget();
                    super.advance(turn, seg);
                }
            };
        }
    }
}
