package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;

/** Stacks that are wrong when one side of a connection is closed already: more of the rows DEL-1 and DEL-3, and what RFC 9293
 * section 3.10.7.4 says. */
final class HalfCloseFaults {
    private HalfCloseFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "fin-acknowledged-once",
                                "The peer's FIN is not acknowledged again when it arrives again.",
                                arrivals((tcb, seg) -> Optional.of(seg)
                                        .filter(s -> tcb.state != TcpState.CLOSE_WAIT || !s.has(TcpFlag.FIN))))
                        .killedBy("DEL-1")
                        .saying("the number after everything that the peer has sent", "nothing"),
                fault(
                                "half-close-sends-nothing",
                                "What the application sends after the peer has closed is lost.",
                                tcp(new TcpParts() {
                                    @Override
                                    public UserCalls userCalls(Sender sender) {
                                        return new LosingInCloseWait(sender);
                                    }
                                }))
                        .killedBy("DEL-3")
                        .saying("the peer receives exactly the 1 octet", "nothing"),
                fault(
                                "half-close-refused",
                                "Who has closed takes no more data, and says so with a reset.",
                                arrival(RefusesHalfClose::new))
                        .killedBy("RFC9293/3.10.7.4-TEXT")
                        .saying("it has RST", "the peer may still send (a half-close)"));
    }

    private static final class RefusesHalfClose extends SegmentArrives {
        private final Sender sender;

        RefusesHalfClose(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            TcpState state = turn.tcb.state;
            boolean hasClosed = state == TcpState.FIN_WAIT_1 || state == TcpState.FIN_WAIT_2;
            if (hasClosed && !seg.payload().isEmpty()) {
                sender.reset(turn);
                turn.delete();
            } else {
                super.segmentArrives(turn, seg);
            }
        }
    }

    private static final class LosingInCloseWait extends UserCalls {
        LosingInCloseWait(Sender sender) {
            super(sender);
        }

        @Override
        public int send(Turn turn, Octets data) {
            return turn.tcb.state == TcpState.CLOSE_WAIT ? data.length() : super.send(turn, data);
        }
    }
}
