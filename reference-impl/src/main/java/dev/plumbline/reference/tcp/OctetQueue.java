package dev.plumbline.reference.tcp;

import dev.plumbline.wire.Octets;

/** Octets in order: what is put in at the back comes out at the front. It grows as needed; its users set the limits. */
final class OctetQueue {
    private byte[] array = new byte[0];
    private int start;
    private int length;

    int length() {
        return length;
    }

    void append(Octets octets) {
        if (start + length + octets.length() > array.length) {
            makeRoom(octets.length());
        }
        octets.copyTo(array, start + length);
        length += octets.length();
    }

    /** A copy of {@code count} octets, the first of them {@code from} octets behind the front. */
    Octets peek(int from, int count) {
        byte[] copy = new byte[count];
        System.arraycopy(array, start + from, copy, 0, count);
        return Octets.wrap(copy);
    }

    /** Takes {@code count} octets off the front. */
    void drop(int count) {
        start += count;
        length -= count;
    }

    private void makeRoom(int extra) {
        int needed = length + extra;
        byte[] target = needed > array.length ? new byte[Math.max(2 * array.length, needed)] : array;
        System.arraycopy(array, start, target, 0, length);
        array = target;
        start = 0;
    }
}
