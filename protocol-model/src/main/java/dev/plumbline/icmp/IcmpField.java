package dev.plumbline.icmp;

import dev.plumbline.wire.HeaderField;

/** The fields that all ICMP messages share, then those of echo messages (RFC 792, RFC 1122 section 3.2.2). */
public enum IcmpField implements HeaderField {
    TYPE(0, 8),
    CODE(8, 8),
    CHECKSUM(16, 16),
    /** The rest of the header, its meaning depending on the type. */
    REST(32, 32),
    IDENTIFIER(32, 16),
    SEQUENCE_NUMBER(48, 16);

    private final int bitOffset;
    private final int bits;

    IcmpField(int bitOffset, int bits) {
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
