package dev.plumbline.ip;

/**
 * What a datagram carries: the Protocol field (RFC 791 section 3.1).
 *
 * @param number 0 to 255
 */
public record IpProtocol(int number) {
    /** The Internet Control Message Protocol. */
    public static final IpProtocol ICMP = new IpProtocol(1);
    /** The Transmission Control Protocol. */
    public static final IpProtocol TCP = new IpProtocol(6);
    /** The User Datagram Protocol. */
    public static final IpProtocol UDP = new IpProtocol(17);

    /** Refuses what does not fit the field. */
    public IpProtocol {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("an IP protocol number is 0 to 255, found " + number);
        }
    }

    // Written out for those who ask of every packet: what a record has by itself goes through method handles.
    @Override
    public boolean equals(Object other) {
        return other instanceof IpProtocol that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return switch (number) {
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            default -> "IP protocol " + number;
        };
    }
}
