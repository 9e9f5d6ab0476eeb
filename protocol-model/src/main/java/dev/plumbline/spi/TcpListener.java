package dev.plumbline.spi;

import dev.plumbline.transport.SocketAddress;

/** A port that accepts connections. */
public interface TcpListener extends AutoCloseable {
    /** Its address and port. */
    SocketAddress local();

    /** Accepts no more; connections that exist go on. */
    @Override
    void close();
}
