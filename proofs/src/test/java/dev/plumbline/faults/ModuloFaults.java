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
import java.util.function.ToLongFunction;
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
                                acks(sender -> new WindowByNumber(sender, SeqNumber::value)))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying("the peer receives exactly the", "the peer's numbers pass 4294967295")
                        .dependingOn(PEERS_NUMBER),
                fault(
                                "signed-window",
                                "The same with signed numbers.",
                                acks(sender -> new WindowByNumber(sender, SeqNumber::bits)))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying("the peer receives exactly the", "the peer's numbers pass 2147483647")
                        .dependingOn(PEERS_NUMBER),
                fault(
                                "acks-without-wrap",
                                "Whether an acknowledgment is new is asked of the bare numbers.",
                                acks(sender -> new AcksByNumber(sender, SeqNumber::value)))
                        .killedBy("RFC9293/3.4-MODULO")
                        .saying(
                                "octets again that the peer has acknowledged",
                                "the endpoint's numbers pass 4294967295"),
                fault(
                                "signed-acks",
                                "The same with signed numbers.",
                                acks(sender -> new AcksByNumber(sender, SeqNumber::bits)))
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

    /** SND.WL1 is compared as this number says. */
    private static final class WindowByNumber extends AckProcessing {
        private final ToLongFunction<SeqNumber> number;

        WindowByNumber(Sender sender, ToLongFunction<SeqNumber> number) {
            super(sender);
            this.number = number;
        }

        @Override
        protected void updateWindow(Turn turn, TcpSegment seg) {
            if (number.applyAsLong(turn.tcb.sndWl1) <= number.applyAsLong(seg.seq())) {
                super.updateWindow(turn, seg);
            }
        }
    }

    /** SND.UNA is compared as this number says. */
    private static final class AcksByNumber extends AckProcessing {
        private final ToLongFunction<SeqNumber> number;

        AcksByNumber(Sender sender, ToLongFunction<SeqNumber> number) {
            super(sender);
            this.number = number;
        }

        @Override
        public boolean process(Turn turn, TcpSegment seg) {
            boolean old = number.applyAsLong(seg.ack()) < number.applyAsLong(turn.tcb.sndUna);
            return super.process(turn, old ? acknowledgingNothing(turn, seg) : seg);
        }
    }

    /** A duplicate, for all that such a stack can tell. */
    private static TcpSegment acknowledgingNothing(Turn turn, TcpSegment seg) {
        return seg.toBuilder().ack(turn.tcb.sndUna).build();
    }
}
