package dev.plumbline.adapter.line;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** A connection of a {@link LineStack}. */
final class LineConnection implements TcpConnection {
    private final LineStack stack;
    private final int socket;
    private final SocketAddress local;
    private final SocketAddress remote;
    private TcpHandler handler;
    private boolean gone;

    LineConnection(LineStack stack, int socket, SocketAddress local, SocketAddress remote, TcpHandler handler) {
        this.stack = stack;
        this.socket = socket;
        this.local = local;
        this.remote = remote;
        this.handler = handler;
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
        return send(Verb.SEND, data);
    }

    @Override
    public int sendUrgent(Octets data) {
        return send(Verb.SEND_URGENT, data);
    }

    /** In pieces, since a line has room for so much only; stops at the first that is not taken whole. */
    private int send(Verb verb, Octets data) {
        requireOpen();
        int taken = 0;
        do {
            Octets piece = data.slice(taken, Math.min(data.length(), taken + LineMessage.MAX_OCTETS));
            int count = stack.call(verb, socket, piece).number(Field.COUNT);
            taken += count;
            if (count < piece.length()) {
                return taken;
            }
        } while (taken < data.length());
        return taken;
    }

    @Override
    public Octets receive(int max) {
        Octets all = Octets.empty();
        while (!gone && all.length() < max) {
            int most = Math.min(max - all.length(), LineMessage.MAX_OCTETS);
            Octets piece = receiveOnce(most);
            all = all.plus(piece);
            if (piece.length() < most) {
                break;
            }
        }
        return all;
    }

    /** Nothing if the connection has ended meanwhile: the news of that is under way, and crosses the call. */
    private Octets receiveOnce(int most) {
        try {
            return stack.call(Verb.RECEIVE, socket, most).octets();
        } catch (CallRefused refused) {
            if (refused.reason() == CallRefused.Reason.CONNECTION_CLOSING) {
                return Octets.empty();
            }
            throw refused;
        }
    }

    @Override
    public int urgentLeft() {
        return gone ? 0 : stack.call(Verb.URGENT_LEFT, socket).number(Field.COUNT);
    }

    @Override
    public void set(TcpSetting setting) {
        requireOpen();
        SettingName name = SettingName.of(setting);
        stack.call(Verb.SET, socket, name, name.value(setting));
    }

    @Override
    public Optional<TcpStatus> status() {
        if (gone || stack.messagesCross()) {
            return Optional.empty();
        }
        return StatusText.parse(stack.call(Verb.STATUS, socket).text());
    }

    @Override
    public void close() {
        if (!gone) {
            stack.tell(Verb.CLOSE, socket);
        }
    }

    @Override
    public void closeHalfDuplex() {
        requireOpen();
        stack.call(Verb.CLOSE_HALF_DUPLEX, socket);
        end();
    }

    @Override
    public void abort() {
        if (!gone) {
            stack.tell(Verb.ABORT, socket);
            end();
        }
    }

    private void requireOpen() {
        if (gone) {
            throw new CallRefused(CallRefused.Reason.CONNECTION_CLOSING, "the connection is gone");
        }
    }

    TcpHandler handler() {
        return handler;
    }

    void handledBy(TcpHandler other) {
        handler = other;
    }

    void failed(TcpError error) {
        end();
        handler.failed(this, error);
    }

    void closed() {
        end();
        handler.closed(this);
    }

    /** Where messages cross, the program may not know any more what a number means; in virtual time it answers for itself. */
    private void end() {
        gone = stack.messagesCross();
        stack.forget(socket);
    }
}
