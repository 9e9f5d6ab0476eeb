package dev.plumbline.ip;

/** The ECN field: the lower two bits of an IP header's second octet (RFC 3168 section 5). */
public enum Ecn {
    /** Its transport knows nothing of ECN, or wants nothing of it for this packet. */
    NOT_ECT(0b00),
    /** ECN-capable transport, the other codepoint. */
    ECT_1(0b01),
    /** ECN-capable transport, the usual codepoint. */
    ECT_0(0b10),
    /** Congestion experienced: a router has marked the packet where it would have dropped it. */
    CE(0b11);

    private static final int MASK = 0b11;

    private final int bits;

    Ecn(int bits) {
        this.bits = bits;
    }

    /** The field in a header with this type of service, 0 to 255. */
    public static Ecn in(int typeOfService) {
        return switch (typeOfService & MASK) {
            case 0b00 -> NOT_ECT;
            case 0b01 -> ECT_1;
            case 0b10 -> ECT_0;
            default -> CE;
        };
    }

    /** Its two bits. */
    public int bits() {
        return bits;
    }

    /** The same type of service with this in its lower two bits. */
    public int into(int typeOfService) {
        return (typeOfService & ~MASK) | bits;
    }

    /** Whether a sender has said, or a router could tell, that its transport understands ECN. */
    public boolean isCapable() {
        return this != NOT_ECT;
    }
}
