package dev.plumbline.reference.tcp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;

/** Between segments and octets (RFC 9293 section 3.1): a place of its own, so that a faulty one can take it. */
public class SegmentCodec {
    /** Writes a segment, with its checksum. */
    public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
        return segment.encode(source, destination);
    }

    /** Reads one and verifies what can be verified. */
    public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
        return TcpSegment.decode(octets, source, destination);
    }
}
