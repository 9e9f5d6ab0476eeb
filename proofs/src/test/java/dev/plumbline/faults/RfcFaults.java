package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Stacks whose TCP breaks a rule that the lesson does not teach. */
final class RfcFaults {
    private RfcFaults() {}

    static List<Fault> all() {
        return Stream.of(opening(), windows()).flatMap(List::stream).toList();
    }

    private static List<Fault> opening() {
        return List.of(
                fault(
                                "crossing-new-number",
                                "When SYNs cross, it answers with a number of another connection.",
                                host -> segmentsOut(new NewNumber()).apply(host))
                        .killedBy("RFC9293/MUST-10")
                        .saying("which is 1000 too high", "that of the SYN that the endpoint has sent before"),
                fault(
                                "reset-with-ack",
                                "A reset has the ACK bit, whatever it answers.",
                                segmentsOut(s -> s.has(TcpFlag.RST)
                                        ? s.toBuilder()
                                                .flags(s.flags().with(TcpFlag.ACK))
                                                .build()
                                        : s))
                        .killedBy("HS-6", "HS-2", "HS-3")
                        .saying("it has ACK"),
                fault("constant-isn", "Every connection begins with the number 6510.", tcp(new ConstantIsn()))
                        .killedBy("RFC9293/MUST-8")
                        .saying("both have the number 6510"),
                fault("syn-one-minute", "After a minute without an answer it gives up.", sender(OneMinute::new))
                        .killedBy("RFC9293/MUST-23")
                        .saying("the endpoint gave up after 60 seconds"),
                fault(
                                "listening-ends-it",
                                "Who listens on a port anew ends the connections there.",
                                around(Forgets::new))
                        .killedBy("RFC9293/MUST-41")
                        .saying("the endpoint's application receives exactly", "nothing"));
    }

    private static List<Fault> windows() {
        return List.of(
                fault(
                                "default-mss-1460",
                                "A peer that names no MSS is taken for one on an Ethernet.",
                                segmentsIn(s -> s.has(TcpFlag.SYN)
                                                && s.option(MaximumSegmentSize.class)
                                                        .isEmpty()
                                        ? s.toBuilder()
                                                .options(List.of(new MaximumSegmentSize(1460)))
                                                .build()
                                        : s))
                        .killedBy("RFC9293/MUST-15")
                        .saying("but the peer takes only 536"),
                fault(
                                "closed-is-open",
                                "A window of zero is taken for a slip of the pen.",
                                segmentsIn(s -> s.window() == 0 && !s.has(TcpFlag.RST)
                                        ? s.toBuilder().window(1000).build()
                                        : s))
                        .killedBy("RFC9293/MUST-36", "RFC9293/WINDOW")
                        .saying("beyond the window that the peer has offered"),
                fault("shrinking-ends-it", "A window that shrinks ends the connection.", arrival(ShrinkingEndsIt::new))
                        .killedBy("RFC9293/MUST-34")
                        .saying("the stack refused a call of its application", "SEND in CLOSED"),
                fault("probes-full-only", "Only a window that was used up is probed.", sender(ProbesFullOnly::new))
                        .killedBy("RFC9293/MUST-35")
                        .saying("a segment that makes the peer say how large its window is", "nothing"));
    }

    /** Between two ports the SYN and ACK has another number than the SYN before. */
    private static final class NewNumber implements UnaryOperator<TcpSegment> {
        private final Set<List<Port>> asked = new HashSet<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            List<Port> ports = List.of(segment.sourcePort(), segment.destinationPort());
            if (segment.has(TcpFlag.SYN) && !segment.has(TcpFlag.ACK)) {
                asked.add(ports);
            }
            return segment.has(TcpFlag.SYN) && segment.has(TcpFlag.ACK) && asked.contains(ports)
                    ? segment.toBuilder().seq(segment.seq().plus(1000)).build()
                    : segment;
        }
    }

    private static final class ConstantIsn extends TcpParts {
        @Override
        public IsnGenerator isnGenerator(RandomGenerator random) {
            return new IsnGenerator(0, 0) {
                @Override
                public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
                    return SeqNumber.of(6510);
                }
            };
        }
    }

    private static final class OneMinute extends Sender {
        @Override
        public void syn(Turn turn) {
            turn.startUnlessRunning(TimerKind.USER, Duration.ofMinutes(1));
            super.syn(turn);
        }
    }

    /** Its connections are listed by nothing but their port. */
    private static final class Forgets extends ChangedStack {
        private final List<TcpConnection> connections = new ArrayList<>();

        Forgets(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            connections.stream().filter(c -> c.local().port().equals(port)).forEach(TcpConnection::abort);
            return super.listen(port, connection -> {
                connections.add(connection);
                return acceptor.accepted(connection);
            });
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            TcpConnection connection = super.connect(local, remote, handler);
            connections.add(connection);
            return connection;
        }
    }

    private static final class ShrinkingEndsIt extends SegmentArrives {
        ShrinkingEndsIt(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            SeqNumber edge = tcb.sndUna.plus(tcb.sndWnd);
            boolean shrinks =
                    seg.has(TcpFlag.ACK) && seg.ack().plus(seg.window()).isBefore(edge);
            super.segmentArrives(turn, seg);
            if (shrinks && tcb.isSynAcknowledged() && seg.window() == 0) {
                turn.fail(TcpError.TIMED_OUT);
            }
        }
    }

    private static final class ProbesFullOnly extends Sender {
        @Override
        protected void armTimers(Turn turn) {
            super.armTimers(turn);
            if (turn.tcb.sndWnd == 0 && turn.tcb.sndNxt.equals(turn.tcb.iss.plus(1))) {
                turn.stop(TimerKind.PROBE);
            }
        }
    }
}
