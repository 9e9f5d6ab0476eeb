package dev.plumbline.diagnosis;

import dev.plumbline.wire.Octets;
import java.util.List;

/**
 * A packet that was compared with what was expected.
 *
 * @param packet its octets; empty if nobody knows it
 * @param differences what is not as it should be, one value each
 */
public record Comparison(Octets packet, List<Difference> differences) {
    /** Nothing was compared. */
    public static final Comparison NONE = new Comparison(Octets.empty(), List.of());

    /** Keeps them as they are now. */
    public Comparison {
        differences = List.copyOf(differences);
    }
}
