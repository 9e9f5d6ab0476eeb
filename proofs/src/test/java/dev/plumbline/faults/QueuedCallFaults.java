package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Stacks that lose sight of a call that has to wait: for data to be sent, or for the connection (RFC 9293 section 3.10). */
final class QueuedCallFaults {
    private QueuedCallFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("sends-behind-a-close", "While a CLOSE waits, it takes more data.", tcp(new TcpParts() {
                            @Override
                            public UserCalls userCalls(Sender sender) {
                                return new SendsBehindClose(sender);
                            }
                        }))
                        .killedBy("RFC9293/3.10.2-SEND")
                        .saying("although it must refuse"),
                fault(
                                "forgets-a-close-that-waits",
                                "A CLOSE that waited for the connection sends a FIN, but the connection does not end.",
                                arrival(ForgetsClose::new))
                        .killedBy("RFC9293/3.10.4-CLOSE")
                        .saying("the connection is not in CLOSED"));
    }

    private static final class SendsBehindClose extends UserCalls {
        SendsBehindClose(Sender sender) {
            super(sender);
        }

        @Override
        public int send(Turn turn, Octets data) {
            try {
                return super.send(turn, data);
            } catch (CallRefused refused) {
                if (is(turn.tcb, TcpState.SYN_RECEIVED, TcpState.CLOSE_WAIT)) {
                    return data.length();
                }
                throw refused;
            }
        }
    }

    private static final class ForgetsClose extends SegmentArrives {
        ForgetsClose(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean waiting = is(turn.tcb, TcpState.SYN_RECEIVED);
            super.segmentArrives(turn, seg);
            if (waiting && is(turn.tcb, TcpState.FIN_WAIT_1)) {
                turn.tcb.state = TcpState.ESTABLISHED;
            }
        }
    }
}
