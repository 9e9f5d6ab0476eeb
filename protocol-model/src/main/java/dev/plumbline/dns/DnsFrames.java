package dev.plumbline.dns;

import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The messages in one direction of a TCP connection, each after its length in two octets (RFC 1035 section 4.2.2). */
public final class DnsFrames {
    private byte[] held = new byte[0];
    private int length;

    /** Nothing has arrived yet. */
    public DnsFrames() {}

    /**
     * The octets to send for a message.
     *
     * @throws IllegalArgumentException if it is longer than 65535 octets
     */
    public static Octets frame(Octets message) {
        if (message.length() > DnsMessage.MAX_LENGTH) {
            throw new IllegalArgumentException("a message over TCP is at most 65535 octets, found " + message.length());
        }
        return new OctetWriter(2, message).u16(message.length()).toOctets();
    }

    /** Takes what arrived next, in pieces of any size; gives the messages that are now complete, in order. */
    public List<Octets> receive(Octets piece) {
        if (length + piece.length() > held.length) {
            held = Arrays.copyOf(held, Math.max(length + piece.length(), 2 * held.length));
        }
        piece.copyTo(held, length);
        length += piece.length();
        List<Octets> messages = new ArrayList<>();
        int start = 0;
        while (length - start >= 2 && length - start >= 2 + lengthAt(start)) {
            int end = start + 2 + lengthAt(start);
            messages.add(Octets.wrap(Arrays.copyOfRange(held, start + 2, end)));
            start = end;
        }
        System.arraycopy(held, start, held, 0, length - start);
        length -= start;
        return messages;
    }

    /** How many octets of an incomplete message are here, its length's included. */
    public int pending() {
        return length;
    }

    private int lengthAt(int index) {
        return (held[index] & 0xff) << 8 | (held[index + 1] & 0xff);
    }
}
