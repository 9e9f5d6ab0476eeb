package dev.plumbline.dns;

import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a message from front to back, and never beyond the part it is in (RFC 9267 sections 2 to 6). */
final class MessageReader {
    /** A name has at most 127 labels; who needs more pointers than that wants to keep the reader busy. */
    private static final int MAX_POINTERS = 127;

    private final Octets octets;
    private final String header;
    /** Where a pointer may lead at first; whatever follows lies before where it came from. */
    private final int firstName;

    private int position;
    private int end;
    private String part = "";

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
    void enter(String what, int number, int count) {
        part = what + " " + number + " of " + count;
    }

    /** What comes next belongs to no part. */
    void leave() {
        part = "";
    }

    int remaining() {
        return end - position;
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

    /** Reads the next {@code length} octets with {@code reader}, which must take them all and no more. */
    <T> T within(int length, String field, Function<MessageReader, T> reader) {
        require(length, field);
        int outer = end;
        end = position + length;
        T value = reader.apply(this);
        requireEnd(field);
        end = outer;
        return value;
    }

    /** Refuses octets that nothing has read. */
    void requireEnd(String field) {
        if (position < end) {
            throw malformed(field + " has " + remaining() + " octets more than its fields take", position);
        }
    }

    /** Reads a name, following its pointers (RFC 1035 section 4.1.4). */
    DomainName name(String field) {
        List<String> labels = new ArrayList<>();
        int at = readLabels(labels, position, end, field);
        int lowest = position;
        position = octets.u8(at) == 0 ? at + 1 : at + 2;
        for (int pointers = 1; octets.u8(at) != 0; pointers++) {
            if (pointers > MAX_POINTERS) {
                throw malformed(field + " has more than " + MAX_POINTERS + " pointers", at);
            }
            int target = octets.u16(at) & 0x3fff;
            if (target < firstName || target >= lowest) {
                throw malformed(field + " points to octet " + target + ", expected a name before octet " + lowest, at);
            }
            lowest = target;
            at = readLabels(labels, target, octets.length(), field);
        }
        return DomainName.of(labels);
    }

    NotWellFormed malformed(String reason, int at) {
        return new NotWellFormed(new Malformed(header, part.isEmpty() ? reason : part + ": " + reason, at));
    }

    /** Reads labels up to the zero octet or the pointer that ends them; says where that is, all of it before {@code limit}. */
    private int readLabels(List<String> labels, int start, int limit, String field) {
        int room = DomainName.MAX_NAME
                - 1
                - labels.stream().mapToInt(l -> l.length() + 1).sum();
        int at = start;
        while (true) {
            int length = at < limit ? octets.u8(at) : -1;
            if (length == 0) {
                return at;
            }
            boolean pointer = length >= 0xc0;
            if (length > DomainName.MAX_LABEL && !pointer) {
                throw malformed(
                        String.format(
                                "%s has a label of the reserved type 0x%02x, expected 0 to 63 or a pointer",
                                field, length & 0xc0),
                        at);
            }
            int next = at + (pointer ? 2 : 1 + length);
            if (length < 0 || next > limit) {
                throw malformed(
                        field + " has no end, expected a zero octet before octet " + limit, Math.min(at, limit));
            }
            if (pointer) {
                return at;
            }
            room -= 1 + length;
            if (room < 0) {
                throw malformed(field + " is longer than 255 octets", at);
            }
            labels.add(new String(octets.slice(at + 1, next).toByteArray(), StandardCharsets.ISO_8859_1));
            at = next;
        }
    }

    private void require(int length, String field) {
        if (length > remaining()) {
            throw malformed(field + " takes " + length + " octets, but " + remaining() + " are left", position);
        }
    }
}
