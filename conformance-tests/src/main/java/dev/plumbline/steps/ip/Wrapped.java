package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/**
 * A packet as it is put on the wire.
 *
 * @param datagram its octets
 * @param wrong why a host must drop it, if it must
 */
public record Wrapped(Octets datagram, Optional<String> wrong) {
    /** One that must be taken. */
    static Wrapped right(Ipv4Packet packet) {
        return new Wrapped(packet.encode(), Optional.empty());
    }

    /** One that must be dropped. */
    static Wrapped wrong(Octets datagram, String why) {
        return new Wrapped(datagram, Optional.of(why));
    }
}
