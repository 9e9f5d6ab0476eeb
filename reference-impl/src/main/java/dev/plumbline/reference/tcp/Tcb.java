package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Transmission Control Block: everything that a TCP remembers of one connection (RFC 9293 section 3.3.1).
 *
 * <p>Its variables are open, because it has no rules of its own: the rules of RFC 9293 section 3.10 read and write them. Their
 * names are the RFC's.
 */
public final class Tcb {
    /** How much a connection keeps for a user who does not read: what a window can say without a scale. */
    public static final int BUFFER = 65535;

    /** How much it keeps for a user who sends faster than the peer takes it: a window under way, and as much to follow it. */
    public static final int SEND_BUFFER = 2 * BUFFER;

    /** The MSS of a peer that does not say (RFC 9293 section 3.7.1, MUST-15). */
    public static final int DEFAULT_MSS = 536;

    /** This end. */
    public final SocketAddress local;
    /** The other end. */
    public final SocketAddress remote;
    /** Whether it began with a passive OPEN: SYN-RECEIVED must remember (RFC 9293 section 3.5, MUST-11). */
    public final boolean passive;
    /** The largest segment that this end can take, announced in its SYN. */
    public final int rcvMss;

    /** The state. */
    public TcpState state;
    /** ISS, the initial send sequence number. */
    public final SeqNumber iss;
    /** SND.UNA: the oldest number not acknowledged. */
    public SeqNumber sndUna;
    /** SND.NXT: the next number to be sent. */
    public SeqNumber sndNxt;
    /** What leaves next: SND.NXT, or less once what was sent before is taken for lost (RFC 9293 section 3.8.1). */
    public SeqNumber sndPtr;
    /** SND.WND: how many octets from SND.UNA on the peer takes. */
    public long sndWnd;
    /** SND.WL1: the sequence number of the segment that last changed the window. */
    public SeqNumber sndWl1 = SeqNumber.ZERO;
    /** SND.WL2: the acknowledgment number of that segment. */
    public SeqNumber sndWl2 = SeqNumber.ZERO;
    /** MAX.SND.WND: the largest window the peer ever offered (RFC 9293 section 3.10.7.4, fifth check). */
    public long maxSndWnd;
    /** The largest segment to send, in octets of data (RFC 9293 section 3.7.1). */
    public int sndMss = DEFAULT_MSS;
    /** IRS, the initial receive sequence number. */
    public SeqNumber irs = SeqNumber.ZERO;
    /** RCV.NXT: the next number expected. */
    public SeqNumber rcvNxt = SeqNumber.ZERO;
    /** RCV.WND: how many octets from RCV.NXT on are taken. */
    public int rcvWnd = BUFFER;
    /** The right edge of the window as the peer last heard of it. */
    public SeqNumber rcvAdv = SeqNumber.ZERO;
    /** What the user has sent and the peer has not acknowledged, SYN and FIN apart. */
    final OctetQueue sending = new OctetQueue();
    /** What has arrived and the user has not taken; with RCV.UP, the end of the peer's urgent data. */
    final ReceiveQueue received;

    /** The number of this end's FIN, once it was sent. */
    public @Nullable SeqNumber fin;

