package dev.plumbline.dns;

import java.util.Map;

/**
 * What kind of query a message is (RFC 1035 section 4.1.1).
 *
 * @param code 0 to 15
 */
public record Opcode(int code) {
    // Before the constants, which are checked with it.
    private static final CodeNames NAMES = new CodeNames(
            "opcode", "OPCODE", 15, Map.of(0, "QUERY", 1, "IQUERY", 2, "STATUS", 4, "NOTIFY", 5, "UPDATE"));

    /** A standard query. */
    public static final Opcode QUERY = new Opcode(0);

    /** Refuses what does not fit the field. */
    public Opcode {
        NAMES.check(code);
    }

    /** The one with this number; nearly all are the same. */
    static Opcode of(int code) {
        return code == QUERY.code ? QUERY : new Opcode(code);
    }

    /** Its mnemonic, or such as {@code OPCODE7} if it has none here. */
    @Override
    public String toString() {
        return NAMES.name(code);
    }
}
