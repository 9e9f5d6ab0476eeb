package com.example.stack;

import dev.plumbline.spi.Host;
import dev.plumbline.spi.Timer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what was cut on its way (RFC 791 section 3.2). */
final class Fragments {
    /** RFC 1122 section 3.3.2: 60 to 120 seconds, then the pieces that came are thrown away. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How many datagrams may be incomplete at a time: whoever sends halves only shall not fill the memory. */
    private static final int MOST = 64;

    private static final int LARGEST = 65535 - IpPacket.HEADER;

    private final Host host;
    private final Map<Key, Incomplete> incomplete = new HashMap<>();

    /** What tells the pieces of one datagram from those of another. */
    private record Key(int protocol, int source, int destination, int identification) {}

    /** The pieces that came, by their place; an end of -1 says that the last is not among them. */
    private static final class Incomplete {
        private final TreeMap<Integer, ByteBuffer> pieces = new TreeMap<>();
        private int end = -1;
        private Timer timer = () -> {};
    }

    Fragments(Host host) {
        this.host = host;
    }

    /** The whole datagram, if this piece was the last one missing; else null. */
    IpPacket add(IpPacket piece) {
        Key key = new Key(piece.protocol(), piece.source(), piece.destination(), piece.identification());
        int end = piece.offset() + piece.payload().remaining();
        if (end > LARGEST || (piece.more() && piece.payload().remaining() % 8 != 0)) {
            return null; // no sender cuts like that
        }
        Incomplete datagram = incomplete.get(key);
        if (datagram == null) {
            if (incomplete.size() >= MOST) {
                return null;
            }
            datagram = new Incomplete();
            datagram.timer = host.after(PATIENCE, () -> incomplete.remove(key));
            incomplete.put(key, datagram);
        }
        datagram.pieces.put(piece.offset(), piece.payload());
        if (!piece.more()) {
            datagram.end = end;
        }
        ByteBuffer whole = whole(datagram);
        if (whole == null) {
            return null;
        }
        datagram.timer.cancel();
        incomplete.remove(key);
        return new IpPacket(piece.protocol(), piece.source(), piece.destination(), piece.identification(), 0, false, whole);
    }

    /** All octets from the first to the end, or null if some are missing; pieces may overlap. */
    private static ByteBuffer whole(Incomplete datagram) {
        if (datagram.end < 0) {
            return null;
        }
        ByteBuffer out = ByteBuffer.allocate(datagram.end);
        for (Map.Entry<Integer, ByteBuffer> piece : datagram.pieces.entrySet()) {
            int skip = out.position() - piece.getKey();
            ByteBuffer octets = piece.getValue();
            if (skip < 0) {
                return null; // a gap
            }
            int more = Math.min(octets.remaining() - skip, out.remaining());
            if (more > 0) {
                out.put(octets.slice(octets.position() + skip, more));
            }
        }
        return out.hasRemaining() ? null : out.flip();
    }
}
