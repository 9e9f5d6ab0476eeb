package com.example.stack;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.nio.ByteBuffer;
import java.time.Duration;

/** One connection: the states of RFC 9293 section 3.3.2, the events of section 3.10. */
final class Connection implements TcpConnection {
    private static final Duration TWO_MSL = Duration.ofMinutes(4);

    private final Tcp tcp;
    private final SocketAddress local;
    private final SocketAddress remote;
    private final TcpAcceptor acceptor;
    private final Sender sender;
    private final Receiver receiver = new Receiver();
    private TcpHandler handler;
    private State state;
    private int toldWindow;
    private boolean closeAsked;

    Connection(Tcp tcp, SocketAddress local, SocketAddress remote, TcpHandler handler) {
        this(tcp, local, remote, null, handler, State.SYN_SENT);
    }

    /** A connection that a listener's peer opens. */
    Connection(Tcp tcp, SocketAddress local, SocketAddress remote, TcpAcceptor acceptor) {
        this(tcp, local, remote, acceptor, null, State.SYN_RECEIVED);
    }

    private Connection(
            Tcp tcp, SocketAddress local, SocketAddress remote, TcpAcceptor acceptor, TcpHandler handler, State state) {
        this.tcp = tcp;
        this.local = local;
        this.remote = remote;
        this.acceptor = acceptor;
        this.handler = handler;
        this.state = state;
        this.sender = new Sender(this, tcp);
    }

    void answer(Segment syn) {
        takeSyn(syn);
        sendSyn();
    }

    void sendSyn() {
        sender.sendSyn(state == State.SYN_RECEIVED);
    }

    private void takeSyn(Segment syn) {
        receiver.heedSyn(syn);
        sender.heedSyn(syn);
    }

    private void establish() {
        state = State.ESTABLISHED;
        sender.synAcknowledged();
        if (handler == null) {
            handler = acceptor.accepted(this);
        } else {
            handler.established(this);
        }
    }

    void receive(Segment segment) {
        switch (state) {
            case SYN_SENT -> receiveInSynSent(segment);
            case CLOSED -> {}
            default -> receiveSynchronized(segment);
        }
    }

    /** RFC 9293 section 3.10.7.3. */
    private void receiveInSynSent(Segment segment) {
        boolean acknowledges = segment.has(Segment.ACK);
        if (acknowledges && segment.ack() != sender.next()) {
            if (!segment.has(Segment.RST)) {
                transmit(segment.ack(), Segment.RST);
            }
        } else if (segment.has(Segment.RST)) {
            if (acknowledges) {
                fail(TcpError.REFUSED);
            }
        } else if (segment.has(Segment.SYN)) {
            takeSyn(segment);
            if (acknowledges) {
                establish();
                acknowledge();
                sendData();
            } else {
                state = State.SYN_RECEIVED; // both have asked at the same time
                sendSyn();
            }
        }
    }

    /** RFC 9293 section 3.10.7.4. */
    private void receiveSynchronized(Segment segment) {
        boolean sameSyn = state == State.SYN_RECEIVED && receiver.isTheSameSyn(segment);
        if (sameSyn && !segment.has(Segment.ACK)) {
            sendSyn();
        } else if (!sameSyn && !receiver.isAcceptable(segment)) {
            if (!segment.has(Segment.RST)) {
                acknowledge();
            }
        } else if (segment.has(Segment.RST)) {
            receiveReset(segment);
        } else if (segment.has(Segment.SYN) && !sameSyn) {
            acknowledge();
        } else if (segment.has(Segment.ACK) && receiveAck(segment)) {
            receiveText(segment);
            sendData();
        }
    }

    /** One that is not exactly the next octet's may be forged: it is asked for once more (RFC 9293 section 3.10.7.4). */
    private void receiveReset(Segment segment) {
        if (segment.seq() != receiver.next()) {
            acknowledge();
        } else if (handler == null) {
            end(); // nobody knew of it: the listener goes on
        } else {
            fail(state == State.SYN_RECEIVED ? TcpError.REFUSED : TcpError.RESET);
        }
    }

