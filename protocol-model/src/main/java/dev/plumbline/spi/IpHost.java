package dev.plumbline.spi;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.List;

/** What a transport sees when somebody else supplies IP: the interface of RFC 1122 section 3.4, from above. */
public interface IpHost extends Environment {
    /** The host's own address. */
    Ipv4Address address();

    /** All addresses that are the host's own. */
    default List<Ipv4Address> addresses() {
        return List.of(address());
    }

    /** GET_SRCADDR: the own address that goes best with a destination (RFC 1122 section 3.4). */
    default Ipv4Address addressFor(Ipv4Address destination) {
        return address();
    }

    /** The largest datagram that the first hop takes, IP header included, in octets. */
    int mtu();

    /** Sends {@code payload} in a datagram of the host's own. */
    void transmit(IpProtocol protocol, Ipv4Address destination, Octets payload);

    /** The same with these marks in its header; an IP that has none writes its own. */
    default void transmit(IpProtocol protocol, Ipv4Address destination, IpMarks marks, Octets payload) {
        transmit(protocol, destination, payload);
    }

    /** The same from a certain one of {@link #addresses}; an IP that knows of one only sends from that. */
    default void transmit(
            IpProtocol protocol, Ipv4Address source, Ipv4Address destination, IpMarks marks, Octets payload) {
        transmit(protocol, destination, marks, payload);
    }
}
