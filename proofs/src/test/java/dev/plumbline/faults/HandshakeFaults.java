package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.segments;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stacks whose TCP does not connect as it should: the rows HS-1 to HS-6 of the lesson. */
final class HandshakeFaults {
    private HandshakeFaults() {}

    static List<Fault> all() {
        return Stream.of(asking(), accepting(), confirming(), dataTooSoon(), connected(), noServer())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> asking() {
        return List.of(
                fault(
                                "syn-with-ack",
                                "The client's SYN has the ACK bit, like every other segment.",
                                segmentsOut(s -> s.has(TcpFlag.SYN)
                                        ? flagged(s, s.flags().with(TcpFlag.ACK))
                                        : s))
                        .killedBy("HS-1")
                        .saying("it has ACK"),
                fault(
                                "flags-from-1",
                                "The control bits are counted from 1, so a SYN leaves as a RST.",
                                segmentsOut(
                                        s -> flagged(s, new TcpFlags(s.flags().bits() << 1))))
                        .killedBy("HS-1", "HS-2")
                        .saying("it has no SYN"),
                fault(
                                "one-client",
                                "Only one port can ask: a SYN from another one never leaves.",
                                host -> datagramsOut(new OneClient()).apply(host))
                        .killedBy("HS-1")
                        .saying("from another port than before", "like one before"));
    }

    private static List<Fault> accepting() {
        return List.of(
                fault(
                                "no-ack-of-syn",
                                "The answer to a SYN has no ACK.",
                                segmentsOut(s -> s.has(TcpFlag.SYN)
                                        ? flagged(s, s.flags().without(TcpFlag.ACK))
                                        : s))
                        .killedBy("HS-2")
                        .saying("it has no ACK"),
                fault(
                                "ack-off-by-one",
                                "It acknowledges the last octet received instead of naming the next one expected.",
                                sender(AckOffByOne::new))
                        .killedBy("HS-2", "HS-3")
                        .saying("1 too low", "the peer's SYN, plus 1", "the SYN was not counted"),
                fault(
                                "unknown-option",
                                "A SYN with an option that it does not know is dropped.",
                                segments(new KnownOptionsOnly()))
                        .killedBy("HS-2")
                        .saying(
                                "acknowledging 1001 (the peer's SYN, plus 1)",
                                "nothing",
                                "the SYN's options = [option ")
                        .dependingOn("the SYN's options"),
                fault(
                                "syn-twice",
                                "A SYN that arrives twice takes back what the first one began.",
                                arrival(SynTwice::new))
                        .killedBy("HS-2")
                        .saying("the endpoint's application is told that it is connected", "it was told nothing"));
    }

    private static List<Fault> confirming() {
        return List.of(
                fault(
                                "ack-of-isn",
                                "The client acknowledges the server's number itself, not the next one.",
                                sender(AckOfIsn::new))
                        .killedBy("HS-3", "HS-5")
                        .saying("1 too low", "the number after what arrived", "the SYN was not counted"),
                fault(
                                "no-third-packet",
                                "The client is content with the server's SYN and does not confirm it.",
                                sender(NoThirdPacket::new))
                        .killedBy("HS-3")
                        .saying("the endpoint did not send what it must", "the number after what arrived"),
                fault(
                                "any-ack",
                                "The client takes any SYN and ACK, whatever it acknowledges.",
                                arrivals((tcb, seg) ->
                                        Optional.of(tcb.state == TcpState.SYN_SENT ? acknowledgingAll(seg, tcb) : seg)))
                        .killedBy("HS-3")
                        .saying("the number that the segment acknowledged"));
    }

    private static List<Fault> dataTooSoon() {
        return List.of(
                fault("early-data", "Data leaves right behind the SYN.", sender(EarlyData::new))
                        .killedBy("RFC9293/DATA-AFTER-SYN", "HS-4")
                        .saying("before the handshake was complete"),
                fault(
                                "data-before-open",
                                "What the application sends before the connection is there is lost.",
                                tcp(new TcpParts() {
                                    @Override
                                    public UserCalls userCalls(Sender sender) {
                                        return new LosingUserCalls(sender);
                                    }
                                }))
                        .killedBy("HS-4")
                        .saying("the peer receives exactly the 1 octet", "nothing"),
                fault(
                                "data-on-ack",
                                "Data on the ACK that completes the handshake is thrown away.",
                                arrivals((tcb, seg) ->
                                        Optional.of(tcb.state == TcpState.SYN_RECEIVED ? withoutData(seg) : seg)))
                        .killedBy("HS-4")
                        .saying("the number after everything that the peer has sent", "nothing"));
    }

    private static List<Fault> connected() {
        return List.of(
                fault(
                                "plain-comparison",
                                "Sequence numbers are compared as signed integers.",
                                arrival(PlainComparison::new))
                        .killedBy("HS-5", "HS-2", "HS-4")
                        .saying("modulo 2^32")
                        .dependingOn("the peer's initial sequence number"),
                fault(
                                "unsigned-comparison",
                                "Sequence numbers are compared as unsigned integers.",
                                arrival(UnsignedComparison::new))
                        .killedBy("HS-5", "HS-2", "HS-4")
                        .saying("modulo 2^32")
                        .dependingOn("the peer's initial sequence number"),
                fault("rst-ignored", "A reset is thrown away in a connection that is open.", arrival(RstIgnored::new))
                        .killedBy("HS-5")
                        .saying("the connection was reset", "for it the connection goes on"),
                fault("second-syn", "A second SYN moves RCV.NXT.", arrival(SecondSyn::new))
                        .killedBy("HS-5")
                        .saying("which is 2 too high", "what it expects next, as before"),
                fault(
                                "no-crossing",
                                "Two hosts cannot ask at the same time: in SYN-SENT a SYN without ACK is dropped.",
                                arrivals((tcb, seg) -> Optional.of(seg)
                                        .filter(s -> tcb.state != TcpState.SYN_SENT || s.has(TcpFlag.ACK))))
                        .killedBy("HS-5", "RFC9293/MUST-10", "RFC9293/ACK-ALWAYS")
                        .saying("without ACK although it has received the peer's SYN"),
                fault(
                                "idle-timeout",
                                "A connection that is silent for ten minutes is forgotten.",
                                sender(IdleTimeout::new))
                        .killedBy("HS-5")
                        .saying("application was told that its connection has ended: TIMED_OUT"));
    }

    private static List<Fault> noServer() {
        return List.of(
                fault(
                                "refusal-ignored",
                                "The client throws the reset away that refuses its SYN, and goes on asking.",
                                arrivals((tcb, seg) -> Optional.of(seg)
                                        .filter(s -> tcb.state != TcpState.SYN_SENT || !s.has(TcpFlag.RST))))
                        .killedBy("HS-6")
                        .saying("the connection was refused", "for it the connection goes on"),
                fault("syn-once", "A SYN that is not answered is not sent again.", timeouts(SynOnce::new))
                        .killedBy("HS-6")
                        .saying("the same SYN again"),
                fault(
                                "gives-up-silently",
                                "When nobody answers, the application is not told.",
                                timeouts(GivesUpSilently::new))
                        .killedBy("HS-6")
                        .saying("that there is no connection", "it was told nothing"),
                fault(
                                "no-resets",
                                "What belongs to no connection is dropped in silence: no reset ever leaves.",
                                datagramsOut(d -> isReset(d) ? List.of() : List.of(d)))
                        .killedBy("HS-6", "HS-3")
                        .saying("the endpoint did not send what it must", "nothing"),
                fault(
                                "reset-without-ack",
                                "The reset that refuses a SYN does not acknowledge it.",
                                segmentsOut(s -> s.has(TcpFlag.RST)
                                        ? flagged(s, s.flags().without(TcpFlag.ACK))
                                        : s))
                        .killedBy("HS-6")
                        .saying("it has no ACK"),
                fault(
                                "reset-answered",
                                "A reset that belongs to no connection is answered like any other segment.",
                                segmentsIn(s -> s.has(TcpFlag.RST) && !s.has(TcpFlag.ACK)
                                        ? flagged(s, s.flags().without(TcpFlag.RST))
                                        : s))
                        .killedBy("HS-6")
                        .saying("where there must be none", "the endpoint answered a reset with a reset"));
    }

    private static TcpSegment flagged(TcpSegment seg, TcpFlags flags) {
        return seg.toBuilder().flags(flags).build();
    }

    private static TcpSegment acknowledgingAll(TcpSegment seg, Tcb tcb) {
        return seg.toBuilder().ackNumber(tcb.sndNxt).build();
    }

    private static TcpSegment withoutData(TcpSegment seg) {
        return seg.toBuilder().payload(Octets.empty()).build();
    }

    private static boolean isReset(Octets datagram) {
        Octets segment = datagram.from(Headers.ipHeader(datagram));
        return datagram.get(Ipv4Field.PROTOCOL) == IpProtocol.TCP.number()
                && new TcpFlags((int) segment.get(TcpField.FLAGS)).has(TcpFlag.RST);
    }

    /** Remembers who asked first. */
    private static final class OneClient implements Function<Octets, List<Octets>> {
        private final Set<Integer> ports = new HashSet<>();

        @Override
        public List<Octets> apply(Octets datagram) {
            Octets segment = datagram.from(Headers.ipHeader(datagram));
            if (datagram.get(Ipv4Field.PROTOCOL) != IpProtocol.TCP.number()
                    || (segment.get(TcpField.FLAGS) & (TcpFlag.SYN.bit() | TcpFlag.ACK.bit())) != TcpFlag.SYN.bit()) {
                return List.of(datagram);
            }
            int port = segment.u16(0);
            boolean mayAsk = ports.isEmpty() || ports.contains(port);
            ports.add(mayAsk ? port : ports.iterator().next());
            return mayAsk ? List.of(datagram) : List.of();
        }
    }

    private static final class AckOffByOne extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            return super.ackNumber(tcb).plus(-1);
        }
    }

    private static final class KnownOptionsOnly extends SegmentCodec {
        @Override
        public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            Decoded<TcpSegment> decoded = super.decode(octets, source, destination);
            return decoded.value()
                            .flatMap(s -> s.option(TcpOption.Unknown.class))
                            .isEmpty()
                    ? decoded
                    : Decoded.malformed("TCP header", "unknown option", TcpSegment.MIN_HEADER);
        }
    }

    private static final class SynTwice extends SegmentArrives {
        SynTwice(Sender sender) {
            super(sender);
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            if (turn.tcb.state == TcpState.SYN_RECEIVED && turn.tcb.passive && seg.has(TcpFlag.SYN)) {
                turn.delete();
            } else {
                super.segmentArrives(turn, seg);
            }
        }
    }

    private static boolean isAboutToConfirm(Tcb tcb) {
        return !tcb.passive && tcb.state == TcpState.ESTABLISHED && tcb.rcvNxt.equals(tcb.irs.plus(1));
    }

    private static final class AckOfIsn extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            return isAboutToConfirm(tcb) ? tcb.irs : super.ackNumber(tcb);
        }
    }

    private static final class NoThirdPacket extends Sender {
        @Override
        public void acknowledgeIfDue(Turn turn) {
            if (!isAboutToConfirm(turn.tcb)) {
                super.acknowledgeIfDue(turn);
            }
        }
    }

    private static final class EarlyData extends Sender {
        @Override
        protected boolean maySendData(Tcb tcb) {
            tcb.sndWnd = tcb.state == TcpState.SYN_SENT ? Tcb.BUFFER : tcb.sndWnd;
            return tcb.state == TcpState.SYN_SENT || super.maySendData(tcb);
        }
    }

    private static final class LosingUserCalls extends UserCalls {
        LosingUserCalls(Sender sender) {
            super(sender);
        }

        @Override
        public int send(Turn turn, Octets data) {
            return turn.tcb.state == TcpState.SYN_SENT ? data.length() : super.send(turn, data);
        }
    }

    private static final class PlainComparison extends SegmentArrives {
        PlainComparison(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
            int first = tcb.rcvNxt.bits();
            return seg.seq().bits() >= first && seg.seq().bits() < first + tcb.rcvWnd;
        }
    }

    /** As if there was nothing behind 2^32. */
    private static final class UnsignedComparison extends SegmentArrives {
        UnsignedComparison(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
            long first = tcb.rcvNxt.value();
            return seg.seq().value() >= first && seg.seq().value() < (first + tcb.rcvWnd) % (1L << 32);
        }
    }

    private static final class RstIgnored extends SegmentArrives {
        RstIgnored(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
            return !seg.has(TcpFlag.RST);
        }
    }

    private static final class SecondSyn extends SegmentArrives {
        SecondSyn(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
            turn.tcb.rcvNxt = seg.has(TcpFlag.SYN) ? seg.seq().plus(1) : turn.tcb.rcvNxt;
            return super.fourthCheckSyn(turn, seg);
        }
    }

    private static final class IdleTimeout extends Sender {
        @Override
        protected void armTimers(Turn turn) {
            super.armTimers(turn);
            if (turn.tcb.state == TcpState.ESTABLISHED) {
                turn.startUnlessRunning(TimerKind.USER, Duration.ofMinutes(10));
            }
        }
    }

    private static final class SynOnce extends Timeouts {
        SynOnce(Sender sender) {
            super(sender);
        }

        @Override
        protected void retransmissionTimeout(Turn turn) {
            if (turn.tcb.isSynAcknowledged()) {
                super.retransmissionTimeout(turn);
            }
        }
    }

    private static final class GivesUpSilently extends Timeouts {
        GivesUpSilently(Sender sender) {
            super(sender);
        }

        @Override
        protected void userTimeout(Turn turn) {
            turn.delete();
        }
    }
}
