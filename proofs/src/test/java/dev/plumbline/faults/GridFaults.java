package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stacks that deal with a segment wrongly before there is a connection: RFC 9293 sections 3.10.7.1 to 3.10.7.3. */
final class GridFaults {
    private GridFaults() {}

    static List<Fault> all() {
        return Stream.of(closed(), listen(), synSent(), WindowFaults.all(), OrderedCheckFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> closed() {
        return List.of(fault(
                        "reset-from-nowhere",
                        "A reset has the number 0, whatever the segment acknowledged.",
                        segmentsOut(s -> s.has(RST) && !s.has(ACK)
                                ? s.toBuilder().seq(SeqNumber.ZERO).build()
                                : s))
                .killedBy("RFC9293/3.10.7.1-RST", "RFC9293/3.10.7.2-ACK", "RFC9293/3.10.7.3-ACK")
                .saying("the number that the segment acknowledged"));
    }

    private static List<Fault> listen() {
        return List.of(
                fault(
                                "listener-resets-resets",
                                "A listening port looks at ACK before RST.",
                                changing((tcb, seg) -> is(tcb, TcpState.LISTEN) && seg.has(RST), s -> without(s, RST)))
                        .killedBy("RFC9293/3.10.7.2-RST")
                        .saying("where there must be none"),
                fault(
                                "syn-ack-begins",
                                "A listening port looks at SYN before ACK.",
                                changing((tcb, seg) -> is(tcb, TcpState.LISTEN) && seg.has(SYN), s -> without(s, ACK)))
                        .killedBy("RFC9293/3.10.7.2-ACK")
                        .saying("it has no RST", "the number that the segment acknowledged"),
                fault(
                                "old-syn-with-text-is-new",
                                "The peer's SYN that comes again with text is taken for another one.",
                                arrival(sender -> new SegmentArrives(sender) {
                                    @Override
                                    protected TcpSegment withoutOldSyn(Tcb tcb, TcpSegment seg) {
                                        return tcb.passive ? seg : super.withoutOldSyn(tcb, seg);
                                    }
                                }))
                        .killedBy("RFC9293/3.10.7.4-SYN")
                        .saying("SYN-RECEIVED"),
                fault(
                                "old-syn-scaled",
                                "When both have asked at once, the window of the SYN with ACK is scaled like any other behind a SYN.",
                                arrival(OldSynScaled::new))
                        .killedBy("RFC7323/2.2-SYN")
                        .saying("beyond the peer's window"),
                fault(
                                "one-handshake-at-a-time",
                                "While a handshake is unfinished, the server hears no other client.",
                                arrival(OneHandshake::new))
                        .killedBy("RFC9293/3.10.7.2-SYN")
                        .saying("the second client", "nothing"),
                fault(
                                "octets-begin",
                                "A listening port takes whatever has no ACK for a SYN.",
                                changing(
                                        (tcb, seg) -> is(tcb, TcpState.LISTEN) && !seg.has(ACK) && !seg.has(RST),
                                        s -> with(s, SYN)))
                        .killedBy("RFC9293/3.10.7.2-OTHER")
                        .saying("where there must be none"));
    }

    private static List<Fault> synSent() {
        return List.of(
                fault(
                                "wrong-ack-asks-again",
                                "A wrong acknowledgment of the SYN makes the client send its SYN again.",
                                arrival(AsksAgain::new))
                        .killedBy("RFC9293/3.10.7.3-ACK")
                        .saying("the number that the segment acknowledged", "that is only what it has sent before"),
                fault(
                                "bare-reset-refuses",
                                "A client believes a reset that acknowledges nothing.",
                                arrivals((tcb, seg) -> Optional.of(
                                        is(tcb, TcpState.SYN_SENT) && seg.has(RST) && !seg.has(ACK)
                                                ? seg.toBuilder()
                                                        .ack(tcb.sndNxt)
                                                        .build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.3-RST")
                        .saying("the connection failed: REFUSED"),
                fault(
                                "crossing-syn-connects",
                                "A SYN that crosses the client's own is taken for the answer to it.",
                                arrivals((tcb, seg) -> Optional.of(
                                        is(tcb, TcpState.SYN_SENT) && seg.has(SYN) && !seg.has(ACK)
                                                ? seg.toBuilder()
                                                        .ack(tcb.sndNxt)
                                                        .build()
                                                : seg)))
                        .killedBy("RFC9293/3.10.7.3-SYN")
                        .saying("it has no SYN"),
                fault(
                                "ack-alone-connects",
                                "An acknowledgment of the SYN is enough for a client; the server's SYN is not waited for.",
                                changing(
                                        (tcb, seg) -> is(tcb, TcpState.SYN_SENT) && seg.has(ACK) && !seg.has(RST),
                                        s -> with(s, SYN)))
                        .killedBy("RFC9293/3.10.7.3-OTHER")
                        .saying("where there must be none"));
    }

    static boolean is(Tcb tcb, TcpState... states) {
        return List.of(states).contains(tcb.state);
    }

    static TcpSegment with(TcpSegment seg, TcpFlag flag) {
        return seg.toBuilder().flags(seg.flags().with(flag)).build();
    }

    static TcpSegment without(TcpSegment seg, TcpFlag flag) {
        return seg.toBuilder().flags(seg.flags().without(flag)).build();
    }

    /** Some segments are taken for others. */
    static Function<Host, Stack> changing(BiPredicate<Tcb, TcpSegment> which, UnaryOperator<TcpSegment> change) {
        return arrivals((tcb, seg) -> Optional.of(which.test(tcb, seg) ? change.apply(seg) : seg));
    }

    /** Some segments are dropped in silence. */
    static Function<Host, Stack> deafTo(BiPredicate<Tcb, TcpSegment> which) {
        return arrivals((tcb, seg) -> Optional.of(seg).filter(s -> !which.test(tcb, s)));
    }

    private static final class OldSynScaled extends SegmentArrives {
        OldSynScaled(Sender sender) {
            super(sender);
        }

        @Override
        protected TcpSegment withoutOldSyn(Tcb tcb, TcpSegment seg) {
            TcpSegment rest = super.withoutOldSyn(tcb, seg);
            int scaled = Math.min(65535, rest.window() << 8);
            return rest.equals(seg) ? seg : rest.toBuilder().window(scaled).build();
        }
    }

    private static final class OneHandshake extends SegmentArrives {
        private @Nullable Tcb unfinished;

        OneHandshake(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean busy = unfinished != null && is(unfinished, TcpState.SYN_RECEIVED);
            if (is(turn.tcb, TcpState.LISTEN) && busy) {
                return;
            }
            super.segmentArrives(turn, seg);
            unfinished = is(turn.tcb, TcpState.SYN_RECEIVED) ? turn.tcb : unfinished;
        }
    }

    private static final class AsksAgain extends SegmentArrives {
        private final Sender sender;

        AsksAgain(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean wrong = is(turn.tcb, TcpState.SYN_SENT)
                    && seg.has(ACK)
                    && !seg.has(RST)
                    && !seg.ack().equals(turn.tcb.sndNxt);
            if (wrong) {
                sender.syn(turn);
            } else {
                super.segmentArrives(turn, seg);
            }
        }
    }
}
