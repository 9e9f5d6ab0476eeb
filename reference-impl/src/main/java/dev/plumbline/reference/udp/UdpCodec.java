package dev.plumbline.reference.udp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;

/** Between datagrams and octets (RFC 768, section "Format"): a place of its own, so that a faulty one can take it. */
public class UdpCodec {
    /** Writes a datagram, with its checksum. */
    public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
        return datagram.encode(source, destination);
    }

    /** Reads one and verifies length and checksum. */
    public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
        return UdpDatagram.decode(octets, source, destination);
    }
}
