package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.tcp.TcpState.LISTEN;

import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timestamping;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stacks that are wrong where things seldom come to: a gap that closes, a window that is closed, a SYN that is an end, too. */
final class RareFaults {
    private RareFaults() {}

    static List<Fault> all() {
        return Stream.of(receivers(), extensions()).flatMap(List::stream).toList();
    }

    private static List<Fault> receivers() {
        return List.of(
                fault(
                                "filled-gap-waits",
                                "What fills a gap is acknowledged like any other text: in a moment.",
                                arrival(FilledGapWaits::new))
                        .killedBy("RFC5681/GAP-FILLED")
                        .saying("acknowledging", "the end of the gap"),
                fault(
                                "probe-opens-window",
                                "The answer to an octet for which there is no room says that there is some.",
                                sender(ProbeOpensWindow::new))
                        .killedBy("RFC9293/3.8.6.1-ANSWER")
                        .saying("it offers 1460 octets, though its application has taken nothing"),
                fault(
                                "syn-eats-fin",
                                "A FIN that comes with a SYN is acknowledged, and forgotten.",
                                arrival(EatsFin::new))
                        .killedBy("RFC9293/3.10.7.2-SYN")
                        .saying("the endpoint's application is told that the peer has closed"),
                fault(
                                "handshake-forgets-the-rest",
                                "Of text and FIN that come with the handshake's last acknowledgment nothing is looked at.",
                                arrival(ForgetsTheRest::new))
                        .killedBy("RFC9293/3.10.7.4-FIN")
                        .saying("acknowledging", "(the number after what arrived)"),
                fault(
                                "probes-answered-thrice",
                                "Three octets for which there is no room are answered, and then no more.",
                                arrival(AnswersThree::new))
                        .killedBy("RFC9293/3.8.6.1-ANSWER")
                        .saying("what it expects next, as before"));
    }

    private static List<Fault> extensions() {
        return List.of(
                fault(
                                "blocks-excuse-from-windows",
                                "Who has agreed to selective acknowledgments takes the peer's window for a large one.",
                                host -> segmentsIn(new LargeWindow()).apply(host))
                        .killedBy("RFC9293/3.10.7.4-WINDOW")
                        .saying("beyond the peer's window"),
                fault(
                                "end-said-once",
                                "Beside selective acknowledgments a FIN leaves once; sent again it is a bare acknowledgment.",
                                host -> segmentsOut(new EndSaidOnce()).apply(host))
                        .killedBy("RFC2018/8-KEEP")
                        .saying("FIN"),
                fault(
                                "stamps-in-twelve-bits",
                                "The milliseconds that a round trip takes by timestamps are kept in twelve bits.",
                                ExtensionFaults.stamps(TwelveBits::new))
                        .killedBy("RFC6298/ESTIMATE")
                        .saying("by the round trips before it should have been"),
                fault(
                                "stamps-stand-still",
                                "All segments of a connection have the timestamp of its first one.",
                                ExtensionFaults.stamps(StandStill::new))
                        .killedBy("RFC7323/4.1-CLOCK")
                        .saying("the endpoint's timestamp clock stood still for"),
                fault("isn-one-clock", "All connections begin with what one clock says.", tcp(new OneClock()))
                        .killedBy("RFC9293/3.4.1-SECRET")
                        .saying("all begin with numbers that lie close to one another"));
    }

    private static final class FilledGapWaits extends SegmentArrives {
        FilledGapWaits(Sender sender) {
            super(sender);
        }

        @Override
        protected void acknowledgeText(Turn turn, TcpSegment seg, int octets, boolean hadGap) {
            super.acknowledgeText(turn, seg, octets, false);
        }
    }

    private static final class ProbeOpensWindow extends Sender {
        private static final int SEGMENT = 1460;

        private @Nullable SeqNumber closedAt;

