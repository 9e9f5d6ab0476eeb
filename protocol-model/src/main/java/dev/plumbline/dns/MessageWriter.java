package dev.plumbline.dns;

import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a message from front to back, with names compressed or in full (RFC 1035 section 4.1.4). */
final class MessageWriter implements DataWriter {
    /** The highest offset that the 14 bits of a pointer can hold. */
    private static final int MAX_OFFSET = 0x3fff;

    private final boolean compress;
    private final Map<List<String>, Integer> names = new HashMap<>();
    private byte[] array = new byte[512];
    private int position;

    MessageWriter(boolean compress) {
        this.compress = compress;
    }

    @Override
    public MessageWriter u8(int value) {
        reserve(1);
        array[position++] = (byte) value;
        return this;
    }

    @Override
    public MessageWriter u16(int value) {
        return u8(value >>> 8).u8(value);
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
        name.labels().forEach(this::label);
        return u8(0);
    }

    /** A label list is sought with its case: a name comes back as it was spelt (RFC 1035 section 2.3.3). */
    @Override
    public MessageWriter name(DomainName name) {
        if (!compress) {
            return fullName(name);
        }
        List<String> labels = name.labels();
        for (int i = 0; i < labels.size(); i++) {
            List<String> rest = labels.subList(i, labels.size());
            Integer earlier = names.get(rest);
            if (earlier != null) {
                return u16(0xc000 | earlier);
            }
            if (position <= MAX_OFFSET) {
                names.put(rest, position);
            }
            label(labels.get(i));
        }
        return u8(0);
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

    Octets toOctets() {
        return Octets.wrap(Arrays.copyOf(array, position));
    }

    private void label(String label) {
        u8(label.length()).octets(Octets.wrap(label.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void reserve(int more) {
        if (position + more > array.length) {
            array = Arrays.copyOf(array, Math.max(position + more, 2 * array.length));
        }
    }
}
