package dev.plumbline.ip;

/**
 * A block of addresses that share their first bits, such as 192.0.2.0/24.
 *
 * @param network the first address of the block
 * @param length how many leading bits are shared, 0 to 32
 */
public record Ipv4Prefix(Ipv4Address network, int length) {
    /** Every address. */
    public static final Ipv4Prefix DEFAULT = new Ipv4Prefix(Ipv4Address.UNSPECIFIED, 0);

    /** Clears the bits of {@code network} beyond {@code length}. */
    public Ipv4Prefix {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("a prefix length is 0 to 32, found " + length);
        }
        network = new Ipv4Address(network.bits() & mask(length));
    }

    /**
     * Reads {@code a.b.c.d/n}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Ipv4Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,2}")) {
            throw new IllegalArgumentException("expected a prefix such as 192.0.2.0/24, found '" + text + "'");
        }
        return new Ipv4Prefix(Ipv4Address.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether {@code address} lies in the block. */
    public boolean contains(Ipv4Address address) {
        return (address.bits() & mask(length)) == network.bits();
    }

    /** The block's last address: its directed broadcast, if the block is a subnet of at least four addresses. */
    public Ipv4Address broadcast() {
        return new Ipv4Address(network.bits() | ~mask(length));
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (32 - length);
    }
}
