package dev.plumbline.ip;

import dev.plumbline.wire.HeaderField;

/** The fields of the IPv4 header in the order of the diagram in RFC 791 section 3.1. */
public enum Ipv4Field implements HeaderField {
    VERSION(0, 4),
    /** Header length in 32-bit words. */
    IHL(4, 4),
    TYPE_OF_SERVICE(8, 8),
    /** Octets of header and data. */
    TOTAL_LENGTH(16, 16),
    IDENTIFICATION(32, 16),
    RESERVED_FLAG(48, 1),
    DONT_FRAGMENT(49, 1),
    MORE_FRAGMENTS(50, 1),
    /** In units of eight octets. */
    FRAGMENT_OFFSET(51, 13),
    TIME_TO_LIVE(64, 8),
    PROTOCOL(72, 8),
    HEADER_CHECKSUM(80, 16),
    SOURCE(96, 32),
    DESTINATION(128, 32);

    private final int bitOffset;
    private final int bits;

    Ipv4Field(int bitOffset, int bits) {
        this.bitOffset = bitOffset;
        this.bits = bits;
    }

    @Override
    public int bitOffset() {
        return bitOffset;
    }

    @Override
    public int bits() {
        return bits;
    }
}