    private boolean synAcknowledged;
    boolean closeRequested;
    boolean wantsRoom;
    boolean toldReadable;
    boolean peerClosed;
    boolean toldPeerClosed;
    /** How long to wait for an acknowledgment. */
    public final RetransmissionTimeout rto;
    /** How much may be under way. */
    public final CongestionWindow congestion;
    /** What routers say of that, and how both ends tell each other. */
    public final CongestionNotification notification;
    /** The scale of the windows. */
    public final WindowScaling scaling;
    /** The timestamps. */
    public final Timestamping timestamps;
    /** Up to where the round trip was measured by timestamps: once a window is enough (RFC 7323 section 4.2). */
    SeqNumber measuredUpTo;
    /** Whether this end permits selective acknowledgments. */
    final boolean permitsSack;
    /** Whether both ends do (RFC 2018 section 2). */
    boolean sackPermitted;
    /** What has arrived beyond a gap. */
    final ArrivedBlocks arrived;
    /** What is known of what is under way, if SACK is permitted. */
    final Scoreboard scoreboard;
    /** How it is found out what of that is lost. */
    final Rack rack;
    /** When to ask for news of the last segments. */
    final TailLossProbe lossProbe;
    /** What to make of losses that selective acknowledgments tell of. */
    final SackRecovery selective;
    /** What to make of duplicate acknowledgments, if SACK is not permitted. */
    public final FastRecovery recovery;
    /** Whether it pays to send what there is. */
    public final WhenToSendData whenToSendData;
    /** Whether it pays to acknowledge what has come. */
    public final WhenToAcknowledge whenToAcknowledge;
    /** Whether it pays to open the window. */
    public final WhenToUpdateWindow whenToUpdateWindow;
    /** Whether the peer is still there. */
    final KeepAlive keepAlive;
    /** How far this end's data is urgent. */
    public final UrgentMark urgentMark;
    /** By way of which gateways its segments go. */
    final SourceRouting routing;
    /** What the user has asked for besides data. */
    public final Wishes wishes = new Wishes();
    /** How often in a row what is under way was sent again, because nobody had acknowledged it. */
    public int retransmissions;
    /** How often a closed window was probed since it closed. */
    public int probes;

    final Set<TimerKind> running = EnumSet.noneOf(TimerKind.class);
    boolean synRetransmitted;

    @Nullable
    SeqNumber timedUpTo;

    Duration timedAt = Duration.ZERO;
    /** When text was last sent. */
    Duration lastSent = Duration.ZERO;
    /** Whether the network has complained of what is under way, in a way that may pass. */
    boolean softError;

    /** A new connection in LISTEN or CLOSED, for a passive or active OPEN. */
    public Tcb(SocketAddress local, SocketAddress remote, boolean passive, Initial initial) {
        this.local = local;
        this.remote = remote;
        this.passive = passive;
        this.iss = initial.iss();
        this.rcvMss = initial.mss();
        TcpParts parts = initial.parts();
        rto = parts.retransmissionTimeout();
        congestion = parts.congestionWindow();
        notification = parts.congestionNotification(congestion);
        received = parts.receiveQueue();
        recovery = parts.fastRecovery(congestion);
        permitsSack = parts.permitsSack();
        arrived = parts.arrivedBlocks();
        scoreboard = parts.scoreboard();
        rack = parts.rack();
        lossProbe = parts.tailLossProbe();
        keepAlive = parts.keepAlive();
        urgentMark = parts.urgentMark();
        routing = parts.sourceRouting();
        scaling = parts.windowScaling();
        timestamps = parts.timestamping(initial.clock());
        selective = parts.sackRecovery(congestion);
        whenToSendData = parts.whenToSendData();
        whenToAcknowledge = parts.whenToAcknowledge();
        whenToUpdateWindow = parts.whenToUpdateWindow();
        state = passive ? TcpState.LISTEN : TcpState.CLOSED;
        sndUna = iss;
        sndNxt = iss;
        sndPtr = iss;
        measuredUpTo = iss;
    }

    /**
     * What a connection is given by its host.
     *
     * @param iss the initial send sequence number
     * @param clock what its timestamp clock shows at time zero
     * @param mss the largest segment that the host can take, in octets of data
     * @param parts what makes the rules that have a memory or a choice of their own
     */
    public record Initial(SeqNumber iss, int clock, int mss, TcpParts parts) {}

    /** Whether this end's SYN is acknowledged. */
    public boolean isSynAcknowledged() {
        return synAcknowledged;
    }

    /** Moves SND.UNA. ISS is no measure for what is acknowledged: after 2^31 octets it lies ahead again (RFC 9293 section 3.4). */
    void acknowledged(SeqNumber ack) {
        sndUna = ack;
        urgentMark.acknowledged(ack);
        synAcknowledged = true;
    }

    /** Whether this end's FIN is acknowledged. */
    public boolean isFinAcknowledged() {
        return fin != null && sndUna.isAfter(fin);
    }

