package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.tcp.TcpState.LISTEN;

import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Stacks that are wrong where things seldom come to: a gap that closes, a window that is closed, a SYN that is an end, too. */
final class RareFaults {
    private RareFaults() {}

    static List<Fault> all() {
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
