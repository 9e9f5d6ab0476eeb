package dev.plumbline.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RFCs that many know by their old number, and by which nothing is judged: the one that has taken their place is. */
final class Replaced {
    private static final String TCP = "9293";
    private static final Map<String, String> BY = Map.ofEntries(
            Map.entry("793", TCP),
            Map.entry("879", TCP),
            Map.entry("2873", TCP),
            Map.entry("6093", TCP),
            Map.entry("6429", TCP),
            Map.entry("6691", TCP),
            Map.entry("1323", "7323"),
            Map.entry("2001", "5681"),
            Map.entry("2581", "5681"),
            Map.entry("2582", "6582"),
            Map.entry("3782", "6582"),
            Map.entry("2988", "6298"),
            Map.entry("2671", "6891"));

    private Replaced() {}

    /**
     * The number of the RFC that stands in another's place.
     *
     * @param section the one that is meant, as {@code 4.2.3}; null for all
     */
    static Optional<String> by(String rfc, @Nullable String section) {
        // RFC 1122 section 4.2 has become a part of RFC 9293 (its section 1); the rest of the former still counts.
        boolean hostsTcp = rfc.equals("1122") && section != null && (section + ".").startsWith("4.2.");
        return hostsTcp ? Optional.of(TCP) : Optional.ofNullable(BY.get(rfc));
    }
}
