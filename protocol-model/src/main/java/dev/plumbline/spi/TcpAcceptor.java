package dev.plumbline.spi;

/** A server application that waits for connections. */
@FunctionalInterface
public interface TcpAcceptor {
    /**
     * A connection was established (the handshake is complete).
     *
     * @return who shall hear of its events; {@link TcpHandler#established} is not called for it
     */
    TcpHandler accepted(TcpConnection connection);
}
