package dev.plumbline.ip;

import dev.plumbline.wire.Octets;

/**
 * An IPv4 address (RFC 791 section 2.3).
 *
 * @param bits the 32 bits, the first octet on the left
 */
public record Ipv4Address(int bits) {
    /** "This host on this network", 0.0.0.0: never a destination (RFC 1122 section 3.2.1.3). */
    public static final Ipv4Address UNSPECIFIED = new Ipv4Address(0);
    /** The limited broadcast address, 255.255.255.255: never a source (RFC 1122 section 3.2.1.3). */
    public static final Ipv4Address BROADCAST = new Ipv4Address(-1);

    private static final int OCTETS = 4;
    private static final int MOST_DIGITS = 3;

    /**
     * Reads four decimal numbers between 0 and 255 with dots between them.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Ipv4Address parse(String text) {
        int bits = 0;
        int at = 0;
        for (int i = 1; i <= OCTETS; i++) {
            int end = digitsEnd(text, at);
            boolean followed = i == OCTETS ? end == text.length() : end < text.length() && text.charAt(end) == '.';
            if (end == at || !followed) {
                throw new IllegalArgumentException("expected an IPv4 address such as 192.0.2.1, found '" + text + "'");
            }
            int octet = Integer.parseInt(text, at, end, 10);
            if (octet > 255) {
                throw new IllegalArgumentException("in the IPv4 address '" + text + "', " + octet + " is over 255");
            }
            bits = bits << 8 | octet;
            at = end + 1;
        }
        return new Ipv4Address(bits);
    }

    /** Where the digits end that begin there: every message of a stack in another process is read with this. */
    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + MOST_DIGITS && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The address with {@code n} added to its 32 bits, modulo 2^32. */
    public Ipv4Address plus(int n) {
        return new Ipv4Address(bits + n);
    }

    /** 224.0.0.0 to 239.255.255.255 (RFC 1122 section 3.2.1.3, class D). */
    public boolean isMulticast() {
        return bits >>> 28 == 0xe;
    }

    /** 127.0.0.0 to 127.255.255.255: never on a wire (RFC 1122 section 3.2.1.3). */
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    /** 240.0.0.0 and up but the limited broadcast: reserved (RFC 1122 section 3.2.1.3, class E). */
    public boolean isReserved() {
        return bits >>> 28 == 0xf && !equals(BROADCAST);
    }

    /** Whether a datagram may name it as its source: one host's own address (RFC 1122 section 3.2.1.3). */
    public boolean isUnicast() {
        return bits >>> 24 != 0 && !isMulticast() && !isReserved() && !equals(BROADCAST);
    }

    /** The four octets in network order. */
    public Octets octets() {
        return Octets.of(bits >>> 24, bits >>> 16, bits >>> 8, bits);
    }

    // Written out for those who ask of every packet: what a record has by itself goes through method handles.
    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv4Address that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
