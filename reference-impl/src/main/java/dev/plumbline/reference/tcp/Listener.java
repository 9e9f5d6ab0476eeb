package dev.plumbline.reference.tcp;

import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.transport.SocketAddress;

/** A passive OPEN (RFC 9293 section 3.9.1.1): it stays in LISTEN, and each SYN gets a connection of its own. */
final class Listener implements TcpListener {
    private final ReferenceTcp tcp;
    private final SocketAddress local;
    private final TcpAcceptor acceptor;

    Listener(ReferenceTcp tcp, SocketAddress local, TcpAcceptor acceptor) {
        this.tcp = tcp;
        this.local = local;
        this.acceptor = acceptor;
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
