package dev.plumbline.reference.ip;

import java.util.Optional;

/** Puts fragments together (RFC 791 section 3.2, RFC 1122 section 3.3.2). */
@FunctionalInterface
public interface Reassembler {
    /** Takes a fragment; returns the datagram if this was the last part that was missing. */
    Optional<Datagram> accept(Datagram fragment);
}
