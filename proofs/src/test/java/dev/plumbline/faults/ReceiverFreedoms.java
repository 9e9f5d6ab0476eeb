package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.ReceiveQueue;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToAcknowledge;
import dev.plumbline.reference.tcp.WhenToUpdateWindow;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Other choices of a TCP that receives. */
final class ReceiverFreedoms {
    private ReceiverFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom("window-60", "It has room for 60 octets (RFC 9293 section 3.8.6).", tcp(new Window(60))),
                freedom("window-200", "It has room for 200 octets (RFC 9293 section 3.8.6).", tcp(new Window(200))),
                freedom("window-1000", "It has room for 1000 octets (RFC 9293 section 3.8.6).", tcp(new Window(1000))),
                freedom(
                        "window-updates-all",
                        "It tells of every step of its window that is worth telling (RFC 9293 section 3.8.6.2.2).",
                        tcp(new TellsOfAll())),
                freedom(
                        "strict-mss-536",
                        "It takes no segment that is larger than it said it takes (RFC 9293 section 3.7.1).",
                        tcp(new StrictMss(536))),
                freedom(
                                "no-mss-option",
                                "It says nothing of its segment size, so 536 counts (RFC 9293 section 3.7.1, MUST-15).",
                                segmentsOut(ReceiverFreedoms::withoutMss))
                        .omitting("RFC9293/SHLD-5"),
                freedom(
                                "no-queue",
                                "It drops what comes too early: to hold it is only a SHOULD (RFC 9293 section 3.10.7.4, SHLD-31).",
                                tcp(new Forgetful()))
                        .lacking(Capability.TCP_SACK)
                        .omitting("RFC9293/SHLD-31", "RFC5681/GAP-FILLED"),
                freedom(
                        "ack-499",
                        "Acknowledgments wait as long as they may (RFC 9293 section 3.8.6.3, MUST-40).",
                        tcp(new AtTheLastMoment())),
                freedom(
                                "syn-in-window-resets",
                                "It does not follow RFC 5961 section 4.2: a SYN in the window is an error (RFC 9293 section"
                                        + " 3.10.7.4).",
                                arrival(SynResets::new))
                        .omitting("RFC5961/THROTTLE"),
                freedom(
                        "challenges-rarely",
                        "Forty challenges in half an hour are all it has: how many in which time is free (RFC 5961 section 7).",
                        tcp(new ChallengesRarely())),
                freedom(
                        "old-ack-counts",
                        "It has no check against blind data injection: an old acknowledgment is old, and the text counts"
                                + " (RFC 9293 section 3.10.7.4, MAY-12).",
                        arrivals(ReceiverFreedoms::withCurrentAck)));
    }

    private static Optional<TcpSegment> withCurrentAck(Tcb tcb, TcpSegment seg) {
        boolean old =
                tcb.isSynAcknowledged() && seg.has(TcpFlag.ACK) && seg.ack().isBefore(tcb.sndUna);
        int window = (int) Math.min(tcb.sndWnd, 65_535); // what an old segment says of it is old, too
        return Optional.of(old ? seg.toBuilder().ack(tcb.sndUna).window(window).build() : seg);
    }

    private static TcpSegment offering(int mss, TcpSegment segment) {
        List<TcpOption> options = segment.options().stream()
                .map(option ->
                        option instanceof TcpOption.MaximumSegmentSize ? new TcpOption.MaximumSegmentSize(mss) : option)
                .toList();
        return segment.toBuilder().options(options).build();
    }

    private static TcpSegment withoutMss(TcpSegment segment) {
        List<TcpOption> options = segment.options().stream()
                .filter(option -> !(option instanceof TcpOption.MaximumSegmentSize))
                .toList();
        return segment.toBuilder().options(options).build();
    }

    /** A buffer of another size. */
    private static final class Window extends TcpParts {
        private final int size;

        Window(int size) {
            this.size = size;
        }

        @Override
        public Sender sender() {
            return new Sender() {
                @Override
                public void syn(Turn turn) {
                    turn.tcb.rcvWnd = Math.min(size, turn.tcb.rcvWnd);
                    super.syn(turn);
                }
            };
        }

        @Override
        public WhenToUpdateWindow whenToUpdateWindow() {
            return new WindowUpdate(size);
        }
    }

    /** The receiver's algorithm for a buffer of that size (RFC 9293 section 3.8.6.2.2). */
    private static final class WindowUpdate extends WhenToUpdateWindow {
        private final int size;

        WindowUpdate(int size) {
            this.size = size;
        }

        private int step(Tcb tcb) {
            return Math.min(size / WORTHWHILE_PART, tcb.sndMss);
        }

        @Override
        public int window(Tcb tcb, int space) {
            int room = Math.max(0, space - (Tcb.BUFFER - size));
            return room - tcb.rcvWnd >= step(tcb) ? room : tcb.rcvWnd;
        }

        @Override
        public boolean isUpdateDue(Tcb tcb) {
            int known = tcb.rcvAdv.minus(tcb.rcvNxt);
            int gain = tcb.rcvWnd - known;
            return (known < tcb.sndMss && gain >= step(tcb)) || gain >= size / WORTHWHILE_PART;
        }
    }

    /** As soon as the right edge has moved at all. */
    private static final class TellsOfAll extends TcpParts {
        @Override
        public WhenToUpdateWindow whenToUpdateWindow() {
            return new WhenToUpdateWindow() {
                @Override
                public boolean isUpdateDue(Tcb tcb) {
                    return tcb.rcvNxt.plus(tcb.rcvWnd).isAfter(tcb.rcvAdv);
                }
            };
        }
    }

    /** Options count: who sends them sends less text (RFC 9293 section 3.7.1). */
    private static final class StrictMss extends TcpParts {
        private static final int HEADER = 20;

        private final int mss;

        StrictMss(int mss) {
            this.mss = mss;
        }

        private boolean fits(TcpSegment seg) {
            return seg.headerLength() - HEADER + seg.payload().length() <= mss;
        }

        @Override
        public SegmentArrives segmentArrives(Sender sender) {
            return new SegmentArrives(sender) {
                @Override
                public void segmentArrives(Turn turn, TcpSegment seg) {
                    if (fits(seg)) {
                        super.segmentArrives(turn, seg);
                    }
                }
            };
        }

        @Override
        public SegmentCodec codec() {
            return new SegmentCodec() {
                @Override
                public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                    return super.encode(offering(mss, segment), source, destination);
                }
            };
        }
    }

    /** Without a place for what comes too early there is nothing to acknowledge selectively, either. */
    private static final class Forgetful extends TcpParts {
        @Override
        public boolean permitsSack() {
            return false;
        }

        @Override
        public ReceiveQueue receiveQueue() {
            return new InOrderOnly();
        }
    }

    private static final class InOrderOnly extends ReceiveQueue {
        private int held;

        @Override
        public void hold(int ahead, Octets data) {
            if (ahead == 0) {
                held = Math.max(held, data.length());
                super.hold(ahead, data);
            }
        }

        @Override
        public void holdFin(int ahead) {
            if (ahead == held) {
                super.holdFin(ahead);
            }
        }

        @Override
        public int advance() {
            held = 0;
            return super.advance();
        }
    }

    private static final class AtTheLastMoment extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                @Override
                public Duration delay() {
                    return Duration.ofMillis(499);
                }
            };
        }
    }

    private static final class SynResets extends SegmentArrives {
        private final Sender sender;

        SynResets(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
            if (!seg.has(TcpFlag.SYN) || turn.tcb.state == TcpState.SYN_RECEIVED) {
                return super.fourthCheckSyn(turn, seg);
            }
            sender.reset(turn);
            turn.fail(TcpError.RESET);
            return false;
        }
    }

    private static final class ChallengesRarely extends TcpParts {
        private static final int MOST = 40;
        private static final Duration IN = Duration.ofMinutes(30);

        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                private Duration since = Duration.ZERO;
                private int count;

                @Override
                protected boolean mayChallenge(Duration now) {
                    boolean anew = now.minus(since).compareTo(IN) >= 0;
                    since = anew ? now : since;
                    count = anew ? 1 : count + 1;
                    return count <= MOST;
                }
            };
        }
    }
}
