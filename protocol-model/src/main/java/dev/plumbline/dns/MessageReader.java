package dev.plumbline.dns;

import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;

/** Reads a message from front to back, and never beyond the part it is in (RFC 9267 sections 2 to 6). */
final class MessageReader {
    /** A name has at most 127 labels; who needs more pointers than that wants to keep the reader busy. */
    private static final int MAX_POINTERS = 127;
    /** What all labels of a name may take, with their lengths. */
    private static final int MAX_LABELS = DomainName.MAX_NAME - 1;
    /** The least value that the first octet of a pointer has. */
    private static final int POINTER = 0xc0;

    private final Octets octets;
    private final String header;
    /** Where a pointer may lead at first; whatever follows lies before where it came from. */
    private final int firstName;

    private int position;
    private int end;
    private String part = "";
    private int number;
    private int count;

    private MessageReader(Octets octets, String header, int firstName) {
        this.octets = octets;
        this.header = header;
        this.firstName = firstName;
        this.end = octets.length();
    }

    /** Reads a whole message. */
    static MessageReader ofMessage(Octets message) {
        return new MessageReader(message, "DNS message", DnsHeader.LENGTH);
    }

    /** Reads RDATA that stand alone, so that a pointer leads nowhere. */
    static MessageReader ofData(Octets data) {
        return new MessageReader(data, "RDATA", data.length());
    }

    /** Names what is read next, for what is said about it: "answer 2 of 3". */
    void enter(String what, int index, int all) {
        part = what;
        number = index;
        count = all;
    }

    /** What comes next belongs to no part. */
    void leave() {
        part = "";
    }

    int remaining() {
        return end - position;
    }

    /** How much room {@code count} entries need that take at least {@code size} octets each: no more than can still come. */
    int atMost(int count, int size) {
        return Math.min(count, remaining() / size);
    }

    int u8(String field) {
        require(1, field);
        return octets.u8(position++);
    }

    int u16(String field) {
        require(2, field);
        position += 2;
        return octets.u16(position - 2);
    }

    long u32(String field) {
        require(4, field);
        position += 4;
        return octets.i32(position - 4) & 0xffffffffL;
    }

    Octets octets(int length, String field) {
        require(length, field);
        position += length;
        return octets.slice(position - length, position);
    }

    /** All that is left. */
    Octets rest() {
        return octets(remaining(), "the rest");
    }

    /** Reads the data of a record, which must take the next {@code length} octets, all of them and no more. */
    RecordData data(int length, RecordType type, RecordClass recordClass) {
        if (length > remaining()) {
            require(length, type + " RDATA");
        }
        int outer = end;
        end = position + length;
        RecordData data = DataReaders.read(type, recordClass, this);
        if (position < end) {
            requireEnd(type + " RDATA");
        }
        end = outer;
        return data;
    }

    /** Refuses octets that nothing has read. */
    void requireEnd(String field) {
        if (position < end) {
            throw malformed(field + " has " + remaining() + " octets more than its fields take", position);
        }
    }

    /** Reads a name, following its pointers (RFC 1035 section 4.1.4); one that stands in one piece is not copied. */
    DomainName name(String field) {
        int start = position;
        int at = endOfLabels(start, end, MAX_LABELS, field);
        position = at + (isPointer(at) ? 2 : 1);
        Octets labels = Octets.empty();
        for (int pointers = 1; isPointer(at); pointers++) {
            if (pointers > MAX_POINTERS) {
                throw malformed(field + " has more than " + MAX_POINTERS + " pointers", at);
            }
            labels = labels.plus(octets.slice(start, at));
            start = target(at, start, field);
            at = endOfLabels(start, octets.length(), MAX_LABELS - labels.length(), field);
        }
        return DomainName.ofWire(labels.plus(octets.slice(start, at + 1)));
    }

    NotWellFormed malformed(String reason, int at) {
        return new NotWellFormed(new Malformed(header, where() + reason, at));
    }

    private String where() {
        return part.isEmpty() ? "" : part + " " + number + " of " + count + ": ";
    }

    private boolean isPointer(int at) {
        return octets.u8(at) >= POINTER;
    }

    /** Where the pointer leads: before {@code limit}, so that nothing is read twice (RFC 9267 section 2). */
    private int target(int at, int limit, String field) {
        int target = octets.u16(at) & 0x3fff;
        if (target < firstName || target >= limit) {
            String expected = limit > firstName
                    ? "expected one from " + firstName + " to " + (limit - 1)
                    : "but there is no name before it";
            throw malformed(field + " points to octet " + target + ", " + expected, at);
        }
        return target;
    }

    /**
     * Passes labels up to the zero octet or the pointer that ends them; says where that is. All of it lies before
     * {@code limit}, and the labels take at most {@code room} octets.
     */
    private int endOfLabels(int start, int limit, int room, String field) {
        int at = start;
        while (at < limit) {
            int length = octets.u8(at);
            if (length == 0 || (length >= POINTER && at + 1 < limit)) {
                return at;
            }
            int next = at + 1 + length;
            if (length > DomainName.MAX_LABEL || next > limit || next - start > room) {
                throw noLabel(at, limit, field);
            }
            at = next;
        }
        throw malformed(field + " has no end, expected a zero octet before octet " + limit, at);
    }

    /** Why no label fits at {@code at}. */
    private NotWellFormed noLabel(int at, int limit, String field) {
        int length = octets.u8(at);
        if (length > DomainName.MAX_LABEL && length < POINTER) {
            String type = String.format("0x%02x", length & POINTER);
            return malformed(field + " has a label of type " + type + ", which is reserved", at);
        }
        if (length >= POINTER || at + 1 + length > limit) {
            return malformed(field + " has no end, expected a zero octet before octet " + limit, at);
        }
        return malformed(field + " is longer than 255 octets", at);
    }

    private void require(int length, String field) {
        if (length > remaining()) {
            throw malformed(field + " takes " + length + " octets, but " + remaining() + " are left", position);
        }
    }
}
