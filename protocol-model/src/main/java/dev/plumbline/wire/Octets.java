package dev.plumbline.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable sequence of octets; slices share the array behind it, so taking a header off a packet copies nothing.
 *
 * <p>This is also the raw form of every packet: {@link #get} and {@link #with} read and replace any header field, whether or
 * not the result makes sense. What reaches beyond the end is refused with an IndexOutOfBoundsException.
 */
public final class Octets {
    static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    final byte[] array;
    final int offset;
    private final int length;

    private Octets(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** No octets at all. */
    public static Octets empty() {
        return EMPTY;
    }

    /** The given values, each taken modulo 256. */
    public static Octets of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Octets(bytes, 0, bytes.length);
    }

    /** A copy of {@code bytes}. */
    public static Octets copyOf(byte[] bytes) {
        return wrap(bytes.clone());
    }

    /** The array itself, without a copy: the caller gives it away and must not write to it again. */
    public static Octets wrap(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes, 0, bytes.length);
    }

    /** The octets of {@code text} in UTF-8. */
    public static Octets ofText(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads pairs of hexadecimal digits; blanks between pairs are allowed.
     *
     * @throws IllegalArgumentException if {@code hex} holds anything else
     */
    public static Octets ofHex(String hex) {
        byte[] plain = Hex.parse(hex);
        return plain == null ? ofPartedHex(hex) : wrap(plain);
    }

    private static Octets ofPartedHex(String hex) {
        int digits = 0;
        for (int i = 0; i < hex.length(); i++) {
            if (hex.charAt(i) != ' ') {
                digits++;
            } else if (digits % 2 != 0) {
                throw new IllegalArgumentException("a blank divides a pair of digits at " + i + " in '" + hex + "'");
            }
        }
        byte[] joined = Hex.parse(hex.replace(" ", ""));
        if (joined == null) {
            throw new IllegalArgumentException("not pairs of hexadecimal digits: '" + hex + "'");
        }
        return wrap(joined);
    }

    /** How many octets there are. */
    public int length() {
        return length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int u8(int index) {
        check(index, 1);
        return array[offset + index] & 0xff;
    }

    /** The 16-bit number in network byte order at {@code index}, 0 to 65535. */
    public int u16(int index) {
        check(index, 2);
        return (short) SHORTS.get(array, offset + index) & 0xffff;
    }

    /** The 32-bit number in network byte order at {@code index}; read it as unsigned where the field is. */
    public int i32(int index) {
        check(index, 4);
        return (int) INTS.get(array, offset + index);
    }

    /** The octets from {@code start} (included) to {@code end} (excluded), sharing this one's array. */
    public Octets slice(int start, int end) {
        if (start < 0 || end < start || end > length) {
            throw new IndexOutOfBoundsException("octets " + start + " to " + end + " of " + length);
        }
        if (end - start == length) {
            return this;
        }
        return start == end ? EMPTY : new Octets(array, offset + start, end - start);
    }

    /** The octets from {@code start} to the end. */
    public Octets from(int start) {
        return slice(start, length);
    }

    /** Whether {@code field} lies within these octets. */
    public boolean has(HeaderField field) {
        return field.bitOffset() + field.bits() <= length * 8L;
    }

    /**
     * The value of a header field as an unsigned number.
     *
     * @throws IndexOutOfBoundsException if the field lies beyond the end
     */
    public long get(HeaderField field) {
        requireField(field);
        int end = field.bitOffset() + field.bits();
        int last = (end - 1) / 8;
        long value = 0;
        for (int i = field.bitOffset() / 8; i < last; i++) {
            value = value << 8 | u8(i);
        }
        // Only the last octet's own bits are shifted in: 64 bits may lie across nine octets.
        int below = 7 - (end - 1) % 8;
        value = value << (8 - below) | u8(last) >>> below;
        return value & mask(field.bits());
    }

    /**
     * A copy in which one header field has another value; nothing else changes, checksums least of all.
     *
     * @param value taken modulo 2 to the power of the field's width
     * @throws IndexOutOfBoundsException if the field lies beyond the end
     */
    public Octets with(HeaderField field, long value) {
        requireField(field);
        byte[] copy = toByteArray();
        for (int bit = 0; bit < field.bits(); bit++) {
            int position = field.bitOffset() + bit;
            int mask = 0x80 >> (position % 8);
            boolean set = (value >> (field.bits() - 1 - bit) & 1) == 1;
            copy[position / 8] = (byte) (set ? copy[position / 8] | mask : copy[position / 8] & ~mask);
        }
        return wrap(copy);
    }

    /** A copy, just as long, in which the octets from {@code index} on are those of {@code other}. */
    public Octets withAt(int index, Octets other) {
        check(index, other.length);
        byte[] copy = toByteArray();
        other.copyTo(copy, index);
        return wrap(copy);
    }

    /** These octets followed by {@code other}. */
    public Octets plus(Octets other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        byte[] both = new byte[length + other.length];
        copyTo(both, 0);
        other.copyTo(both, length);
        return wrap(both);
    }

    /** Copies all octets into {@code target}, the first one to {@code position}. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(array, offset, target, position, length);
    }

    /** A fresh array with these octets. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** The octets read as UTF-8. */
    public String toText() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    /** Two lower-case hexadecimal digits an octet, nothing between. */
    public String toHex() {
        return Hex.of(array, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        // The lengths first, although equals of arrays compares them, too: few octets are compared more often than
        // many.
        return other instanceof Octets that
                && length == that.length
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** Up to 32 octets in hexadecimal, then how many more there are. */
    @Override
    public String toString() {
        return length <= 32 ? "[" + toHex() + "]" : "[" + slice(0, 32).toHex() + " and " + (length - 32) + " more]";
    }

    private static long mask(int bits) {
        return bits == 64 ? -1L : (1L << bits) - 1;
    }

    private void requireField(HeaderField field) {
        if (!has(field)) {
            throw new IndexOutOfBoundsException("field " + field + " lies beyond the end of " + length + " octets");
        }
    }

    private void check(int index, int size) {
        if (index < 0 || index > length - size) {
            throw new IndexOutOfBoundsException("octet " + index + " of " + length);
        }
    }
}
