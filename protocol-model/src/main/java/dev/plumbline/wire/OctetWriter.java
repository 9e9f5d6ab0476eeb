package dev.plumbline.wire;

/** Fills an array of known size from front to back, in network byte order: how the codecs write headers. */
public final class OctetWriter {
    private final byte[] array;
    private int position;

    /** For exactly {@code size} octets. */
    public OctetWriter(int size) {
        array = new byte[size];
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

    /** Where the next octet goes. */
    public int position() {
        return position;
    }

    /** Computes the checksum of the first {@code length} octets, starting from {@code sum}, and stores it at {@code index}. */
    public int checksum(int index, int length, long sum) {
        int checksum = InternetChecksum.finish(sum + InternetChecksum.sum(array, 0, length));
        store16(index, checksum);
        return checksum;
    }

    /** Replaces 16 bits that are already written. */
    public void store16(int index, int value) {
        Octets.SHORTS.set(array, index, (short) value);
    }

    /** What was written; the writer must not be used again. */
    public Octets toOctets() {
        if (position != array.length) {
            throw new IllegalStateException("wrote " + position + " octets of " + array.length);
        }
        return Octets.wrap(array);
    }
}
