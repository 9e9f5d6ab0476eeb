package com.example.stack;

import dev.plumbline.spi.Host;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Puts fragments together (RFC 791 section 3.2). What is not whole after a minute never will be (RFC 1122 section 3.3.2). */
final class Fragments {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LARGEST = 65535 - IpPacket.HEADER;

    private final Host host;
    private final Map<Key, Parts> begun = new HashMap<>();

    /** Which datagram a fragment belongs to. */
    private record Key(int identification, int protocol, int source, int destination) {}

    /** What has come of a datagram. */
    private static final class Parts {
        private final byte[] octets = new byte[LARGEST];
        private final BitSet there = new BitSet();
        private int length = -1;
    }

    Fragments(Host host) {
        this.host = host;
    }

    /** Takes a fragment; returns the whole datagram if that was its last piece, else null. */
    IpPacket add(IpPacket piece) {
        int end = piece.offset() + piece.payload().remaining();
        if (end > LARGEST) {
            return null;
        }
        Key key = new Key(piece.identification(), piece.protocol(), piece.source(), piece.destination());
        Parts parts = begun.get(key);
        if (parts == null) {
            Parts fresh = new Parts();
            begun.put(key, fresh);
            host.after(PATIENCE, () -> begun.remove(key, fresh));
            parts = fresh;
        }
        piece.payload().duplicate().get(parts.octets, piece.offset(), end - piece.offset());
        parts.there.set(piece.offset(), end);
        if (!piece.more()) {
            parts.length = end;
        }
        if (parts.length < 0 || parts.there.nextClearBit(0) < parts.length) {
            return null;
        }
        begun.remove(key);
        return piece.with(0, false, ByteBuffer.wrap(Arrays.copyOf(parts.octets, parts.length)));
    }
}
