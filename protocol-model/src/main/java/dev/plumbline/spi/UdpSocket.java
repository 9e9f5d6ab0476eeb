package dev.plumbline.spi;

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

    /** Gives the port up. */
    @Override
    void close();
}
