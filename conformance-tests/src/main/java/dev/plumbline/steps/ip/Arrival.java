package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Packet;
import java.util.List;
import java.util.Optional;

/**
 * The pieces of some datagrams, as they are sent.
 *
 * @param pieces in the order in which they are sent
 * @param wrong why the datagrams must not be delivered, if they must not
 * @param withheld a piece that is missing so far
 */
public record Arrival(List<Ipv4Packet> pieces, Optional<String> wrong, Optional<Ipv4Packet> withheld) {
    /** The datagrams become whole. */
    static Arrival complete(List<Ipv4Packet> pieces) {
        return new Arrival(pieces, Optional.empty(), Optional.empty());
    }

    /** Nothing becomes whole, though no piece is missing. */
    static Arrival never(List<Ipv4Packet> pieces, String why) {
        return new Arrival(pieces, Optional.of(why), Optional.empty());
    }

    /** One piece is missing, so nothing becomes whole. */
    static Arrival without(Ipv4Packet missing, List<Ipv4Packet> others, String why) {
        return new Arrival(others, Optional.of(why), Optional.of(missing));
    }
}
