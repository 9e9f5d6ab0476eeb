package dev.plumbline.udp;

import dev.plumbline.wire.HeaderField;

/** The fields of the UDP header in the order of the diagram in RFC 768, section "Format". */
public enum UdpField implements HeaderField {
    SOURCE_PORT(0),
    DESTINATION_PORT(16),
    /** Octets of header and data. */
    LENGTH(32),
    /** 0 means that the sender computed none. */
    CHECKSUM(48);

    private final int bitOffset;

    UdpField(int bitOffset) {
        this.bitOffset = bitOffset;
    }

    @Override
    public int bitOffset() {
        return bitOffset;
    }

    @Override
    public int bits() {
        return 16;
    }
}
