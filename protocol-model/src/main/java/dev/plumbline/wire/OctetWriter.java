package dev.plumbline.wire;

/**
 * Fills an array of known size from front to back, in network byte order (RFC 791 appendix B): how the codecs write headers. To
 * write more or fewer octets than announced is a mistake of ours, and ends in an exception.
 */
public final class OctetWriter {
    private final byte[] array;
    private final int size;
    private int position;

    /** For exactly {@code size} octets. */
    public OctetWriter(int size) {
        this(size, Octets.empty());
    }

    /** For a header of exactly {@code size} octets, which stands before {@code payload}. */
    public OctetWriter(int size, Octets payload) {
        array = new byte[size + payload.length()];
        payload.copyTo(array, size);
        this.size = size;
    }

    /** Appends the low 8 bits of {@code value}. */
    public OctetWriter u8(int value) {
        array[position++] = (byte) value;
        return this;
    }

    /** Appends the low 16 bits of {@code value}. */
    public OctetWriter u16(int value) {
        Octets.SHORTS.set(array, position, (short) value);
        position += 2;
        return this;
    }

    /** Appends 32 bits. */
    public OctetWriter i32(int value) {
        Octets.INTS.set(array, position, value);
        position += 4;
        return this;
    }

    /** Appends {@code octets}. */
    public OctetWriter octets(Octets octets) {
        octets.copyTo(array, position);
        position += octets.length();
        return this;
    }

    /** Appends zeros until {@code end} octets are written. */
    public OctetWriter padTo(int end) {
        position = Math.max(position, end);
        return this;
    }

    /** How many octets are written, the payload not counted: where the next one goes. */
    public int position() {
        return position;
    }

    /**
     * Computes the checksum of the first {@code length} octets, starting from {@code sum}, and stores it at {@code index}
     * (RFC 1071 section 1). The octets of the payload count, too; what stands at {@code index} must still be zero.
     *
     * @return the checksum, 0 to 65535
     */
    public int checksum(int index, int length, long sum) {
        int checksum = InternetChecksum.finish(sum + InternetChecksum.sum(array, 0, length));
        store16(index, checksum);
        return checksum;
    }

    /** Replaces 16 bits that are already written by the low 16 bits of {@code value}. */
    public void store16(int index, int value) {
        Octets.SHORTS.set(array, index, (short) value);
    }

    /**
     * What was written, and the payload; the writer must not be used again.
     *
     * @throws IllegalStateException if that were fewer octets than announced, or more
     */
    public Octets toOctets() {
        if (position != size) {
            throw new IllegalStateException("wrote " + position + " octets of " + size);
        }
        return Octets.wrap(array);
    }
}
