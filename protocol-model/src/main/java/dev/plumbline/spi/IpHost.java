package dev.plumbline.spi;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;

/** What a transport sees when somebody else supplies IP: the interface of RFC 1122 section 3.4, from above. */
public interface IpHost extends Environment {
    /** The host's own address. */
    Ipv4Address address();

    /** The largest datagram that the first hop takes, IP header included, in octets. */
    int mtu();

    /** Sends {@code payload} in a datagram of the host's own. */
    void transmit(IpProtocol protocol, Ipv4Address destination, Octets payload);

    /** The same with these marks in its header; an IP that has none writes its own. */
    default void transmit(IpProtocol protocol, Ipv4Address destination, IpMarks marks, Octets payload) {
        transmit(protocol, destination, payload);
    }
}
