package dev.plumbline.tcp;

/** A control bit of the TCP header (RFC 9293 section 3.1), from the lowest bit up. */
public enum TcpFlag {
    /** No more data from the sender. */
    FIN('F', 0x01),
    /** Synchronise sequence numbers. */
    SYN('S', 0x02),
    /** Reset the connection. */
    RST('R', 0x04),
    /** Push. */
    PSH('P', 0x08),
    /** The acknowledgment field is significant. */
    ACK('.', 0x10),
    /** The urgent pointer is significant. */
    URG('U', 0x20),
    /** ECN-echo (RFC 3168 section 6.1). */
    ECE('E', 0x40),
    /** Congestion window reduced (RFC 3168 section 6.1). */
    CWR('W', 0x80);

    private final char letter;
    private final int bit;

    TcpFlag(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    /** The letter that stands for it in a transcript; a dot for ACK, as in packetdrill. */
    public char letter() {
        return letter;
    }

    /** Its bit in the header's flags octet. */
    public int bit() {
        return bit;
    }
}
