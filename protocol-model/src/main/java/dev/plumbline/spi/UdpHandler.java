package dev.plumbline.spi;

import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** An application with a UDP port. */
@FunctionalInterface
public interface UdpHandler {
    /** A datagram came from {@code source}; {@code data} may be empty. */
    void received(SocketAddress source, Octets data);

    /**
     * ICMP says that a datagram did not arrive, and whatever the reason is, the application is told (RFC 1122 section 4.1.3.3).
     * A stack that cannot tell, or not of every error, need not call this, and does not claim
     * {@link Capability#UDP_ERROR_REPORTS}.
     *
     * @param destination where the datagram was to go
     */
    default void unreachable(SocketAddress destination) {}
}
