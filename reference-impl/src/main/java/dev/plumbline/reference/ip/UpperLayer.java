package dev.plumbline.reference.ip;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;

/** A protocol that IP carries: what IP tells it (RFC 1122 section 3.4). */
public interface UpperLayer {
    /** A whole datagram arrived for this host. */
    void receive(Datagram datagram);

    /**
     * ICMP reports an error about a datagram that was sent.
     *
     * @param source which of this host's addresses it came from
     * @param destination where it was to go
     * @param start the first octets of its payload, at least eight
     */
    default void icmpError(IcmpMessage error, Ipv4Address source, Ipv4Address destination, Octets start) {}
}
