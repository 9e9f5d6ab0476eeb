package dev.plumbline.faults;

import dev.plumbline.reference.tcp.ConnectionTable;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.SocketAddress;
import java.util.function.Function;

/** Stacks whose TCP breaks one rule. */
final class TcpFaults {
    private TcpFaults() {}

    /** A stack with other rules for segments that arrive. */
    private abstract static class OfArrival extends FaultyStack.OfTcp {
        private final Function<Sender, SegmentArrives> rules;

        OfArrival(String fault, Function<Sender, SegmentArrives> rules) {
            super(fault);
            this.rules = rules;
        }

        @Override
        final TcpParts parts() {
            return new TcpParts() {
                @Override
                public SegmentArrives segmentArrives(Sender sender) {
                    return rules.apply(sender);
                }
            };
        }
    }

    /** A stack with another way to make segments. */
    private abstract static class OfSender extends FaultyStack.OfTcp {
        OfSender(String fault) {
            super(fault);
        }

        abstract Sender sender();

        @Override
        final TcpParts parts() {
            return new TcpParts() {
                @Override
                public Sender sender() {
                    return OfSender.this.sender();
                }
            };
        }
    }

    /** The acknowledgment is the number of the last octet received, not of the next one. */
    public static final class AckOffByOne extends OfSender {
        public AckOffByOne() {
            super("ack-off-by-one");
        }

        @Override
        Sender sender() {
            return new Sender() {
                @Override
                protected SeqNumber ackNumber(Tcb tcb) {
                    return super.ackNumber(tcb).plus(-1);
                }
            };
        }
    }

    /** Data leaves as soon as the application hands it over, SYN or no SYN. */
    public static final class EarlyData extends OfSender {
        public EarlyData() {
            super("early-data");
        }

        @Override
        Sender sender() {
            return new Sender() {
                @Override
                protected boolean maySendData(Tcb tcb) {
                    tcb.sndWnd = tcb.state == TcpState.SYN_SENT ? Tcb.BUFFER : tcb.sndWnd;
                    return tcb.state == TcpState.SYN_SENT || super.maySendData(tcb);
                }
            };
        }
    }

    /** Sequence numbers are compared as ordinary signed integers. */
    public static final class PlainComparison extends OfArrival {
        public PlainComparison() {
            super("plain-comparison", sender -> new SegmentArrives(sender) {
                @Override
                protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
                    int first = tcb.rcvNxt.bits();
                    return seg.seq().bits() >= first && seg.seq().bits() < first + tcb.rcvWnd;
                }
            });
        }
    }

    /** Sequence numbers are compared as unsigned integers, as if there was nothing behind 2^32. */
    public static final class UnsignedComparison extends OfArrival {
        public UnsignedComparison() {
            super("unsigned-comparison", sender -> new SegmentArrives(sender) {
                @Override
                protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
                    long first = tcb.rcvNxt.value();
                    return seg.seq().value() >= first && seg.seq().value() < (first + tcb.rcvWnd) % (1L << 32);
                }
            });
        }
    }

    /** A reset is thrown away. */
    public static final class RstIgnored extends OfArrival {
        public RstIgnored() {
            super("rst-ignored", sender -> new SegmentArrives(sender) {
                @Override
                protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
                    return !seg.has(TcpFlag.RST);
                }
            });
        }
    }

    /** A SYN in an open connection starts the count anew. */
    public static final class SecondSyn extends OfArrival {
        public SecondSyn() {
            super("second-syn", sender -> new SegmentArrives(sender) {
                @Override
                protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
                    turn.tcb.rcvNxt = seg.has(TcpFlag.SYN) ? seg.seq().plus(1) : turn.tcb.rcvNxt;
                    return super.fourthCheckSyn(turn, seg);
                }
            });
        }
    }

    /** A connection is found by its own port alone. */
    public static final class PortOnly extends FaultyStack.OfTcp {
        public PortOnly() {
            super("port-only");
        }

        @Override
        TcpParts parts() {
            return new TcpParts() {
                @Override
                public <C> ConnectionTable<C> connectionTable() {
                    return new ConnectionTable<>() {
                        @Override
                        protected Object key(SocketAddress local, SocketAddress remote) {
                            return local.port();
                        }
                    };
                }
            };
        }
    }
}
