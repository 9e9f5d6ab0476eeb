package dev.plumbline.tcp;

/**
 * A sequence number: an octet's place in the stream, counted modulo 2^32 (RFC 9293 section 3.4).
 *
 * <p>It has no natural order, because after 4294967295 comes 0. What can be said is where one number lies as seen from
 * another, as long as the two are less than 2^31 apart.
 *
 * @param bits the number's 32 bits
 */
public record SeqNumber(int bits) {
    /** The number zero. */
    public static final SeqNumber ZERO = new SeqNumber(0);

    /** {@code value} modulo 2^32. */
    public static SeqNumber of(long value) {
        return new SeqNumber((int) value);
    }

    /** The number as 0 to 4294967295. */
    public long value() {
        return bits & 0xffffffffL;
    }

    /** The number {@code octets} further on, or back if negative. */
    public SeqNumber plus(long octets) {
        return new SeqNumber(bits + (int) octets);
    }

    /** How far this number lies after {@code other}: -2^31 to 2^31 - 1, negative if it lies before. */
    public int minus(SeqNumber other) {
        return bits - other.bits;
    }

    /** Whether it comes before {@code other}; {@code SEG < SND} in the RFC's words. */
    public boolean isBefore(SeqNumber other) {
        return minus(other) < 0;
    }

    /** Whether it comes after {@code other}. */
    public boolean isAfter(SeqNumber other) {
        return other.isBefore(this);
    }

    /** Whether it is {@code other} or comes before it; {@code =<} in the RFC's words. */
    public boolean isAtOrBefore(SeqNumber other) {
        return !isAfter(other);
    }

    /** Whether it is {@code other} or comes after it. */
    public boolean isAtOrAfter(SeqNumber other) {
        return !isBefore(other);
    }

    /**
     * Whether it is one of the {@code size} numbers that begin with {@code start}.
     *
     * @param size 0 to 2^32
     */
    public boolean isWithin(SeqNumber start, long size) {
        return (bits - start.bits & 0xffffffffL) < size;
    }

    /** The later of two numbers. */
    public static SeqNumber later(SeqNumber a, SeqNumber b) {
        return a.isBefore(b) ? b : a;
    }

    // Written out for those who ask of every packet: what a record has by itself goes through method handles.
    @Override
    public boolean equals(Object other) {
        return other instanceof SeqNumber that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return Long.toString(value());
    }
}
