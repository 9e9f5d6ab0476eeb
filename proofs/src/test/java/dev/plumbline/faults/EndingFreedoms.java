package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;

import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Other choices of a TCP whose connection ends. */
final class EndingFreedoms {
    private EndingFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "reset-in-window",
                        "It believes a reset anywhere in the window: the mitigation is only a SHOULD (RFC 9293 section 3.10.7.4).",
                        arrival(BelievesResets::new)),
                freedom(
                        "time-wait-half-a-minute",
                        "Its segments live for 15 seconds at most: how long, is an engineering choice (RFC 9293 section 3.4.2).",
                        arrival(sender -> new TimeWaitOf(sender, Duration.ofSeconds(30)))),
                freedom(
                        "time-wait-reopens",
                        "A SYN with a higher number reopens a server's connection from TIME-WAIT (RFC 9293 section 3.6.1, MAY-2).",
                        EndingFreedoms::reopening));
    }

    private static Stack reopening(Host host) {
        Reopening reopening = new Reopening();
        return new ReopeningStack(ReferenceStack.on(host).tcp(reopening).boot(), reopening);
    }

    private static final class BelievesResets extends SegmentArrives {
        BelievesResets(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            boolean believed = seg.has(TcpFlag.RST) && seg.seq().isWithin(tcb.rcvNxt, tcb.rcvWnd);
            return super.secondCheckRst(
                    turn, believed ? seg.toBuilder().seq(tcb.rcvNxt).build() : seg);
        }
    }

    /** Where the old connection is gone, its listener is to see the segment anew. */
    private static final class Reopening extends TcpParts {
        private final Set<Port> listening = new HashSet<>();
        private boolean again;

        @Override
        public SegmentArrives segmentArrives(Sender sender) {
            return new SegmentArrives(sender) {
                @Override
                public void segmentArrives(Turn turn, TcpSegment seg) {
                    again = isReopening(turn.tcb, seg);
                    if (again) {
                        turn.delete();
                    } else {
                        super.segmentArrives(turn, seg);
                    }
                }
            };
        }

        private boolean isReopening(Tcb tcb, TcpSegment seg) {
            return is(tcb, TcpState.TIME_WAIT)
                    && listening.contains(tcb.local.port())
                    && seg.has(TcpFlag.SYN)
                    && !seg.has(TcpFlag.ACK)
                    && !seg.has(TcpFlag.RST)
                    && seg.seq().isAfter(tcb.rcvNxt);
        }
    }

    private static final class ReopeningStack extends ChangedStack {
        private final Reopening reopening;

        ReopeningStack(Stack stack, Reopening reopening) {
            super(stack);
            this.reopening = reopening;
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            TcpListener listener = super.listen(port, acceptor);
            reopening.listening.add(listener.local().port());
            return listener;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            super.receive(link, datagram);
            if (reopening.again) {
                reopening.again = false;
                super.receive(link, datagram);
            }
        }
    }
}
