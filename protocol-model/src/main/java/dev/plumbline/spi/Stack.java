package dev.plumbline.spi;

import dev.plumbline.wire.Octets;

/**
 * A running stack on one host. The services it does not claim need no code: they refuse.
 *
 * <p>A stack must take any octets in {@link #receive} without throwing: what is malformed it drops or answers as the RFCs say.
 */
public interface Stack extends UdpService, TcpService, ResolverService, NameServerService, AutoCloseable {
    /** One IP datagram, header included, came in on a link. */
    void receive(Link link, Octets datagram);

    /**
     * Returns when all that has been received and called for has been dealt with, as far as that takes no time of its own, and what
     * came of it has been handed in. Only a stack in real time has something to do for it: one that is called does what it does at
     * once.
     */
    default void catchUp() {}

    /** Switches the host off at once: no packet is sent for it, and nothing happens afterwards. */
    @Override
    void close();
}
