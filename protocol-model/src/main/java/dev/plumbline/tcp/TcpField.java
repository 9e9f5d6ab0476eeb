package dev.plumbline.tcp;

import dev.plumbline.wire.HeaderField;

/** The fields of the TCP header in the order of the diagram in RFC 9293 section 3.1. */
public enum TcpField implements HeaderField {
    SOURCE_PORT(0, 16),
    DESTINATION_PORT(16, 16),
    SEQUENCE_NUMBER(32, 32),
    ACKNOWLEDGMENT_NUMBER(64, 32),
    /** Header length in 32-bit words. */
    DATA_OFFSET(96, 4),
    RESERVED(100, 4),
    FLAGS(104, 8),
    WINDOW(112, 16),
    CHECKSUM(128, 16),
    URGENT_POINTER(144, 16);

    private final int bitOffset;
    private final int bits;

    TcpField(int bitOffset, int bits) {
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
