package dev.plumbline.diagnosis;

import dev.plumbline.wire.Octets;
import java.util.List;

/**
 * A packet that was compared with what was expected.
 *
 * @param packet its octets; empty if nobody knows it
 * @param differences what is not as it should be, one value each
 * @param explained whether a well-known mistake makes exactly what is wrong with it
 */
public record Comparison(Octets packet, List<Difference> differences, boolean explained) {
    /** Nothing was compared. */
    public static final Comparison NONE = new Comparison(Octets.empty(), List.of());

    /** Nobody has looked yet why they differ. */
    public Comparison(Octets packet, List<Difference> differences) {
        this(packet, differences, false);
    }

    /** Keeps them as they are now. */
    public Comparison {
        differences = List.copyOf(differences);
    }

    /** The same when the mistake has been found. */
    public Comparison byAKnownMistake() {
        return new Comparison(packet, differences, true);
    }
}
