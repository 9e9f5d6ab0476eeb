package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** An application with a UDP port. */
@FunctionalInterface
public interface UdpHandler {
    /** A datagram came from {@code source}; {@code data} may be empty. */
    void received(SocketAddress source, Octets data);

    /**
     * The same of a host with several addresses: {@code destination} is the one of them that the datagram went to; if it went to
     * many hosts, that of the link by which it came (RFC 1122 sections 3.2.1.3 and 4.1.3.5). A stack that cannot tell calls the other
     * one, and does not claim {@link Capability#UDP_LOCAL_ADDRESS}.
     */
    default void received(SocketAddress source, Ipv4Address destination, Octets data) {
        received(source, data);
    }

    /**
     * ICMP says that a datagram did not arrive, and whatever the reason is, the application is told (RFC 1122 section 4.1.3.3).
     * A stack that cannot tell, or not of every error, need not call this, and does not claim
     * {@link Capability#UDP_ERROR_REPORTS}.
     *
     * @param destination where the datagram was to go
     */
    default void unreachable(SocketAddress destination) {}
}