    /** Whether something was sent that is not acknowledged yet. */
    public boolean isOutstanding() {
        return sndNxt.isAfter(sndUna);
    }

    /** The same, or nothing may be sent until a timeout has passed. */
    boolean waitsForTimer() {
        return isOutstanding() || notification.isPaused();
    }

    /** How many octets of data were sent and are not acknowledged. */
    public int octetsInFlight() {
        int finInFlight = fin != null && !isFinAcknowledged() ? 1 : 0;
        return sndNxt.minus(sndUna) - synBefore(sndNxt) - finInFlight;
    }

    /** FlightSize (RFC 5681 section 2): how much is under way, without what is taken for lost, and without the SYN. */
    public int flight() {
        return sndPtr.minus(sndUna) - synBefore(sndPtr);
    }

    /** How many of the numbers from SND.UNA to {@code end} belong to a SYN. */
    private int synBefore(SeqNumber end) {
        return !isSynAcknowledged() && end.isAfter(sndUna) ? 1 : 0;
    }

    /** How many octets of data wait to leave, for the first time or again. */
    public int octetsToSend() {
        return Math.max(0, sending.length() - flight());
    }

    /** Whether this end's FIN waits to leave, for the first time or again. */
    public boolean isFinToSend() {
        return closeRequested && (fin == null || sndPtr.isAtOrBefore(fin));
    }

    /** Whether data or a FIN waits to leave. */
    boolean isSomethingUnsent() {
        return octetsToSend() > 0 || isFinToSend();
    }

    /** How much may be under way: what the peer takes, and what the network does (RFC 5681 section 3.1). */
    @Keeps({"RFC9293/WINDOW", "RFC9293/MUST-34", "RFC9293/SHLD-15"})
    public int usableWindow() {
        if (notification.isPaused()) {
            return 0;
        }
        if (sackPermitted) {
            return (int) Math.min(sndWnd - flight(), roomInPipe());
        }
        return (int) Math.min(sndWnd, recovery.allowed()) - flight();
    }

    /** How much more the network may carry, if SACK is permitted (RFC 6675 section 5, step C). */
    long roomInPipe() {
        return congestion.octets() - scoreboard.pipe();
    }

    /** How much data a full segment has besides its options (RFC 9293 section 3.7.1, Eff.snd.MSS). */
    @Keeps("RFC9293/MUST-16")
    public int effectiveMss() {
        int options = optionsLength(arrivedBlocks().size());
        // Blocks that would leave hardly any room are left out instead.
        return options <= sndMss / 2 ? sndMss - options : roomForText();
    }

    /** How much data a segment can have at most: timestamps are never left out (RFC 7323 section 3.2). */
    int roomForText() {
        return Math.max(1, sndMss - optionsLength(0));
    }

    /** The blocks to report to the peer, in a segment with {@code octets} octets of data. */
    List<TcpOption.Block> blocksBeside(int octets) {
        List<TcpOption.Block> blocks = arrivedBlocks();
        int count = blocks.size();
        while (count > 0 && octets > 0 && octets + optionsLength(count) > sndMss) {
            count--;
        }
        return blocks.subList(0, count);
    }

    private List<TcpOption.Block> arrivedBlocks() {
        List<TcpOption.Block> all = sackPermitted ? arrived.beyond(rcvNxt) : List.of();
        // Beside timestamps there is room for three of them (RFC 2018 section 3).
        return timestamps.isActive() ? all.subList(0, Math.min(3, all.size())) : all;
    }

    /** How many octets of both headers the options take with so many blocks, and with padding (RFC 2018 section 3). */
    private int optionsLength(int blocks) {
        int sack = blocks == 0 ? 0 : 2 + 8 * blocks;
        return (timestamps.octets() + sack + 3) / 4 * 4 + routing.octets();
    }

    /** What STATUS tells (RFC 9293 section 3.10.6). */
    @Keeps("RFC9293/3.10.6-STATUS")
    public TcpStatus status() {
        return new TcpStatus(state, sndUna, sndNxt, sndWnd, rcvNxt, rcvWnd, rto.value());
    }
}
