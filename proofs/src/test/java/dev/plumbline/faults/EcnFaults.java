package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.ReassemblyFaults.partials;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.ip;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.PartialDatagram;
import dev.plumbline.reference.tcp.CongestionNotification;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that misunderstand ECN (RFC 3168 sections 5.3 and 6.1). */
final class EcnFaults {
    private EcnFaults() {}

    static List<Fault> all() {
        return Stream.of(agreements(), marks(), news(), pieces())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> agreements() {
        return List.of(
                fault("ecn-unwanted", "ECN is claimed, and nobody asks for it.", ecn(Unwanted::new))
                        .killedBy("RFC9293/SHLD-8")
                        .saying("so that no router can tell it of congestion"),
                fault(
                                "syn-octet-compared",
                                "A SYN is a segment whose flags are 2, or 18 with ACK.",
                                arrivals((tcb, seg) -> isPlain(seg) ? Optional.of(seg) : Optional.empty()))
                        .killedBy("RFC3168/ALL-FORMS")
                        .saying("a segment with SYN", "nothing"),
                fault("ecn-one-flag-asks", "ECE in a SYN is all that is looked at.", ecn(OneFlagAsks::new))
                        .killedBy("RFC3168/SETUP-ANSWER")
                        .saying("agreed to ECN, which the peer's SYN does not ask for"),
                fault("ecn-flags-come-back", "An answer has the flags of the question.", ecn(FlagsComeBack::new))
                        .killedBy("RFC3168/CLEAR")
                        .saying("answered a SYN with CWR"),
                fault("ecn-echo-agrees", "Who sends back both flags is taken for one who agrees.", ecn(EchoAgrees::new))
                        .killedBy("RFC3168/NEGOTIATED")
                        .saying("though the two ends have not agreed on ECN"),
                fault("ecn-implicit", "Where marks arrive, there must be ECN.", ecn(Implicit::new))
                        .killedBy("RFC3168/NOT-IMPLICIT")
                        .saying("set ECE, though the two ends have not agreed on ECN"),
                fault("ecn-asks-for-ever", "A SYN that is sent again is the same SYN.", ecn(AsksForEver::new))
                        .killedBy("RFC3168/RETRY")
                        .saying("its SYN once more, without ECE and CWR"));
    }

    private static List<Fault> marks() {
        return List.of(
                fault("ect-on-syn", "What asks for ECN is ECN-capable.", ecn(MarkedSyn::new))
                        .killedBy("RFC3168/SYN-NOT-ECT")
                        .saying("sent a SYN as ECT_0"),
                fault("ect-never", "ECN is agreed on, and IP is not told.", ecn(NeverMarked::new))
                        .killedBy("RFC3168/ECT-0")
                        .saying("sent new data as NOT_ECT"),
                fault("ect-on-acks", "A connection is ECN-capable with all its segments.", ecn(MarkedAcks::new))
                        .killedBy("RFC3168/ACK-NOT-ECT")
                        .saying("sent an acknowledgment without data as ECT_0"),
                fault("ect-again", "What carries data is ECN-capable, each time.", ecn(MarkedAgain::new))
                        .killedBy("RFC3168/AGAIN-NOT-ECT")
                        .saying("sent data that it had sent before as ECT_0"),
                fault("ect-on-probes", "A probe carries new data.", ecn(MarkedProbes::new))
                        .killedBy("RFC3168/PROBE-NOT-ECT")
                        .saying("sent a window probe as ECT_0"));
    }

    private static List<Fault> pieces() {
        return List.of(
                fault(
                                "mark-of-first-piece",
                                "What was cut has the ECN field of its first piece.",
                                ip(partials(FirstPieceMarks::new)))
                        .killedBy("RFC3168/5.3-CE")
                        .saying("acknowledged data without ECE, although a router had marked one piece"),
                fault(
                                "mark-set-in-vain",
                                "A mark on one piece is set on the whole, though another piece says that nobody would understand it.",
                                ip(partials(MarkedInVain::new)))
                        .killedBy("RFC3168/5.3-NOT-ECT")
                        .saying("the endpoint acknowledged data", "of which one piece was marked"),
                fault(
                                "cut-is-marked",
                                "Who could be marked and was cut counts as marked.",
                                ip(partials(CutIsMarked::new)))
                        .killedBy("RFC3168/5.3-SAME")
                        .saying("not accepted because it has ECE"));
    }

    private static List<Fault> news() {
        return List.of(
                fault("ece-once", "A mark is told of once.", ecn(EchoesOnce::new))
                        .killedBy("RFC3168/ECHO")
                        .saying("not accepted because it has no ECE"),
                fault("ece-for-ever", "Once marked, always marked.", ecn(EchoesForEver::new))
                        .killedBy("RFC3168/ECHO")
                        .saying("not accepted because it has ECE"),
                fault("ce-anywhere", "Marks are looked at before sequence numbers.", arrival(MarksFirst::new))
                        .killedBy("RFC3168/OUTSIDE")
                        .saying("not accepted because it has ECE"),
                fault("ece-unheard", "ECE is a reserved bit.", ecn(Unheard::new))
                        .killedBy("RFC3168/REDUCE")
                        .saying("did not slow down when its peer told it of congestion"),
                fault("cwr-never", "The window is reduced, and nobody is told.", ecn(NeverTells::new))
                        .killedBy("RFC3168/CWR")
                        .saying("has reduced its window, and did not say so"),
                fault("cwr-always", "CWR stands in all that follows.", ecn(AlwaysTells::new))
                        .killedBy("RFC3168/CWR")
                        .saying("said twice that it has reduced its window once"),
                fault(
                                "cwr-again",
                                "What is sent again has CWR, for it was lost.",
                                host -> segmentsOut(new CwrAgain()).apply(host))
                        .killedBy("RFC3168/CWR-AGAIN")
                        .saying("set CWR in data that it had sent before"),
                fault("ece-of-one-segment", "A window of one segment is the least there is.", ecn(NeverPauses::new))
                        .killedBy("RFC3168/ONE-SEGMENT")
                        .saying("when one segment was all that it had under way"),
                fault(
                                "ece-leaves-timer",
                                "Only what acknowledges something new makes the timer begin anew.",
                                ecn(LeavesTimer::new))
                        .killedBy("RFC3168/ONE-SEGMENT")
                        .saying("sent its only segment again only", "after its peer had told it of congestion"),
                fault(
                                "ece-makes-grow",
                                "What is acknowledged makes the window grow, whatever else the segment says.",
                                tcp(CongestionFaults.window(GrowsByNews::new)))
                        .killedBy("RFC3168/NO-GROWTH")
                        .saying("put more under way although each acknowledgment told it of congestion"));
    }

    /** Another way to deal with congestion that routers tell of. */
    static Function<Host, Stack> ecn(Function<CongestionWindow, CongestionNotification> notification) {
        return tcp(new TcpParts() {
            @Override
            public CongestionNotification congestionNotification(CongestionWindow window) {
                return notification.apply(window);
            }
        });
    }

    private static boolean isPlain(TcpSegment seg) {
        return !seg.has(TcpFlag.SYN) || !(seg.has(TcpFlag.ECE) || seg.has(TcpFlag.CWR));
    }

    private static final class Unwanted extends CongestionNotification {
        Unwanted(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isWanted() {
            return false;
        }
    }

    private static final class OneFlagAsks extends CongestionNotification {
        OneFlagAsks(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isSetup(TcpSegment syn) {
            return syn.has(TcpFlag.ACK) ? super.isSetup(syn) : syn.has(TcpFlag.ECE);
        }
    }

    private static final class FlagsComeBack extends CongestionNotification {
        FlagsComeBack(CongestionWindow window) {
            super(window);
        }

        @Override
        protected TcpSegment answer(TcpSegment synAck) {
            TcpSegment answer = super.answer(synAck);
            return answer.has(TcpFlag.ECE) ? with(answer, TcpFlag.CWR) : answer;
        }
    }

    private static final class EchoAgrees extends CongestionNotification {
        EchoAgrees(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isSetup(TcpSegment syn) {
            return syn.has(TcpFlag.ACK) ? syn.has(TcpFlag.ECE) : super.isSetup(syn);
        }
    }

    private static final class Implicit extends CongestionNotification {
        Implicit(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean mustHeed() {
            return true;
        }
    }

    private static final class AsksForEver extends CongestionNotification {
        AsksForEver(CongestionWindow window) {
            super(window);
        }

        @Override
        protected int asking() {
            return Integer.MAX_VALUE;
        }
    }

    private static final class MarkedSyn extends CongestionNotification {
        MarkedSyn(CongestionWindow window) {
            super(window);
        }

        @Override
        protected Ecn synMark() {
            return Ecn.ECT_0;
        }
    }

    private static final class NeverMarked extends CongestionNotification {
        NeverMarked(CongestionWindow window) {
            super(window);
        }

        @Override
        protected Ecn codepoint() {
            return Ecn.NOT_ECT;
        }
    }

    private static final class MarkedAcks extends CongestionNotification {
        MarkedAcks(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isMarked(Tcb tcb, TcpSegment seg) {
            return seg.payload().isEmpty() || super.isMarked(tcb, seg);
        }
    }

    private static final class MarkedAgain extends CongestionNotification {
        MarkedAgain(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isMarked(Tcb tcb, TcpSegment seg) {
            boolean inWindow = seg.end().isAtOrBefore(tcb.sndUna.plus(tcb.sndWnd));
            return !seg.payload().isEmpty() && inWindow;
        }
    }

    private static final class MarkedProbes extends CongestionNotification {
        MarkedProbes(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isMarked(Tcb tcb, TcpSegment seg) {
            boolean probe = tcb.sndWnd == 0 && seg.seq().equals(tcb.sndUna);
            return super.isMarked(tcb, seg) || (probe && !seg.payload().isEmpty());
        }
    }

    private static final class EchoesOnce extends CongestionNotification {
        private boolean told;

        EchoesOnce(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean echoes(TcpSegment seg) {
            boolean first = !told;
            told = true;
            return first;
        }
    }

    private static final class EchoesForEver extends CongestionNotification {
        EchoesForEver(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean endsEcho(TcpSegment seg) {
            return false;
        }
    }

    private static final class MarksFirst extends SegmentArrives {
        MarksFirst(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            turn.tcb.notification.textArrives(turn, seg);
            return super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class Unheard extends CongestionNotification {
        Unheard(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean heeds(TcpSegment seg) {
            return false;
        }
    }

    private static final class FirstPieceMarks extends PartialDatagram {
        @Override
        protected Ecn ecn(Ecn ofFirst) {
            return ofFirst;
        }
    }

    private static final class MarkedInVain extends PartialDatagram {
        @Override
        protected void add(Datagram fragment) {
            boolean isDeaf = fragment.packet().ecn() == Ecn.NOT_ECT;
            Ipv4Packet packet = isDeaf ? fragment.packet().withEcn(Ecn.ECT_0) : fragment.packet();
            super.add(new Datagram(packet, packet.encode(), fragment.toOneHost()));
        }
    }

    private static final class CutIsMarked extends PartialDatagram {
        @Override
        protected Ecn ecn(Ecn ofFirst) {
            return ofFirst.isCapable() ? Ecn.CE : ofFirst;
        }
    }

    private static final class NeverTells extends CongestionNotification {
        NeverTells(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean tellsOfReduction() {
            return false;
        }
    }

    private static final class AlwaysTells extends CongestionNotification {
        private boolean reduced;

        AlwaysTells(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean tellsOfReduction() {
            reduced |= super.tellsOfReduction();
            return reduced;
        }
    }

    private static final class NeverPauses extends CongestionNotification {
        NeverPauses(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean isPaused() {
            return false;
        }
    }

    private static final class LeavesTimer extends CongestionNotification {
        LeavesTimer(CongestionWindow window) {
            super(window);
        }

        @Override
        protected void resetTimer(Turn turn) {
            // It runs on.
        }
    }

    private static final class GrowsByNews extends CongestionWindow {
        @Override
        public void echoed(boolean congestion) {
            super.echoed(false);
        }
    }

    private static final class CwrAgain implements UnaryOperator<TcpSegment> {
        private final Map<List<Port>, SeqNumber> ends = new HashMap<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            List<Port> ports = List.of(segment.sourcePort(), segment.destinationPort());
            SeqNumber end = segment.has(TcpFlag.SYN) ? segment.end() : ends.getOrDefault(ports, segment.seq());
            ends.put(ports, SeqNumber.later(end, segment.end()));
            boolean again = !segment.payload().isEmpty() && segment.seq().isBefore(end);
            return again
                    ? segment.toBuilder()
                            .flags(segment.flags().with(TcpFlag.CWR))
                            .build()
                    : segment;
        }
    }
}
