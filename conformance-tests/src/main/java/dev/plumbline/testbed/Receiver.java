package dev.plumbline.testbed;

import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;

/** A node of the network, as the network sees it. */
@FunctionalInterface
public interface Receiver {
    /**
     * A datagram, or whatever its sender put on the wire instead, came in on {@code link}.
     *
     * @param link the node's own link
     * @param datagram any octets
     */
    void receive(Link link, Octets datagram);
}
