package dev.plumbline.ip;

import dev.plumbline.wire.Octets;

/**
 * An IPv4 option (RFC 791 section 3.1). End of Option List is not one here: it is written as padding and ends reading.
 *
 * @param type the option-type octet, 1 to 255
 * @param data what follows the type and length octets, at most 38 octets; empty for No Operation
 */
public record Ipv4Option(int type, Octets data) {
    /** The type of No Operation, which has neither length nor data. */
    public static final int NO_OPERATION = 1;

    /** The type of Record Route: each router leaves its address. */
    public static final int RECORD_ROUTE = 7;

    /** The type of Internet Timestamp: each router leaves the time, or its address and the time. */
    public static final int TIMESTAMP = 68;

    /** Refuses what cannot be written. */
    public Ipv4Option {
        if (type < 1 || type > 255) {
            throw new IllegalArgumentException("an IPv4 option's type is 1 to 255, found " + type);
        }
        if (data.length() > (type == NO_OPERATION ? 0 : 38)) {
            throw new IllegalArgumentException("IPv4 option " + type + " with " + data.length() + " octets of data");
        }
    }

    /** Whether a router copies it into every fragment (RFC 791 section 3.1, copied flag). */
    public boolean isCopied() {
        return (type & 0x80) != 0;
    }

    @Override
    public String toString() {
        String content = data.isEmpty() ? "" : " with " + data;
        return type == NO_OPERATION ? "No Operation" : "type " + type + content;
    }

    int encodedLength() {
        return type == NO_OPERATION ? 1 : 2 + data.length();
    }
}
