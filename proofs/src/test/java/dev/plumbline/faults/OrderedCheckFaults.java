package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.GridFaults.deafTo;
import static dev.plumbline.faults.GridFaults.is;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;
import static dev.plumbline.tcp.TcpFlag.URG;

import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stacks whose fifth to eighth check is wrong: ACK, URG, the text and FIN (RFC 9293 section 3.10.7.4). */
final class OrderedCheckFaults {
    private OrderedCheckFaults() {}

    static List<Fault> all() {
        return Stream.of(acknowledgments(), text(), ends())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> acknowledgments() {
        return List.of(
                fault(
                                "takes-data-without-ack",
                                "Data counts although its segment has no ACK.",
                                arrivals((tcb, seg) -> Optional.of(
                                        isSynchronised(tcb) && !seg.has(ACK) && !seg.has(RST) && !seg.has(SYN)
                                                ? seg.toBuilder()
                                                        .ack(tcb.sndUna)
                                                        .build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.4-ACK")
                        .saying("where there must be none"),
                fault(
                                "old-ack-drops-data",
                                "Data that comes with an old acknowledgment is dropped.",
                                deafTo((tcb, seg) ->
                                        isSynchronised(tcb) && seg.ack().isBefore(tcb.sndUna)))
                        .killedBy("RFC9293/3.10.7.4-ACK")
                        .saying("the number after what arrived", "nothing"),
                fault(
                                "deaf-to-acks-of-unsent",
                                "What acknowledges too much is dropped without a word.",
                                deafTo((tcb, seg) -> isSynchronised(tcb)
                                        && seg.has(ACK)
                                        && seg.ack().isAfter(tcb.sndNxt)))
                        .killedBy("RFC9293/3.10.7.4-ACK")
                        .saying("what it expects next, as before", "nothing"),
                fault(
                                "window-of-the-syn",
                                "The window of the peer's SYN counts, that of the ACK which completes the handshake does not.",
                                arrivals((tcb, seg) -> Optional.of(
                                        is(tcb, TcpState.SYN_RECEIVED) && seg.has(ACK) && !seg.has(SYN)
                                                ? seg.toBuilder().window(65535).build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.4-WINDOW")
                        .saying("beyond the peer's window"),
                fault(
                                "window-from-old-segments",
                                "The send window is taken from every segment, however old.",
                                tcp(new AnyWindow()))
                        .killedBy("RFC9293/3.10.7.4-WINDOW")
                        .saying("that the application has sent"));
    }

    private static boolean isSynchronised(Tcb tcb) {
        return !is(tcb, TcpState.CLOSED, TcpState.LISTEN, TcpState.SYN_SENT, TcpState.SYN_RECEIVED);
    }

    private static List<Fault> text() {
        return List.of(
                fault(
                                "urgent-dropped",
                                "A segment with urgent data is dropped.",
                                deafTo((tcb, seg) -> isSynchronised(tcb) && seg.has(URG)))
                        .killedBy("RFC9293/3.10.7.4-URG")
                        .saying("the number after what arrived", "nothing"),
                fault(
                                "thrown-away-after-close",
                                "Once the application has closed, data is acknowledged and thrown away.",
                                arrival(ThrownAway::new))
                        .killedBy("RFC9293/3.10.7.4-TEXT")
                        .saying("of the new octets"),
                fault(
                                "text-on-the-last-ack-lost",
                                "Text on the ACK that completes the handshake of a simultaneous open is left out.",
                                arrivals((tcb, seg) -> Optional.of(
                                        is(tcb, TcpState.SYN_RECEIVED) && !tcb.passive
                                                ? seg.toBuilder()
                                                        .payload(Octets.empty())
                                                        .build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.4-TEXT")
                        .saying("the number after what arrived", "nothing"));
    }

    private static List<Fault> ends() {
        return List.of(
                fault(
                                "fin-acknowledges-nothing",
                                "What a segment with FIN acknowledges is lost.",
                                arrivals((tcb, seg) -> Optional.of(
                                        isSynchronised(tcb) && seg.has(FIN) && seg.has(ACK)
                                                ? seg.toBuilder()
                                                        .ack(tcb.sndUna)
                                                        .build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.4-FIN")
                        .saying("the connection is not in TIME-WAIT", "although the peer has acknowledged it"),
                fault(
                                "time-wait-deaf-to-fin",
                                "In TIME-WAIT the peer's FIN, sent again, gets no answer.",
                                deafTo((tcb, seg) -> is(tcb, TcpState.TIME_WAIT) && seg.has(FIN)))
                        .killedBy("RFC9293/3.10.7.4-FIN")
                        .saying("what it expects next, as before", "nothing"),
                fault(
                                "time-wait-resets-fin",
                                "In TIME-WAIT the peer's FIN, sent again, is answered with a reset.",
                                arrival(ResetsFin::new))
                        .killedBy("RFC9293/3.10.7.4-FIN")
                        .saying("it has RST"),
                fault(
                                "fin-with-ack-of-fin-is-closing",
                                "A FIN that acknowledges the own one leads to CLOSING, and nothing leads on.",
                                arrival(FinBeforeAck::new))
                        .killedBy("RFC9293/3.10.7.4-FIN")
                        .saying("told that the connection has ended"));
    }

    /** Acknowledges, and hands nothing over. */
    private static final class ThrownAway extends SegmentArrives {
        ThrownAway(Sender sender) {
            super(sender);
        }

        @Override
        protected void seventhProcessText(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            boolean next = seg.seq().equals(tcb.rcvNxt) && !seg.payload().isEmpty();
            if (next && is(tcb, TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2)) {
                tcb.rcvNxt = tcb.rcvNxt.plus(seg.payload().length());
                turn.oweAck();
            } else {
                super.seventhProcessText(turn, seg);
            }
        }
    }

    private static final class ResetsFin extends SegmentArrives {
        private final Sender sender;

        ResetsFin(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            if (is(turn.tcb, TcpState.TIME_WAIT) && seg.has(FIN)) {
                sender.resetFor(turn, seg);
                return false;
            }
            return super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class AnyWindow extends TcpParts {
        @Override
        public AckProcessing ackProcessing(Sender sender) {
            return new AckProcessing(sender, sackProcessing(sender)) {
                @Override
                protected void updateWindow(Turn turn, TcpSegment seg) {
                    super.updateWindow(turn, seg);
                    turn.tcb.sndWnd = seg.window();
                }
            };
        }
    }

    /** Looks at the FIN before it looks at what its segment acknowledges. */
    private static final class FinBeforeAck extends SegmentArrives {
        FinBeforeAck(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean first = is(turn.tcb, TcpState.FIN_WAIT_1) && seg.has(FIN);
            super.segmentArrives(turn, seg);
            if (first && is(turn.tcb, TcpState.TIME_WAIT)) {
                turn.stop(TimerKind.TIME_WAIT);
                turn.tcb.state = TcpState.CLOSING;
            }
        }
    }
}
