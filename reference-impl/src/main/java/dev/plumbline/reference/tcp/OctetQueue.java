package dev.plumbline.reference.tcp;

import dev.plumbline.wire.Octets;

/**
 * Octets in order: what is put in at the back comes out at the front. It grows as needed; its users set the limits.
 *
 * <p>It is a ring, so that no octet is ever moved while a long stream passes through.
 */
final class OctetQueue {
    private byte[] ring = new byte[0];
    private int start;
    private int length;

    int length() {
        return length;
    }

    void append(Octets octets) {
        if (length + octets.length() > ring.length) {
            grow(length + octets.length());
        }
        int end = position(length);
        int first = Math.min(octets.length(), ring.length - end);
        octets.slice(0, first).copyTo(ring, end);
        octets.from(first).copyTo(ring, 0);
        length += octets.length();
    }

    /** A copy of {@code count} octets, the first of them {@code from} octets behind the front. */
    Octets peek(int from, int count) {
        byte[] copy = new byte[count];
        copyTo(copy, from, count);
        return Octets.wrap(copy);
    }

    /** Takes {@code count} octets off the front. */
    void drop(int count) {
        start = length == count ? 0 : position(count);
        length -= count;
    }

    private void copyTo(byte[] target, int from, int count) {
        int begin = position(from);
        int first = Math.min(count, ring.length - begin);
        System.arraycopy(ring, begin, target, 0, first);
        System.arraycopy(ring, 0, target, first, count - first);
    }

    /** Where in the ring the octet lies that is {@code behind} the front. */
    private int position(int behind) {
        int index = start + behind;
        return index < ring.length ? index : index - ring.length;
    }

    private void grow(int needed) {
        byte[] larger = new byte[Math.max(2 * ring.length, needed)];
        copyTo(larger, 0, length);
        ring = larger;
        start = 0;
    }
}
