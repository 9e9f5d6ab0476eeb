package dev.plumbline.spi;

import dev.plumbline.transport.SocketAddress;

/** A port that accepts connections. */
public interface TcpListener extends AutoCloseable {
    /** Its address and port. */
    SocketAddress local();

    /**
     * CLOSE in LISTEN: accepts no more. Connections that the acceptor was told of go on; it is told of no other, although its
     * handshake had begun (RFC 9293 section 3.10.4).
     */
    @Override
    void close();
}
