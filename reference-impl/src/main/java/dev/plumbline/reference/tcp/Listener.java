package dev.plumbline.reference.tcp;

import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.transport.SocketAddress;

/** A passive OPEN (RFC 9293 section 3.9.1.1): it stays in LISTEN, and each SYN gets a connection of its own. */
final class Listener implements TcpListener {
    private final ReferenceTcp tcp;
    private final SocketAddress local;
    private final boolean anyAddress;
    private final TcpAcceptor acceptor;

    /** One for {@code local}, or for its port at any of the host's addresses. */
    Listener(ReferenceTcp tcp, SocketAddress local, boolean anyAddress, TcpAcceptor acceptor) {
        this.tcp = tcp;
        this.local = local;
        this.anyAddress = anyAddress;
        this.acceptor = acceptor;
    }

    /** Whether a connection to this socket is what it waits for. */
    boolean isFor(SocketAddress socket) {
        return local.port().equals(socket.port())
                && (anyAddress || local.address().equals(socket.address()));
    }

    /** Whether the two would wait for the same connections. */
    boolean collidesWith(Listener other) {
        return isFor(other.local) || other.isFor(local);
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    TcpAcceptor acceptor() {
        return acceptor;
    }

    @Override
    public void close() {
        tcp.stopListening(this);
    }
}
