package dev.plumbline.faults;

import dev.plumbline.spi.StackFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All faults, as one family of stacks: the proof that the suite's checks can fail. */
public final class Faults implements StackFamily {
    /** Each is made for one row of the catalogue, which stands first in it. */
    static final List<Fault> OF_ROWS = Stream.of(
                    IpFaults.all(),
                    RouterFaults.all(),
                    ReassemblyFaults.all(),
                    LayerFaults.all(),
                    HandshakeFaults.all(),
                    MoreHandshakeFaults.all(),
                    DeliveryFaults.all(),
                    HalfCloseFaults.all(),
                    EdgeFaults.all(),
                    UdpFaults.all(),
                    PortFaults.all(),
                    DnsFaults.all(),
                    DnsServerFaults.all(),
                    DnsEdgeFaults.all(),
                    NegativeAnswerFaults.all(),
                    ServerAnswerFaults.all(),
                    LawFaults.all(),
                    OctetFaults.all(),
                    OctetFaults.places(),
                    OctetFaults.dns(),
                    ChecksumFaults.all(),
                    SegmentFaults.all(),
                    PacketFaults.all(),
                    GuessableQueries.all(),
                    RfcFaults.all(),
                    DroppingFaults.all(),
                    IcmpFaults.all(),
                    HarmFaults.all(),
                    ReassemblyFaults.beyondTheLesson(),
                    GapFaults.all(),
                    MeetingFaults.all(),
                    SilentEndFaults.all(),
                    GridFaults.all(),
                    CallFaults.all(),
                    HoldingFaults.all(),
                    TimeoutFaults.all(),
                    FlowFaults.all(),
                    ClosedWindowFaults.all(),
                    CongestionFaults.all(),
                    RecoveryFaults.all(),
                    SecondTimeFaults.all(),
                    ModuloFaults.all(),
                    RoomFaults.all(),
                    QueuedCallFaults.all(),
                    ChainFaults.all(),
                    OptionFaults.all(),
                    CellFaults.all(),
                    ServiceFaults.all(),
                    KeepAliveFaults.all(),
                    ReportFaults.all(),
                    MarkFaults.all(),
                    EcnFaults.all(),
                    PlaceFaults.all(),
                    AddressFaults.all(),
                    RouteFaults.all(),
                    TimeWaitFaults.all(),
                    ExtensionFaults.all(),
                    SackFaults.all(),
                    TimerFaults.all(),
                    RareFaults.all(),
                    NewcomerFaults.all(),
                    CornerFaults.all(),
                    LateFaults.all(),
                    ThriftFaults.all(),
                    UrgentFaults.all(),
                    HalfDuplexFaults.all(),
                    PermissionFaults.all(),
                    DeliveryFaults.beyondTheLesson(),
                    DnsFaults.ofLaws(),
                    DnsServerFaults.ofLaws())
            .flatMap(List::stream)
            .toList();

    /**
     * With those that break down altogether. The loop is not among these: it takes the suite's patience to notice it.
     */
    public static final List<Fault> ALL =
            Stream.of(OF_ROWS, BrokenStacks.all()).flatMap(List::stream).toList();

    @Override
    public Collection<Fault> members() {
        List<Fault> members = new ArrayList<>(ALL);
        members.add(BrokenStacks.LOOPS);
        return members;
    }
}
