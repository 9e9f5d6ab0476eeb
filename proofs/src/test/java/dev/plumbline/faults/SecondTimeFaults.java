package dev.plumbline.faults;

import static dev.plumbline.faults.CongestionFaults.window;
import static dev.plumbline.faults.EcnFaults.ecn;
import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.RecoveryFaults.recovery;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.CongestionNotification;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.ReceiveQueue;
import dev.plumbline.reference.tcp.Reincarnation;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timestamping;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Stacks that do right what they do alone or for the first time, and are wrong where something else was or is beside it. */
final class SecondTimeFaults {
    private SecondTimeFaults() {}

    static List<Fault> all() {
        return Stream.of(losses(), timeouts(), opening(), neighbours(), queues())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> losses() {
        return List.of(
                fault(
                                "one-fast-retransmit",
                                "That a loss is being repaired is noted, and never crossed out.",
                                tcp(recovery(RepairsOnce::new)))
                        .killedBy("RFC5681/FAST-RETRANSMIT")
                        .saying("the lost segment"),
                fault(
                                "inflates-twice",
                                "Each duplicate lets two segments leave while a loss is repaired.",
                                tcp(window(InflatesTwice::new)))
                        .killedBy("RFC5681/WHILE-REPAIRING")
                        .saying("the endpoint put more under way than had left the network"),
                fault(
                                "never-deflates",
                                "What is acknowledged while losses are repaired makes the window no smaller.",
                                tcp(window(NeverDeflates::new)))
                        .killedBy("RFC5681/WHILE-REPAIRING")
                        .saying("less what is acknowledged meanwhile"),
                fault(
                                "adds-back-for-crumbs",
                                "Each acknowledgment of a part lets a segment leave, however little it covers.",
                                tcp(window(AddsBackAlways::new)))
                        .killedBy("RFC5681/WHILE-REPAIRING")
                        .saying("less what is acknowledged meanwhile"),
                fault(
                                "blocks-cost-nothing",
                                "A loss that blocks tell of is repaired, and the window stays as it is.",
                                tcp(window(NeverLowers::new)))
                        .killedBy("RFC5681/RECOVERY")
                        .saying("the endpoint went on as if there had been none"));
    }

    private static List<Fault> timeouts() {
        return List.of(
                fault(
                                "first-timeout-forgiven",
                                "The first timeout is an accident; with the second one slow start ends at half.",
                                tcp(window(ForgivesOne::new)))
                        .killedBy("RFC5681/AVOIDANCE")
                        .saying("grew faster than congestion avoidance has it"),
                fault(
                                "timer-runs-on-after-repair",
                                "Once a loss was repaired, acknowledgments begin no timer anew.",
                                tcp(recovery(RunsOn::new)))
                        .killedBy("RFC6298/ANEW")
                        .saying("after something new was acknowledged"),
                fault(
                                "part-begins-no-timer",
                                "While a loss is repaired the timer runs on until all of it is repaired.",
                                tcp(recovery(RunsOnMeanwhile::new)))
                        .killedBy("RFC6298/ANEW")
                        .saying("after something new was acknowledged"),
                fault(
                                "stamps-tell-no-time",
                                "With timestamps no round trip is measured, neither by them nor by a clock.",
                                ExtensionFaults.stamps(StampsTellNothing::new))
                        .killedBy("RFC6298/COLLAPSE")
                        .saying("though the last one had come at once"));
    }

    private static List<Fault> opening() {
        return List.of(
                fault(
                                "syn-before-reset",
                                "A client looks for SYN first, and answers one that is a reset as well.",
                                arrivals((tcb, seg) -> Optional.of(isSynAndReset(tcb, seg) ? withoutReset(seg) : seg)))
                        .killedBy("RFC9293/3.10.7.3-RST")
                        .saying("the connection is not in SYN-SENT"),
                fault(
                                "ecn-once-asked",
                                "Who has asked for ECN once wants it, whatever it says later.",
                                ecn(OnceAsked::new))
                        .killedBy("RFC3168/TAKEN-BACK")
                        .saying("though its peer has sent a SYN that asks for no ECN"),
                fault(
                                "isn-without-a-secret",
                                "The first number is made of the clock and a hash of the two sockets, and of nothing else.",
                                tcp(new WithoutSecret()))
                        .killedBy("RFC9293/MUST-9")
                        .saying("computes from the sockets and the time"),
                fault(
                                "isn-of-ports",
                                "The first number depends on the clock, a secret and the two ports.",
                                tcp(new OfPorts()))
                        .killedBy("RFC9293/3.4.1-SECRET")
                        .saying("all begin with numbers that lie close to one another"));
    }

    private static List<Fault> neighbours() {
        return List.of(
                fault("one-listener", "One application may wait for connections; others are refused.", around(One::new))
                        .killedBy("RFC9293/MUST-42")
                        .saying("the stack refused a call of its application", "PORT_IN_USE"),
                fault(
                                "servers-are-no-clients",
                                "Where an application waits for connections all ports count as taken.",
                                around(NoClients::new))
                        .killedBy("PORT-5")
                        .saying("the stack refused a call of its application", "PORT_IN_USE"));
    }

    private static List<Fault> queues() {
        return List.of(
                fault(
                                "overlaps-lost",
                                "Of a piece that begins within another one behind a gap nothing is kept.",
                                DeliveryFaults.queue(LosesOverlaps::new))
                        .killedBy("RFC9293/SHLD-31")
                        .saying("everything that the peer has sent"),
                fault(
                                "old-connection-forgotten",
                                "A SYN out of TIME-WAIT has what was before forgotten at once.",
                                TimeWaitFaults.reincarnation(ForgetsOld::new))
                        .killedBy("RFC9293/3.6.1-RETURNS")
                        .saying("the connection is not in TIME-WAIT"));
    }

    private static boolean isSynAndReset(Tcb tcb, TcpSegment seg) {
        return is(tcb, TcpState.SYN_SENT) && seg.has(TcpFlag.SYN) && seg.has(TcpFlag.RST) && !seg.has(TcpFlag.ACK);
    }

    private static TcpSegment withoutReset(TcpSegment seg) {
        return seg.toBuilder().flags(seg.flags().without(TcpFlag.RST)).build();
    }

    private static final class RepairsOnce extends FastRecovery {
        private boolean repaired;

        RepairsOnce(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean duplicate(Tcb tcb) {
            boolean lost = super.duplicate(tcb);
            boolean again = repaired && lost;
            repaired |= lost;
            return lost && !again;
        }
    }

    private static final class RunsOn extends FastRecovery {
        private boolean repaired;

        RunsOn(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean duplicate(Tcb tcb) {
            boolean lost = super.duplicate(tcb);
            repaired |= lost;
            return lost;
        }

        @Override
        public boolean restartsTimer() {
            return !repaired && super.restartsTimer();
        }
    }

    private static final class RunsOnMeanwhile extends FastRecovery {
        private boolean part;

        RunsOnMeanwhile(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean acknowledged(Tcb tcb, int octets) {
            part = super.acknowledged(tcb, octets);
            return part;
        }

        @Override
        public boolean restartsTimer() {
            return !part;
        }
    }

    private static final class AddsBackAlways extends CongestionWindow {
        @Override
        public void deflate(int octets, int smss) {
            super.deflate(octets, smss);
            if (octets < smss) {
                inflate(smss);
            }
        }
    }

    private static final class InflatesTwice extends CongestionWindow {
        @Override
        public void inflate(int smss) {
            super.inflate(2 * smss);
        }
    }

    private static final class NeverDeflates extends CongestionWindow {
        @Override
        public void deflate(int octets, int smss) {
            // It stays as it is.
        }
    }

    private static final class NeverLowers extends CongestionWindow {
        @Override
        public void lower(int flight, int smss) {
            // It stays as it is.
        }
    }

    private static final class ForgivesOne extends CongestionWindow {
        private boolean again;

        @Override
        public void acknowledged(int octets, int smss) {
            again = false;
            super.acknowledged(octets, smss);
        }

        @Override
        public void timedOut(int flight, int smss) {
            boolean first = !again;
            again = true;
            super.acknowledged(0, smss);
            super.timedOut(first ? Integer.MAX_VALUE : flight, smss);
        }
    }

    private static final class StampsTellNothing extends Timestamping {
        StampsTellNothing(int offset) {
            super(offset);
        }

        @Override
        protected Optional<Duration> roundTrip(TcpSegment seg, Duration now) {
            return Optional.empty();
        }
    }

    private static final class OnceAsked extends CongestionNotification {
        private boolean asked;

        OnceAsked(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isSetup(TcpSegment syn) {
            asked |= super.isSetup(syn);
            return asked;
        }
    }

    private static final class WithoutSecret extends TcpParts {
        @Override
        public IsnGenerator isnGenerator(RandomGenerator random) {
            return new IsnGenerator(1, 2);
        }
    }

    private static final class OfPorts extends TcpParts {
        private static final Ipv4Address NOWHERE = new Ipv4Address(0);

        @Override
        public IsnGenerator isnGenerator(RandomGenerator random) {
            return new IsnGenerator(random.nextLong(), random.nextLong()) {
                @Override
                public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
                    return super.choose(port(local), port(remote), now);
                }
            };
        }

        private static SocketAddress port(SocketAddress socket) {
            return new SocketAddress(NOWHERE, socket.port());
        }
    }

    private static final class LosesOverlaps extends ReceiveQueue {
        private final TreeMap<Long, Integer> held = new TreeMap<>();
        private long next;

        @Override
        public void hold(int ahead, Octets data) {
            long at = next + ahead;
            Map.Entry<Long, Integer> before = held.lowerEntry(at);
            if (before == null || before.getKey() + before.getValue() <= at) {
                held.put(at, data.length());
                super.hold(ahead, data);
            }
        }

        @Override
        public int advance() {
            int octets = super.advance();
            next += octets;
            return octets;
        }
    }

    private static final class ForgetsOld extends Reincarnation {
        @Override
        public boolean isAskedFor(Tcb tcb, TcpSegment seg) {
            boolean asked = super.isAskedFor(tcb, seg);
            tcb.state = asked ? TcpState.CLOSED : tcb.state;
            return asked;
        }
    }

    private static final class One extends ChangedStack {
        private boolean taken;

        One(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            if (taken) {
                throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "TCP port " + port);
            }
            taken = true;
            return super.listen(port, acceptor);
        }
    }

    private static final class NoClients extends ChangedStack {
        private boolean taken;

        NoClients(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            taken = true;
            return super.listen(port, acceptor);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            if (taken && local.equals(Port.ANY)) {
                throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "TCP port " + local);
            }
            return super.connect(local, remote, handler);
        }
    }
}
