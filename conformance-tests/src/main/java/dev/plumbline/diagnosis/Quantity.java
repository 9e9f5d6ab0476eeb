package dev.plumbline.diagnosis;

import java.util.List;

/** What is compared, and of which fields it consists on the wire, the first one highest. */
public enum Quantity {
    /** SEG.ACK (RFC 9293 section 3.1). */
    ACKNOWLEDGMENT(32),
    /** SEG.SEQ. */
    SEQUENCE(32),
    /** The control bits. */
    FLAGS(8),
    /** SEG.WND, as many octets as are meant. */
    WINDOW(16),
    /** How many octets of options and data a segment has (RFC 9293 section 3.7.1). */
    SEGMENT_SIZE(16),
    /** TSecr (RFC 7323 section 3.2). */
    TIMESTAMP_ECHO(32),
    /** The header length in words of four octets (RFC 9293 section 3.1). */
    DATA_OFFSET(4),
    TCP_CHECKSUM(16),
    /** From which port to which. */
    PORTS(16, 16),
    /** An address and a port. */
    SOCKET(32, 16),
    ADDRESS(32),
    IP_VERSION(4),
    /** The header length in words of four octets (RFC 791 section 3.1). */
    IP_HEADER_LENGTH(4),
    IP_TOTAL_LENGTH(16),
    IP_CHECKSUM(16),
    TIME_TO_LIVE(8),
    /** Octets of header and data (RFC 768 section "Fields"). */
    UDP_LENGTH(16),
    UDP_CHECKSUM(16),
    ICMP_CHECKSUM(16),
    DNS_ID(16),
    /** The second word of the header (RFC 1035 section 4.1.1); of what is expected only what a query decides counts. */
    DNS_FLAGS(16),
    /** Type and class of a question (RFC 1035 section 4.1.2). */
    QUESTION_KIND(16, 16),
    /** How long a record lives, in seconds (RFC 1035 section 4.1.3). */
    RECORD_LIFETIME(32),
    /** Whether a DNS message can be read: 1 or 0. */
    DNS_READABLE(1);

    private final int first;
    private final int second;

    Quantity(int only) {
        this(only, 0);
    }

    Quantity(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /** What is called by its name where a whole packet is looked at. */
    String noun() {
        return switch (this) {
            case IP_TOTAL_LENGTH -> "the total length";
            case UDP_LENGTH -> "the UDP length";
            case IP_HEADER_LENGTH -> "the header length";
            case DATA_OFFSET -> "the data offset";
            case IP_CHECKSUM -> "header checksum";
            case TCP_CHECKSUM -> "TCP checksum";
            case UDP_CHECKSUM -> "UDP checksum";
            case ICMP_CHECKSUM -> "ICMP checksum";
            default -> "the field";
        };
    }

    /** The widths of its fields in bits. */
    List<Integer> widths() {
        return second == 0 ? List.of(first) : List.of(first, second);
    }

    /** Whether it is a number of RFC 9293 section 3.4, which goes on with 0 behind 2^32 - 1. */
    boolean isSequenceNumber() {
        return this == ACKNOWLEDGMENT || this == SEQUENCE;
    }

    boolean isChecksum() {
        return this == TCP_CHECKSUM || this == IP_CHECKSUM || this == UDP_CHECKSUM || this == ICMP_CHECKSUM;
    }

    /** Whether it says how long something is. */
    public boolean isLength() {
        return this == IP_TOTAL_LENGTH || this == UDP_LENGTH;
    }

    /** Whether it is a length in words. */
    boolean isInWords() {
        return this == DATA_OFFSET || this == IP_HEADER_LENGTH;
    }
}
