package dev.plumbline.spi;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.List;

/** A TCP alone, without IP beneath it: what a course's "TCP week" hands in. */
public interface TcpLayer extends TcpService, AutoCloseable {
    /** The payload of one whole datagram for TCP; its checksum is not yet verified. */
    void receive(Ipv4Address source, Ipv4Address destination, Octets segment);

    /** The same, and what the routers on its way say of congestion: for those who heed it (RFC 3168 section 6.1.3). */
    default void receive(Ipv4Address source, Ipv4Address destination, Ecn ecn, Octets segment) {
        receive(source, destination, segment);
    }

    /** The same, and the options of its IP header: for those who understand one of them (RFC 1122 section 3.2.1.8). */
    default void receive(
            Ipv4Address source, Ipv4Address destination, Ecn ecn, List<Ipv4Option> options, Octets segment) {
        receive(source, destination, ecn, segment);
    }

    /**
     * ICMP reports an error about a segment that was sent (RFC 9293 section 3.9.2.2).
     *
     * @param destination where the segment was to go
     * @param start the first octets of the segment, at least eight: ports and sequence number
     * @see TcpSegment
     */
    default void icmpError(IcmpMessage error, Ipv4Address destination, Octets start) {}

    /** The same where the host has several addresses: {@code source} is the one that the segment came from. */
    default void icmpError(IcmpMessage error, Ipv4Address source, Ipv4Address destination, Octets start) {
        icmpError(error, destination, start);
    }

    /** Switches it off: no packet is sent, nothing happens afterwards. */
    @Override
    void close();
}
