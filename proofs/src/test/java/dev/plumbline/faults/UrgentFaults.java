package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Signal;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.UrgentMark;
import dev.plumbline.reference.tcp.UserCalls;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that get urgent data wrong, as so many do (RFC 9293 section 3.8.5; RFC 6093 section 3 has a list). */
final class UrgentFaults {
    private UrgentFaults() {}

    static List<Fault> all() {
        return Stream.of(said(), heard(), misunderstood()).flatMap(List::stream).toList();
    }

    private static List<Fault> said() {
        return List.of(
                fault("urgent-unsaid", "MSG_OOB is accepted, and the data leaves like any other.", calling(Unsaid::new))
                        .killedBy("RFC9293/MUST-30", "RFC9293/MUST-62")
                        .saying("urgent data in a segment without URG"),
                fault(
                                "urgent-one-octet",
                                "Urgent data is one octet: only the segment with the last one is marked.",
                                segmentsOut(UrgentFaults::onlyTheLast))
                        .killedBy("RFC9293/MUST-31")
                        .saying("urgent data in a segment without URG"),
                fault(
                                "urgent-pointer-to-the-last",
                                "The pointer says where the last urgent octet is, as RFC 1122 section 4.2.2.4 had it.",
                                tcp(new TcpParts() {
                                    @Override
                                    public UrgentMark urgentMark() {
                                        return new ToTheLast();
                                    }
                                }))
                        .killedBy("RFC9293/MUST-62")
                        .saying("an urgent pointer of the endpoint is wrong", "the first octet that is not urgent is"));
    }

    private static List<Fault> heard() {
        return List.of(
                fault("urgent-untold", "Applications hear nothing of urgent data.", telling(before -> false))
                        .killedBy("RFC9293/MUST-32", "RFC9293/MUST-30")
                        .saying("is told that there is urgent data"),
                fault("urgent-told-once", "Applications hear of urgent data once.", telling(before -> before == 0))
                        .killedBy("RFC9293/MUST-32")
                        .saying("is told that there is urgent data"),
                fault(
                                "urgent-told-late",
                                "Applications hear of urgent data only if it comes with the pointer.",
                                unmarked((tcb, seg) ->
                                        seg.urgentPointer() > seg.payload().length()))
                        .killedBy("RFC9293/MUST-32")
                        .saying("is told that there is urgent data"),
                fault("urgent-never-left", "Nobody who asks finds urgent data.", calling(NothingLeft::new))
                        .killedBy("RFC9293/MUST-33")
                        .saying("asked for urgent data, and was told that none remains"),
                fault(
                                "urgent-one-more",
                                "A pointer that arrives is taken for that of the last urgent octet.",
                                segmentsIn(UrgentFaults::oneFurther))
                        .killedBy("RFC9293/MUST-33")
                        .saying("asked for urgent data, and was told that there is some"));
    }

    private static List<Fault> misunderstood() {
        return List.of(
                fault(
                                "urgent-needs-room",
                                "While its window is closed it looks at no pointer.",
                                unmarked((tcb, seg) -> tcb.rcvWnd == 0))
                        .killedBy("RFC9293/MUST-66-URG")
                        .saying("is told that there is urgent data"),
                fault(
                                "urgent-old-news",
                                "Of urgent data it tells with every URG, whether anything urgent is left or not.",
                                arrival(OldNews::new))
                        .killedBy("RFC9293/3.10.7.4-URG")
                        .saying("was told that there is urgent data, which is not so"),
                fault(
                                "urgent-without-urg",
                                "An urgent pointer that is not zero is believed, whatever the control bits say.",
                                segmentsIn(UrgentFaults::alwaysUrgent))
                        .killedBy("RFC9293/3.1-URGENT-POINTER")
                        .saying("was told that there is urgent data, which is not so"),
                fault(
                                "urgent-pointer-checked",
                                "A segment is dropped, if its urgent pointer leads nowhere in it.",
                                arrivals((tcb, seg) -> leadsNowhere(seg) ? Optional.empty() : Optional.of(seg)))
                        .killedBy("RFC9293/3.8.5-ROBUST")
                        .saying("receives exactly"));
    }

    private static final class OldNews extends SegmentArrives {
        OldNews(Sender sender) {
            super(sender);
        }

        @Override
        protected void sixthCheckUrg(Turn turn, TcpSegment seg) {
            super.sixthCheckUrg(turn, seg);
            if (seg.has(TcpFlag.URG) && UserCalls.urgentLeft(turn.tcb) == 0) {
                turn.tell(Signal.URGENT);
            }
        }
    }

    private static Function<Host, Stack> calling(UnaryOperator<TcpConnection> change) {
        return around(stack -> new OtherCalls(stack, change));
    }

    private static Function<Host, Stack> telling(IntPredicate before) {
        return around(stack -> new OtherCalls(stack, connection -> connection) {
            @Override
            boolean tellsUrgent(int count) {
                return before.test(count);
            }
        });
    }

    /** URG is overlooked in some segments. */
    private static Function<Host, Stack> unmarked(BiPredicate<Tcb, TcpSegment> which) {
        return arrivals((tcb, seg) -> Optional.of(seg.has(TcpFlag.URG) && which.test(tcb, seg) ? ordinary(seg) : seg));
    }

    private static TcpSegment ordinary(TcpSegment seg) {
        return seg.toBuilder()
                .flags(seg.flags().without(TcpFlag.URG))
                .urgentPointer(0)
                .build();
    }

    private static TcpSegment onlyTheLast(TcpSegment seg) {
        boolean more = seg.urgentPointer() > seg.payload().length();
        return seg.has(TcpFlag.URG) && more ? ordinary(seg) : seg;
    }

    private static TcpSegment oneFurther(TcpSegment seg) {
        return seg.has(TcpFlag.URG) && seg.urgentPointer() < 65_535
                ? seg.toBuilder().urgentPointer(seg.urgentPointer() + 1).build()
                : seg;
    }

    private static TcpSegment alwaysUrgent(TcpSegment seg) {
        return seg.urgentPointer() > 0 ? seg.toBuilder().flag(TcpFlag.URG).build() : seg;
    }

    private static boolean leadsNowhere(TcpSegment seg) {
        return seg.has(TcpFlag.URG)
                && (seg.urgentPointer() == 0
                        || seg.urgentPointer() > seg.payload().length());
    }

    private static final class ToTheLast extends UrgentMark {
        @Override
        protected int pointer(int ahead) {
            return super.pointer(ahead) - 1;
        }
    }

    private static final class Unsaid extends OtherCalls.Calls {
        Unsaid(TcpConnection connection) {
            super(connection);
        }

        @Override
        public int sendUrgent(Octets data) {
            return send(data);
        }
    }

    private static final class NothingLeft extends OtherCalls.Calls {
        NothingLeft(TcpConnection connection) {
            super(connection);
        }

        @Override
        public int urgentLeft() {
            return 0;
        }
    }
}