    /** Returns whether the rest of the segment is to be looked at. */
    private boolean receiveAck(Segment segment) {
        int ack = segment.ack();
        if (state == State.SYN_RECEIVED) {
            if (!sender.isNew(ack)) {
                transmit(ack, Segment.RST);
                return false;
            }
            establish();
        }
        if (sender.isTooHigh(ack)) {
            acknowledge();
            return false;
        }
        if (sender.isNew(ack)) {
            sender.acknowledged(ack);
            heedAcknowledgment();
        } else {
            sender.heedDuplicate(segment);
        }
        sender.heedWindow(segment);
        return state != State.CLOSED;
    }

    private void heedAcknowledgment() {
        if (sender.tellsWritable()) {
            handler.writable(this);
        }
        if (sender.isAllAcknowledged()) {
            switch (state) {
                case FIN_WAIT_1 -> state = State.FIN_WAIT_2;
                case CLOSING -> waitForTheLast();
                case LAST_ACK -> {
                    end();
                    handler.closed(this);
                }
                default -> {}
            }
        }
    }

    private void receiveText(Segment segment) {
        if (segment.length() == 0) {
            return;
        }
        if (receiver.take(segment) > 0 && receiver.tellsReadable()) {
            handler.readable(this);
        }
        if (receiver.takeFin(segment)) {
            receiveFin();
        }
        if (state != State.CLOSED) {
            acknowledge();
        }
    }

    private void receiveFin() {
        switch (state) {
            case ESTABLISHED -> state = State.CLOSE_WAIT;
            case FIN_WAIT_1 -> state = State.CLOSING;
            case FIN_WAIT_2 -> waitForTheLast();
            default -> {}
        }
        tellEnd();
    }

    /** Later: the application may be in the middle of a call to receive. */
    private void tellEnd() {
        if (receiver.tellsEnd()) {
            tcp.ip().host().after(Duration.ZERO, () -> handler.peerClosed(this));
        }
    }

    private void waitForTheLast() {
        state = State.TIME_WAIT;
        sender.stopTimer();
        tcp.ip().host().after(TWO_MSL, this::end);
        handler.closed(this);
    }

    /** The connection ends with an error. */
    void fail(TcpError error) {
        end();
        if (handler != null) {
            handler.failed(this, error);
        }
    }

    private void end() {
        state = State.CLOSED;
        sender.stopTimer();
        tcp.forget(this);
    }

    private void sendData() {
        boolean open = state == State.ESTABLISHED || state == State.CLOSE_WAIT;
        if (open && sender.sendData() && closeAsked) {
            sender.sendFin();
            state = state == State.CLOSE_WAIT ? State.LAST_ACK : State.FIN_WAIT_1;
        }
    }

    private void acknowledge() {
        transmit(sender.next(), Segment.ACK);
    }

    private void transmit(int seq, int flags) {
        transmit(seq, flags, 0, ByteBuffer.allocate(0));
    }

    /** Sends a segment; without ACK its acknowledgment number is zero. */
    void transmit(int seq, int flags, int mss, ByteBuffer data) {
        toldWindow = receiver.window();
        int ack = (flags & Segment.ACK) != 0 ? receiver.next() : 0;
        tcp.send(Segment.between(local, remote, seq, ack, flags, toldWindow, mss, data), remote.address());
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    @Override
    public SocketAddress remote() {
        return remote;
    }

    @Override
    public int send(Octets data) {
        if (closeAsked || state == State.CLOSED) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "this side has closed");
        }
        int taken = sender.add(data.toByteArray());
        sendData();
        return taken;
    }

    /** Tells the peer when a window that was too small for a segment has opened. */
    @Override
    public Octets receive(int max) {
        Octets data = receiver.read(max);
        tellEnd();
        boolean opened = toldWindow < sender.mss() && receiver.window() >= sender.mss();
        if (opened && state != State.CLOSED && !receiver.finReceived()) {
            acknowledge();
        }
        return data;
    }

    @Override
    public void close() {
        closeAsked = true;
        if (state == State.SYN_SENT) {
            end();
        } else {
            sendData();
        }
    }

    @Override
    public void abort() {
        if (state != State.CLOSED && state != State.SYN_SENT && state != State.TIME_WAIT) {
            transmit(sender.next(), Segment.RST);
        }
        end();
    }
}
