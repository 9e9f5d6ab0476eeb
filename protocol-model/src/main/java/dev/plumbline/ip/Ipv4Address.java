package dev.plumbline.ip;

import dev.plumbline.wire.Octets;
import java.util.regex.Pattern;

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

    private static final Pattern DOTTED_QUAD = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads four decimal numbers between 0 and 255 with dots between them.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Ipv4Address parse(String text) {
        var match = DOTTED_QUAD.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("expected an IPv4 address such as 192.0.2.1, found '" + text + "'");
        }
        int bits = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(match.group(i));
            if (octet > 255) {
                throw new IllegalArgumentException("in the IPv4 address '" + text + "', " + octet + " is over 255");
            }
            bits = bits << 8 | octet;
        }
        return new Ipv4Address(bits);
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

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
