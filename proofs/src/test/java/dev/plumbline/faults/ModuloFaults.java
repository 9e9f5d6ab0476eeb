package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Stacks that take sequence numbers for ordinary ones, or choose them as it pleases (RFC 9293 section 3.4). */
final class ModuloFaults {
    private static final String PEERS_NUMBER = "the peer's initial sequence number";

    private ModuloFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "window-without-wrap",
                                "Whether a segment is newer than the last window's is asked of the bare numbers.",
                                acks(WindowWithoutWrap::new))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying("the peer receives exactly the", "the peer's numbers pass 4294967295")
                        .dependingOn(PEERS_NUMBER),
                fault("signed-window", "The same with signed numbers.", acks(SignedWindow::new))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying("the peer receives exactly the", "the peer's numbers pass 2147483647")
                        .dependingOn(PEERS_NUMBER),
                fault(
                                "acks-without-wrap",
                                "Whether an acknowledgment is new is asked of the bare numbers.",
                                acks(AcksWithoutWrap::new))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying(
                                "octets again that the peer has acknowledged",
                                "the endpoint's numbers pass 4294967295"),
                fault("signed-acks", "The same with signed numbers.", acks(SignedAcks::new))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying(
                                "octets again that the peer has acknowledged",
                                "the endpoint's numbers pass 2147483647"),
                fault(
                                "slow-isn-clock",
                                "The clock of the initial sequence numbers ticks every four milliseconds.",
                                isn(now -> now.dividedBy(1000)))
                        .killedBy("RFC9293/SHLD-1")
                        .saying(
                                "2501 higher than that of the SYN 10 s before",
                                "a clock of 4 microseconds ticks 2501250 times"),
                fault(
                                "isn-clock-backwards",
                                "The clock of the initial sequence numbers runs backwards.",
                                isn(now -> Duration.ofDays(10).minus(now)))
                        .killedBy("RFC9293/SHLD-1")
                        .saying("2501250 lower than that of the SYN 10 s before"));
    }

    private static Function<Host, Stack> acks(Function<Sender, AckProcessing> rules) {
        return tcp(new TcpParts() {
            @Override
            public AckProcessing ackProcessing(Sender sender) {
                return rules.apply(sender);
            }
        });
    }

    /** The clock shows another time. */
    private static Function<Host, Stack> isn(UnaryOperator<Duration> time) {
        return tcp(new TcpParts() {
            @Override
            public IsnGenerator isnGenerator(RandomGenerator random) {
                return new IsnGenerator(random.nextLong(), random.nextLong()) {
                    @Override
                    public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
                        return super.choose(local, remote, time.apply(now));
                    }
                };
            }
        });
    }

    private static final class WindowWithoutWrap extends AckProcessing {
        WindowWithoutWrap(Sender sender) {
            super(sender);
        }

        @Override
        protected void updateWindow(Turn turn, TcpSegment seg) {
            if (turn.tcb.sndWl1.value() <= seg.seq().value()) {
                super.updateWindow(turn, seg);
            }
        }
    }

    private static final class SignedWindow extends AckProcessing {
        SignedWindow(Sender sender) {
            super(sender);
        }

        @Override
        protected void updateWindow(Turn turn, TcpSegment seg) {
            if (turn.tcb.sndWl1.bits() <= seg.seq().bits()) {
                super.updateWindow(turn, seg);
            }
        }
    }

    private static final class AcksWithoutWrap extends AckProcessing {
        AcksWithoutWrap(Sender sender) {
            super(sender);
        }

        @Override
        public boolean process(Turn turn, TcpSegment seg) {
            boolean old = seg.ack().value() < turn.tcb.sndUna.value();
            return super.process(turn, old ? acknowledgingNothing(turn, seg) : seg);
        }
    }

    private static final class SignedAcks extends AckProcessing {
        SignedAcks(Sender sender) {
            super(sender);
        }

        @Override
        public boolean process(Turn turn, TcpSegment seg) {
            boolean old = seg.ack().bits() < turn.tcb.sndUna.bits();
            return super.process(turn, old ? acknowledgingNothing(turn, seg) : seg);
        }
    }

    /** A duplicate, for all that such a stack can tell. */
    private static TcpSegment acknowledgingNothing(Turn turn, TcpSegment seg) {
        return seg.toBuilder().ack(turn.tcb.sndUna).build();
    }
}
