package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Signal;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UrgentMark;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Other choices of a TCP with urgent data (RFC 9293 section 3.8.5). */
final class UrgentFreedoms {
    private UrgentFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "urgent-told-each-time",
                        "An application hears of urgent data with each segment that says so: how often is not laid down"
                                + " (RFC 9293 section 3.9.1.2).",
                        arrival(EachTime::new)),
                freedom(
                        "urgent-yes-or-no",
                        "It knows whether urgent data remains, but not how much (RFC 9293 section 3.8.5).",
                        around(stack -> new OtherCalls(stack, YesOrNo::new))),
                freedom(
                        "urgent-apart",
                        "RECEIVE ends where the urgent data does (RFC 9293 section 3.9.1.3).",
                        around(stack -> new OtherCalls(stack, Apart::new))),
                freedom(
                        "urgent-too-far-to-say",
                        "Of an end that is farther than 16 bits can say it says nothing yet (RFC 9293 section 3.1).",
                        tcp(new TcpParts() {
                            @Override
                            public UrgentMark urgentMark() {
                                return new TooFarToSay();
                            }
                        })));
    }

    private static final class EachTime extends SegmentArrives {
        EachTime(Sender sender) {
            super(sender);
        }

        @Override
        protected void sixthCheckUrg(Turn turn, TcpSegment seg) {
            super.sixthCheckUrg(turn, seg);
            if (seg.has(TcpFlag.URG) && UserCalls.urgentLeft(turn.tcb) > 0) {
                turn.tell(Signal.URGENT);
            }
        }
    }

    private static final class YesOrNo extends OtherCalls.Calls {
        YesOrNo(TcpConnection connection) {
            super(connection);
        }

        @Override
        public int urgentLeft() {
            return Math.min(1, super.urgentLeft());
        }
    }

    private static final class Apart extends OtherCalls.Calls {
        Apart(TcpConnection connection) {
            super(connection);
        }

        @Override
        public Octets receive(int max) {
            int urgent = urgentLeft();
            return super.receive(urgent > 0 ? Math.min(max, urgent) : max);
        }
    }

    private static final class TooFarToSay extends UrgentMark {
        private static final int FARTHEST = 65_535;

        @Override
        public TcpSegment.Builder on(TcpSegment.Builder segment, SeqNumber seq) {
            TcpSegment.Builder marked = super.on(segment.build().toBuilder(), seq);
            return marked.build().urgentPointer() < FARTHEST ? marked : segment;
        }
    }
}
