package dev.plumbline.dns;

import dev.plumbline.wire.Octets;
import java.util.Arrays;

/** Writes a message from front to back, with names compressed or in full (RFC 1035 section 4.1.4). */
final class MessageWriter implements DataWriter {
    /** The highest offset that the 14 bits of a pointer can hold. */
    private static final int MAX_OFFSET = 0x3fff;
    /** The bits by which the first octet of a pointer is known. */
    private static final int POINTER = 0xc0;

    private final boolean compress;
    /** Where a pointer may lead: to each label that was written in full. */
    private int[] labels = new int[8];

    private int count;
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
        array[position++] = (byte) (value >>> 8);
        array[position++] = (byte) value;
        return this;
    }

    @Override
    public MessageWriter u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
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
     * Writes the name in full, and takes back what of it stands already. It is sought with its case, so that it comes back as
     * it was spelt (RFC 1035 section 2.3.3).
     */
    @Override
    public MessageWriter name(DomainName name) {
        int start = position;
        octets(name.wire());
        for (int at = start; compress && array[at] != 0; at += 1 + array[at]) {
            int earlier = earlier(at);
            if (earlier >= 0) {
                position = at;
                return u16(POINTER << 8 | earlier);
            }
            note(at);
        }
        return this;
    }

    /** Writes RDLENGTH, and then the data that long. */
    void data(RecordData data) {
        int start = position;
        u16(0);
        data.writeTo(this);
        int length = position - start - 2;
        array[start] = (byte) (length >>> 8);
        array[start + 1] = (byte) length;
    }

    /** What was written; the writer must not be used again. */
    Octets toOctets() {
        return Octets.wrap(array).slice(0, position);
    }

    /** Where the name at {@code at} stands already, or -1. There are few such places, so looking at each is quick. */
    private int earlier(int at) {
        for (int i = 0; i < count; i++) {
            if (isSame(labels[i], at)) {
                return labels[i];
            }
        }
        return -1;
    }

    /** Whether the name at {@code written}, which may have a pointer, is the one at {@code sought}, which has none. */
    private boolean isSame(int written, int sought) {
        int here = written;
        int there = sought;
        while (true) {
            if ((array[here] & POINTER) == POINTER) {
                here = (array[here] << 8 | (array[here + 1] & 0xff)) & MAX_OFFSET;
            }
            int length = array[here];
            for (int i = 0; i <= length; i++) {
                if (array[here + i] != array[there + i]) {
                    return false;
                }
            }
            if (length == 0) {
                return true;
            }
            here += 1 + length;
            there += 1 + length;
        }
    }

    /** Remembers where a label was written, if a pointer can say it. */
    private void note(int offset) {
        if (offset <= MAX_OFFSET) {
            if (count == labels.length) {
                labels = Arrays.copyOf(labels, 2 * count);
            }
            labels[count++] = offset;
        }
    }

    private void reserve(int more) {
        if (position + more > array.length) {
            array = Arrays.copyOf(array, Math.max(position + more, 2 * array.length));
        }
    }
}
