package dev.plumbline.oracle;

import dev.plumbline.ip.DatagramId;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.GrowingOctets;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what was cut on its way (RFC 791 section 3.2), for those who watch. Nothing is forgotten: a trial is short. */
public final class Fragments {
    private static final int LARGEST = 65_535;

    private final Map<DatagramId, TreeMap<Integer, Ipv4Packet>> parts = new HashMap<>();

    /** With no fragment yet. */
    public Fragments() {}

    /** Takes any packet; returns the datagram that it makes whole, if it is a fragment and the last that was missing. */
    public Optional<Packet> add(Packet packet) {
        return packet.ip().filter(Ipv4Packet::isFragment).flatMap(this::whole).map(whole -> Packet.of(whole.encode()));
    }

    private Optional<Ipv4Packet> whole(Ipv4Packet fragment) {
        DatagramId datagram = DatagramId.of(fragment);
        TreeMap<Integer, Ipv4Packet> known = parts.computeIfAbsent(datagram, id -> new TreeMap<>());
        known.put(fragment.fragmentOffset(), fragment);
        if (known.lastEntry().getValue().moreFragments() || !isWithoutGap(known)) {
            return Optional.empty();
        }
        parts.remove(datagram);
        GrowingOctets joined = new GrowingOctets();
        known.values().forEach(part -> joined.add(part.payload()));
        Octets data = joined.octets();
        Ipv4Packet first = known.firstEntry().getValue();
        // Pieces can reach further than a datagram can (RFC 791 section 3.1): then they are none.
        return first.headerLength() + data.length() > LARGEST
                ? Optional.empty()
                : Optional.of(first.withFragment(0, false, data));
    }

    private static boolean isWithoutGap(SortedMap<Integer, Ipv4Packet> known) {
        int end = 0;
        for (Ipv4Packet part : known.values()) {
            if (part.fragmentOffset() != end) {
                return false;
            }
            end += part.payload().length();
        }
        return true;
    }
}
