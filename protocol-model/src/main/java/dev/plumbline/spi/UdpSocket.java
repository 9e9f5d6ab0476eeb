package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** An open UDP port. */
public interface UdpSocket extends AutoCloseable {
    /** Its address and port. */
    SocketAddress local();

    /**
     * Sends one datagram.
     *
     * @param data what it carries; may be empty
     * @throws CallRefused if the data does not fit, or no host can have the destination address
     */
    void send(SocketAddress destination, Octets data);

    /**
     * The same from a certain one of the host's addresses (RFC 1122 section 4.1.3.5).
     *
     * @throws CallRefused also if the host has no such address, or with {@code NOT_CLAIMED} if the stack does not claim
     *     {@link Capability#UDP_LOCAL_ADDRESS}
     */
    default void send(Ipv4Address source, SocketAddress destination, Octets data) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack chooses the address by itself");
    }

    /** Gives the port up. */
    @Override
    void close();
}
