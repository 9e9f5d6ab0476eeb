package dev.plumbline.reference.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.spi.Timer;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A connection as its host and its user see it (RFC 9293 section 3.9.1): it has the machine deal with each event, and does what
 * the machine wants done.
 *
 * <p>A handler may call back. The machine is never entered twice for that: it has ended its turn before anything is done, and
 * what one turn wants done is done before what the next one wants.
 */
final class Connection implements TcpConnection, Action.Performer {
    private final ReferenceTcp tcp;
    private final Tcb tcb;
    private final TcpAcceptor acceptor;
    private final Map<TimerKind, Timer> timers = new EnumMap<>(TimerKind.class);
    private final Queue<Action> undone = new ArrayDeque<>();
    private final Queue<Runnable> untold = new ArrayDeque<>();
    private TcpHandler handler;
    private boolean performing;
    private boolean telling;

    /**
     * A connection of which nothing has happened yet.
     *
     * @param handler whom to tell of what happens before it is established
     * @param acceptor whom to ask for a handler when it is
     */
    Connection(ReferenceTcp tcp, Tcb tcb, TcpHandler handler, TcpAcceptor acceptor) {
        this.tcp = tcp;
        this.tcb = tcb;
        this.handler = handler;
        this.acceptor = acceptor;
    }

    TcpState state() {
        return tcb.state;
    }

    /** Whether the listener there began it, and nobody has heard of it yet. */
    boolean isBegunBy(Listener listener) {
        return tcb.passive && tcb.state == TcpState.SYN_RECEIVED && listener.isFor(tcb.local);
    }

    /** Whether it gives way to another one that this segment asks for. */
    boolean givesWayTo(TcpSegment seg, Reincarnation rule) {
        return rule.isAskedFor(tcb, seg);
    }

    /** The number that the next one between these sockets begins with, if this one has been chosen. */
    SeqNumber numberOfNext(SeqNumber chosen, Reincarnation rule) {
        return rule.number(chosen, tcb);
    }

    /** Whether the peer has acknowledged its SYN. */
    boolean isAcknowledged() {
        return tcb.isSynAcknowledged();
    }

    // Events from the host. What they signal is told at once.

    void segmentArrives(TcpSegment seg, Ecn ecn, List<Ipv4Option> options) {
        Turn turn = new Turn(tcb, tcp.host().now(), ecn, options);
        tcp.rules().segmentArrives().segmentArrives(turn, seg);
        perform(turn);
        tellUser();
    }

    void icmpErrorArrives(IcmpMessage error, SeqNumber seq) {
        Turn turn = begin();
        tcp.rules().icmpErrorArrives().errorArrives(turn, error, seq);
        perform(turn);
        tellUser();
    }

    private void expired(TimerKind timer) {
        timers.remove(timer);
        Turn turn = begin();
        tcp.rules().timeouts().expired(turn, timer);
        perform(turn);
        tellUser();
    }

    // Calls of the user. What they signal is told after they have returned.

    void open(Optional<SourceRoute> route) {
        route.ifPresent(tcb.routing::choose);
        Turn turn = begin();
        tcp.rules().userCalls().open(turn);
        performForUser(turn);
    }

    @Override
    public int send(Octets data) {
        Turn turn = begin();
        int taken = tcp.rules().userCalls().send(turn, data);
        performForUser(turn);
        return taken;
    }

    @Override
    public int sendUrgent(Octets data) {
        Turn turn = begin();
        int taken = tcp.rules().userCalls().sendUrgent(turn, data);
        performForUser(turn);
        return taken;
    }

    @Override
    public int urgentLeft() {
        return UserCalls.urgentLeft(tcb);
    }

    @Override
    public Octets receive(int max) {
        Turn turn = begin();
        Octets data = tcp.rules().userCalls().receive(turn, max);
        performForUser(turn);
        return data;
    }

    @Override
    public void close() {
        Turn turn = begin();
        tcp.rules().userCalls().close(turn);
        performForUser(turn);
    }

    @Override
    public void closeHalfDuplex() {
        handler = new TcpHandler() {};
        Turn turn = begin();
        tcp.rules().userCalls().closeHalfDuplex(turn);
        performForUser(turn);
    }

    @Override
    public void abort() {
        Turn turn = begin();
        tcp.rules().userCalls().abort(turn);
        performForUser(turn);
    }

    @Override
    public void set(TcpSetting setting) {
        Turn turn = begin();
        tcp.rules().userCalls().set(turn, setting);
        performForUser(turn);
    }

    @Override
    public Optional<TcpStatus> status() {
        return Optional.of(tcb.status());
    }

    @Override
    public SocketAddress local() {
        return tcb.local;
    }

    @Override
    public SocketAddress remote() {
        return tcb.remote;
    }

    // What the machine wants done.

    private Turn begin() {
        return new Turn(tcb, tcp.host().now());
    }

    private void perform(Turn turn) {
        undone.addAll(turn.actions());
        if (performing) {
            return;
        }
        performing = true;
        try {
            for (Action action = undone.poll(); action != null; action = undone.poll()) {
                action.performBy(this);
            }
        } finally {
            performing = false;
        }
    }

    private void performForUser(Turn turn) {
        perform(turn);
        if (!untold.isEmpty() && !telling) {
            tcp.host().after(Duration.ZERO, this::tellUser);
        }
    }

    private void tellUser() {
        if (performing || telling || tcp.isOff()) {
            return;
        }
        telling = true;
        try {
            for (Runnable news = untold.poll(); news != null; news = untold.poll()) {
                news.run();
            }
        } finally {
            telling = false;
        }
    }

    private IpMarks marks(Ecn ecn) {
        return tcb.wishes.marks.withEcn(ecn).withRoute(tcb.routing.route());
    }

    @Override
    public void transmit(TcpSegment segment, Ecn ecn) {
        tcp.transmit(segment, tcb.local.address(), tcb.remote.address(), marks(ecn));
    }

    @Override
    public void start(TimerKind timer, Duration delay) {
        stop(timer);
        timers.put(timer, tcp.host().after(delay, () -> expired(timer)));
    }

    @Override
    public void stop(TimerKind timer) {
        Timer running = timers.remove(timer);
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void tell(Signal signal) {
        untold.add(
                switch (signal) {
                    case ESTABLISHED -> () -> handler = acceptor.accepted(this);
                    case READABLE -> () -> handler.readable(this);
                    case URGENT -> () -> handler.urgent(this);
                    case WRITABLE -> () -> handler.writable(this);
                    case ICMP_ERROR -> () -> handler.reported(this, TcpReport.ICMP_ERROR);
                    case RETRANSMISSIONS -> () -> handler.reported(this, TcpReport.RETRANSMISSIONS);
                    case PEER_CLOSED -> () -> handler.peerClosed(this);
                    case CLOSED -> () -> handler.closed(this);
                });
    }

    @Override
    public void fail(TcpError error) {
        untold.add(() -> handler.failed(this, error));
    }

    @Override
    public void delete() {
        tcp.forget(this);
    }

    /** The host was switched off. */
    void stopTimers() {
        timers.values().forEach(Timer::cancel);
        timers.clear();
    }
}
