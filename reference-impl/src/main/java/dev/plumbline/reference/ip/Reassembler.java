package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Packet;
import java.util.Optional;

/** Puts fragments together (RFC 791 section 3.2, RFC 1122 section 3.3.2). */
@FunctionalInterface
public interface Reassembler {
    /** Lets every fragment drop. */
    Reassembler NONE = fragment -> Optional.empty();

    /** Takes a fragment; returns the datagram if this was the last part that was missing. */
    Optional<Ipv4Packet> accept(Ipv4Packet fragment);
}
