package dev.plumbline.dns;

/**
 * The type of a resource record (RFC 1035 section 3.2.2).
 *
 * @param code 0 to 65535
 */
public record RecordType(int code) {
    /** An IPv4 address. */
    public static final RecordType A = new RecordType(1);

    /** Refuses what does not fit the field. */
    public RecordType {
        if (code < 0 || code > 65535) {
            throw new IllegalArgumentException("a record type is 0 to 65535, found " + code);
        }
    }

    @Override
    public String toString() {
        return equals(A) ? "A" : "TYPE" + code;
    }
}
