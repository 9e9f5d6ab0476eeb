package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Signal;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Stacks that are wrong as a server, or believe resets that they must not believe: more of the rows HS-2, HS-5 and HS-6. */
final class MoreHandshakeFaults {
    private MoreHandshakeFaults() {}

    static List<Fault> all() {
        return Stream.of(listening(), answering(), resets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> listening() {
        return List.of(
                fault(
                                "any-segment-opens",
                                "A listening port takes every segment without ACK for a SYN.",
                                arrivals((tcb, seg) -> Optional.of(
                                        tcb.state == TcpState.LISTEN && !seg.has(TcpFlag.ACK) && !seg.has(TcpFlag.RST)
                                                ? with(seg, TcpFlag.SYN)
                                                : seg)))
                        .killedBy("HS-2")
                        .saying("the endpoint took a segment without SYN for a request to connect"),
                fault(
                                "stray-ack-dropped",
                                "A listening port drops what acknowledges something, instead of resetting it.",
                                arrivals((tcb, seg) -> Optional.of(seg)
                                        .filter(s -> tcb.state != TcpState.LISTEN || !s.has(TcpFlag.ACK))))
                        .killedBy("HS-2")
                        .saying("the number that the segment acknowledged", "nothing"),
                fault(
                                "listens-once",
                                "A server that has closed a connection answers no other client.",
                                host -> arrivals(new ListensOnce()).apply(host))
                        .killedBy("HS-5")
                        .saying("after the connection with the first one was closed", "nothing"));
    }

    private static List<Fault> answering() {
        return List.of(
                fault("syn-ack-once", "A SYN and ACK that is lost is not sent again.", timeouts(SynAckOnce::new))
                        .killedBy("HS-2", "HS-5")
                        .saying("that of the SYN and ACK that was lost", "nothing"),
                fault(
                                "connected-at-syn",
                                "The server is connected as soon as a SYN has come.",
                                sender(ConnectedAtSyn::new))
                        .killedBy("HS-5")
                        .saying("after a SYN at any number: it was told that it is connected"),
                fault(
                                "any-ack-completes",
                                "The server takes any ACK for the one that completes the handshake.",
                                arrivals((tcb, seg) -> Optional.of(
                                        tcb.state == TcpState.SYN_RECEIVED && seg.has(TcpFlag.ACK)
                                                ? acknowledgingAll(seg, tcb)
                                                : seg)))
                        .killedBy("HS-5")
                        .saying("acknowledging what was never sent: it was told that it is connected"));
    }

    private static List<Fault> resets() {
        return List.of(
                fault(
                                "reset-without-ack-refuses",
                                "The client takes a reset without ACK for a refusal.",
                                arrivals((tcb, seg) -> Optional.of(
                                        isResetOfSyn(tcb, seg) && !seg.has(TcpFlag.ACK)
                                                ? acknowledgingAll(with(seg, TcpFlag.ACK), tcb)
                                                : seg)))
                        .killedBy("HS-6")
                        .saying("after a reset at any number: it was told that the connection failed: REFUSED"),
                fault(
                                "any-reset-refuses",
                                "The client takes a reset for a refusal, whatever it acknowledges.",
                                arrivals((tcb, seg) -> Optional.of(
                                        isResetOfSyn(tcb, seg) && seg.has(TcpFlag.ACK)
                                                ? acknowledgingAll(seg, tcb)
                                                : seg)))
                        .killedBy("HS-6")
                        .saying("acknowledging what was never sent: it was told that the connection failed: REFUSED"),
                fault(
                                "reset-anywhere",
                                "A reset ends a connection, whatever its number.",
                                arrivals((tcb, seg) -> Optional.of(
                                        tcb.state == TcpState.ESTABLISHED && seg.has(TcpFlag.RST)
                                                ? seg.toBuilder()
                                                        .seq(tcb.rcvNxt)
                                                        .build()
                                                : seg)))
                        .killedBy("HS-5")
                        .saying("after a reset left of the window: it was told that the connection failed: RESET"));
    }

    private static boolean isResetOfSyn(Tcb tcb, TcpSegment seg) {
        return tcb.state == TcpState.SYN_SENT && seg.has(TcpFlag.RST);
    }

    private static TcpSegment with(TcpSegment seg, TcpFlag flag) {
        return seg.toBuilder().flags(seg.flags().with(flag)).build();
    }

    private static TcpSegment acknowledgingAll(TcpSegment seg, Tcb tcb) {
        return seg.toBuilder().ackNumber(tcb.sndNxt).build();
    }

    /** Remembers that a connection came to its end. */
    private static final class ListensOnce implements BiFunction<Tcb, TcpSegment, Optional<TcpSegment>> {
        private boolean over;

        @Override
        public Optional<TcpSegment> apply(Tcb tcb, TcpSegment seg) {
            over |= tcb.state == TcpState.LAST_ACK;
            return Optional.of(seg).filter(s -> !over || tcb.state != TcpState.LISTEN);
        }
    }

    private static final class SynAckOnce extends Timeouts {
        SynAckOnce(Sender sender) {
            super(sender);
        }

        @Override
        protected void retransmissionTimeout(Turn turn) {
            if (turn.tcb.state != TcpState.SYN_RECEIVED) {
                super.retransmissionTimeout(turn);
            }
        }
    }

    private static final class ConnectedAtSyn extends Sender {
        @Override
        public void syn(Turn turn) {
            super.syn(turn);
            if (turn.tcb.passive) {
                turn.tell(Signal.ESTABLISHED);
            }
        }
    }
}
