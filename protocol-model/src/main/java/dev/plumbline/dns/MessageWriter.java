package dev.plumbline.dns;

import dev.plumbline.wire.Octets;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes a message from front to back, with names compressed or in full (RFC 1035 section 4.1.4). */
final class MessageWriter implements DataWriter {
    /** The highest offset that the 14 bits of a pointer can hold. */
    private static final int MAX_OFFSET = 0x3fff;
    /** The bits by which the first octet of a pointer is known. */
    private static final int POINTER = 0xc0;

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final boolean compress;
    /** The last name that a pointer may lead to, if there is one. */
    private @Nullable Place last;

    private byte[] array;
    private int position;

    /** For about {@code size} octets; more are as good. */
    MessageWriter(boolean compress, int size) {
        this.compress = compress;
        this.array = new byte[size];
    }

    @Override
    public MessageWriter u8(int value) {
        reserve(1);
        array[position++] = (byte) value;
        return this;
    }

    @Override
    public MessageWriter u16(int value) {
        reserve(2);
        SHORTS.set(array, position, (short) value);
        position += 2;
        return this;
    }

    @Override
    public MessageWriter u32(long value) {
        reserve(4);
        INTS.set(array, position, (int) value);
        position += 4;
        return this;
    }

    @Override
    public MessageWriter octets(Octets octets) {
        reserve(octets.length());
        octets.copyTo(array, position);
        position += octets.length();
        return this;
    }

    @Override
    public MessageWriter fullName(DomainName name) {
        return octets(name.wire());
    }

    /**
     * Writes labels up to the first from which on the name stands already, then a pointer. It is sought with its case, so that it
     * comes back as it was spelt (RFC 1035 section 2.3.3).
     */
    @Override
    public MessageWriter name(DomainName name) {
        Octets wire = name.wire();
        for (int at = 0; compress && wire.u8(at) != 0; at += 1 + wire.u8(at)) {
            Octets rest = wire.from(at);
            int earlier = earlier(rest);
            if (earlier >= 0) {
                return octets(wire.slice(0, at)).u16(POINTER << 8 | earlier);
            }
            note(rest, position + at);
        }
        return octets(wire);
    }

    /** Writes RDLENGTH, and then the data that long. */
    void data(RecordData data) {
        int start = position;
        u16(0);
        data.writeTo(this);
        SHORTS.set(array, start, (short) (position - start - 2));
    }

    /** What was written; the writer must not be used again. */
    Octets toOctets() {
        return Octets.wrap(array).slice(0, position);
    }

    /** Where the name stands already, or -1. There are few such places, so looking at each is quick. */
    private int earlier(Octets name) {
        for (Place place = last; place != null; place = place.before) {
            if (place.name.equals(name)) {
                return place.offset;
            }
        }
        return -1;
    }

    /** Remembers where a name begins, if a pointer can say it. */
    private void note(Octets name, int offset) {
        if (offset <= MAX_OFFSET) {
            last = new Place(name, offset, last);
        }
    }

    private void reserve(int more) {
        if (position + more > array.length) {
            array = Arrays.copyOf(array, Math.max(position + more, 2 * array.length));
        }
    }

    /** Where a name stands, or the parent of one, and the place noted before this. */
    private record Place(Octets name, int offset, @Nullable Place before) {}
}
