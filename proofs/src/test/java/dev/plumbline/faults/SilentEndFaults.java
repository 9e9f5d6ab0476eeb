package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.List;

/** Stacks where something ends and somebody does not hear of it (RFC 9293 sections 3.10.4 and 3.10.7.4). */
final class SilentEndFaults {
    private SilentEndFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("listens-on", "A port that is listened to no more accepts all the same.", around(ListensOn::new))
                        .killedBy("RFC9293/3.10.4-CLOSE")
                        .saying("it has no RST, it has SYN"),
                fault(
                                "last-ack-in-silence",
                                "When its FIN is acknowledged last, the connection goes without a word to the application.",
                                tcp(new LastAckInSilence()))
                        .killedBy("RFC9293/3.10.7.4-ACK")
                        .saying("the endpoint's application is told that the connection has ended"));
    }

    private static final class ListensOn extends ChangedStack {
        ListensOn(Stack stack) {
            super(stack);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            TcpListener listener = super.listen(port, acceptor);
            return new TcpListener() {
                @Override
                public SocketAddress local() {
                    return listener.local();
                }

                @Override
                public void close() {
                    // Nothing comes of it.
                }
            };
        }
    }

    private static final class LastAckInSilence extends TcpParts {
        @Override
        public AckProcessing ackProcessing(Sender sender) {
            return new AckProcessing(sender, sackProcessing(sender)) {
                @Override
                public boolean process(Turn turn, TcpSegment seg) {
                    SeqNumber fin = turn.tcb.fin;
                    if (is(turn.tcb, TcpState.LAST_ACK)
                            && fin != null
                            && seg.ack().equals(fin.plus(1))) {
                        turn.delete();
                        return false;
                    }
                    return super.process(turn, seg);
                }
            };
        }
    }
}
