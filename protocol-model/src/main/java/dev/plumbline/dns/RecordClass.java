package dev.plumbline.dns;

import java.util.Map;

/**
 * The class of a resource record or a question (RFC 1035 sections 3.2.4 and 3.2.5).
 *
 * @param code 0 to 65535
 */
public record RecordClass(int code) {
    // Before the constants, which are checked with it.
    private static final CodeNames NAMES =
            new CodeNames("record class", "CLASS", 65535, Map.of(1, "IN", 3, "CH", 4, "HS", 254, "NONE", 255, "ANY"));

    /** The Internet. */
    public static final RecordClass IN = new RecordClass(1);
    /** Chaosnet; today where servers answer questions about themselves (RFC 4892 section 3). */
    public static final RecordClass CH = new RecordClass(3);
    /** Asks for all classes, written {@code *} in RFC 1035 section 3.2.5. */
    public static final RecordClass ANY = new RecordClass(255);

    /** Refuses what does not fit the field. */
    public RecordClass {
        NAMES.check(code);
    }

    /** The class with this code; nearly all have the same. */
    static RecordClass of(int code) {
        return code == IN.code ? IN : new RecordClass(code);
    }

    /**
     * Reads a mnemonic such as {@code IN}, or {@code CLASS32} (RFC 3597 section 5); case does not matter.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RecordClass parse(String text) {
        return new RecordClass(NAMES.parse(text));
    }

    /** Its mnemonic, or such as {@code CLASS32} if it has none here (RFC 3597 section 5). */
    @Override
    public String toString() {
        return NAMES.name(code);
    }
}
