package dev.plumbline.dns;

import java.util.Map;

/**
 * The type of a resource record, or what a question asks for (RFC 1035 sections 3.2.2 and 3.2.3).
 *
 * @param code 0 to 65535
 */
public record RecordType(int code) {
    // Before the constants, which are checked with it.
    private static final CodeNames NAMES = new CodeNames(
            "record type",
            "TYPE",
            65535,
            Map.ofEntries(
                    Map.entry(1, "A"),
                    Map.entry(2, "NS"),
                    Map.entry(5, "CNAME"),
                    Map.entry(6, "SOA"),
                    Map.entry(12, "PTR"),
                    Map.entry(15, "MX"),
                    Map.entry(16, "TXT"),
                    Map.entry(28, "AAAA"),
                    Map.entry(33, "SRV"),
                    Map.entry(39, "DNAME"),
                    Map.entry(41, "OPT"),
                    Map.entry(43, "DS"),
                    Map.entry(251, "IXFR"),
                    Map.entry(252, "AXFR"),
                    Map.entry(255, "ANY")));

    /** An IPv4 address (RFC 1035 section 3.4.1). */
    public static final RecordType A = new RecordType(1);
    /** A name server of a zone (RFC 1035 section 3.3.11). */
    public static final RecordType NS = new RecordType(2);
    /** The canonical name of an alias (RFC 1035 section 3.3.1). */
    public static final RecordType CNAME = new RecordType(5);
    /** The start of a zone of authority (RFC 1035 section 3.3.13). */
    public static final RecordType SOA = new RecordType(6);
    /** A pointer to another name (RFC 1035 section 3.3.12). */
    public static final RecordType PTR = new RecordType(12);
    /** Where mail goes (RFC 1035 section 3.3.9). */
    public static final RecordType MX = new RecordType(15);
    /** Strings (RFC 1035 section 3.3.14). */
    public static final RecordType TXT = new RecordType(16);
    /** An IPv6 address (RFC 3596 section 2.1). */
    public static final RecordType AAAA = new RecordType(28);
    /** Where a service is (RFC 2782, "The format of the SRV RR"). */
    public static final RecordType SRV = new RecordType(33);
    /** Another name for a whole subtree (RFC 6672 section 2.1). */
    public static final RecordType DNAME = new RecordType(39);
    /** What a parent zone says about its child's keys (RFC 4034 section 5). */
    public static final RecordType DS = new RecordType(43);
    /** What is said about the message itself, no data (RFC 6891 section 6.1.1). */
    public static final RecordType OPT = new RecordType(41);
    /** Asks for what changed in a zone (RFC 1995 section 2). */
    public static final RecordType IXFR = new RecordType(251);
    /** Asks for a whole zone (RFC 5936 section 2). */
    public static final RecordType AXFR = new RecordType(252);
    /** Asks for all types, written {@code *} in RFC 1035 section 3.2.3. */
    public static final RecordType ANY = new RecordType(255);

    /** Refuses what does not fit the field. */
    public RecordType {
        NAMES.check(code);
    }

    /**
     * Reads a mnemonic such as {@code MX}, or {@code TYPE65280} (RFC 3597 section 5); case does not matter.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RecordType parse(String text) {
        return new RecordType(NAMES.parse(text));
    }

    /** Whether only a question may have it, never a record with data: QTYPEs and meta-types (RFC 6895 section 3.1). */
    public boolean isMeta() {
        return equals(OPT) || (code >= 128 && code <= 255);
    }

    /** Its mnemonic, or such as {@code TYPE65280} if it has none here (RFC 3597 section 5). */
    @Override
    public String toString() {
        return NAMES.name(code);
    }
}
