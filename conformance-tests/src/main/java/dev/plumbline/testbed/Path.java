package dev.plumbline.testbed;

/**
 * One direction of a cable.
 *
 * @param impairment what happens to datagrams on it
 * @param mtu the largest datagram it carries, in octets, 0 to 65535; larger ones vanish without a word to anyone
 */
public record Path(Impairment impairment, int mtu) {
    /** Carries everything, and does no harm but {@code impairment}. */
    public static Path of(Impairment impairment) {
        return new Path(impairment, 65535);
    }
}