        @Override
        public void acknowledge(Turn turn) {
            Tcb tcb = turn.tcb;
            boolean isClosed = tcb.rcvWnd == 0;
            tcb.rcvWnd = isClosed && tcb.rcvNxt.equals(closedAt) ? SEGMENT : tcb.rcvWnd;
            super.acknowledge(turn);
            if (isClosed) {
                closedAt = tcb.rcvNxt;
                tcb.rcvWnd = 0;
            }
        }
    }

    private static final class EatsFin extends SegmentArrives {
        EatsFin(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean ends = turn.tcb.state == LISTEN && seg.has(TcpFlag.SYN) && seg.has(TcpFlag.FIN);
            super.segmentArrives(turn, ends ? eaten(seg) : seg);
        }

        /** So that it is acknowledged. */
        private static TcpSegment eaten(TcpSegment seg) {
            return seg.toBuilder()
                    .seq(seg.seq().plus(1))
                    .flags(seg.flags().without(TcpFlag.FIN))
                    .build();
        }
    }

    private static final class ForgetsTheRest extends SegmentArrives {
        ForgetsTheRest(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            boolean isLast = turn.tcb.state == TcpState.SYN_RECEIVED;
            boolean hasBoth = seg.has(TcpFlag.FIN) && !seg.payload().isEmpty();
            return super.fifthCheckAck(turn, seg) && !(isLast && hasBoth);
        }
    }

    private static final class AnswersThree extends SegmentArrives {
        private final IdentityHashMap<Tcb, Integer> answered = new IdentityHashMap<>();

        AnswersThree(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean isProbe = turn.tcb.rcvWnd == 0 && seg.payload().length() == 1;
            if (!isProbe || answered.merge(turn.tcb, 1, Integer::sum) <= 3) {
                super.segmentArrives(turn, seg);
            }
        }
    }

    private static final class LargeWindow implements UnaryOperator<TcpSegment> {
        private static final int LARGE = 0xffff;

        private final Set<String> agreed = new HashSet<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            String connection = segment.sourcePort() + " " + segment.destinationPort();
            if (segment.option(TcpOption.SackPermitted.class).isPresent()) {
                agreed.add(connection);
            }
            boolean isExcused = !segment.has(TcpFlag.SYN) && agreed.contains(connection);
            return isExcused ? segment.toBuilder().window(LARGE).build() : segment;
        }
    }

    private static final class EndSaidOnce implements UnaryOperator<TcpSegment> {
        private final Set<String> agreed = new HashSet<>();
        private final Set<String> ended = new HashSet<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            String connection = segment.sourcePort() + " " + segment.destinationPort();
            if (segment.has(TcpFlag.SYN)
                    && segment.option(TcpOption.SackPermitted.class).isPresent()) {
                agreed.add(connection);
            }
            boolean again = segment.has(TcpFlag.FIN) && agreed.contains(connection) && !ended.add(connection);
            return again
                    ? segment.toBuilder()
                            .flags(segment.flags().without(TcpFlag.FIN))
                            .build()
                    : segment;
        }
    }

    private static final class TwelveBits extends Timestamping {
        private static final int BITS = 0xfff;

        TwelveBits(int offset) {
            super(offset);
        }

        @Override
        protected Optional<Duration> roundTrip(TcpSegment seg, Duration now) {
            return super.roundTrip(seg, now).map(took -> Duration.ofMillis(took.toMillis() & BITS));
        }
    }

    private static final class StandStill extends Timestamping {
        private @Nullable Integer first;

        StandStill(int offset) {
            super(offset);
        }

        @Override
        protected int clock(Duration now) {
            int shown = first == null ? super.clock(now) : first;
            first = shown;
            return shown;
        }
    }

    private static final class OneClock extends TcpParts {
        private static final long TICK_NANOS = 4_000;

        @Override
        public IsnGenerator isnGenerator(RandomGenerator random) {
            return new IsnGenerator(0, 0) {
                @Override
                public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
                    return SeqNumber.of(now.toNanos() / TICK_NANOS);
                }
            };
        }
    }
}
