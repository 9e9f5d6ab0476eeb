package dev.plumbline.reference.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps fragments until their datagram is complete, or its time is over (RFC 791 section 3.2, RFC 1122 section 3.3.2). Source,
 * destination, protocol and identification say which fragments belong together.
 */
public class Reassembly implements Reassembler {
    /** The time a datagram has to become complete, from its first fragment on, whatever comes: 60 to 120 seconds are asked for. */
    static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** So that a flood of fragments takes 4 MiB and no more. The oldest datagram makes room for a new one. */
    static final int MOST_AT_ONCE = 64;

    private static final int LARGEST = 65535;

    private final Environment clock;
    private final Consumer<Datagram> timedOut;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    private record Key(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {}

    private record Entry(PartialDatagram partial, Timer timer) {}

    /**
     * With nothing in it.
     *
     * @param timedOut told of fragment zero, if it came, when a datagram's time is over
     */
    public Reassembly(Environment clock, Consumer<Datagram> timedOut) {
        this.clock = clock;
        this.timedOut = timedOut;
    }

    @Keeps("IP-3")
    @Override
    public Optional<Datagram> accept(Datagram fragment) {
        if (!isPossible(fragment.packet())) {
            return Optional.empty();
        }
        Object key = key(fragment.packet());
        PartialDatagram partial = entryFor(key).partial();
        partial.add(fragment);
        Optional<Datagram> whole = partial.whole();
        if (whole.isPresent()) {
            forget(key);
        }
        return whole;
    }

    /** What fragments of one datagram have in common (RFC 791 section 3.2). */
    @Keeps("IPL-4")
    protected Object key(Ipv4Packet packet) {
        return new Key(packet.source(), packet.destination(), packet.protocol(), packet.identification());
    }

    /** How far a datagram has come; one for each. */
    protected PartialDatagram partialDatagram() {
        return new PartialDatagram();
    }

    /** Whether it may be a part of any datagram: all but the last part are multiples of eight octets (RFC 791 section 3.2). */
    @Keeps({"RFC791/LARGEST", "RFC791/EIGHTS"})
    private static boolean isPossible(Ipv4Packet packet) {
        int length = packet.payload().length();
        boolean whole = !packet.moreFragments() || length % 8 == 0;
        return length > 0 && whole && packet.fragmentOffset() + packet.totalLength() <= LARGEST;
    }

    @Keeps("RFC1122/REASSEMBLY-ROOM")
    private Entry entryFor(Object key) {
        Entry known = entries.get(key);
        if (known != null) {
            return known;
        }
        if (entries.size() == MOST_AT_ONCE) {
            Iterator<Entry> oldest = entries.values().iterator();
            oldest.next().timer().cancel();
            oldest.remove();
        }
        Entry fresh = new Entry(partialDatagram(), clock.after(TIMEOUT, () -> expire(key)));
        entries.put(key, fresh);
        return fresh;
    }

    @Keeps({"IPL-2", "RFC1122/REASSEMBLY-TIMEOUT", "RFC1122/REASSEMBLY-PATIENCE"})
    private void expire(Object key) {
        forget(key).first().ifPresent(timedOut);
    }

    private PartialDatagram forget(Object key) {
        Entry entry = entries.remove(key);
        if (entry == null) {
            throw new IllegalStateException("a datagram's time is over twice");
        }
        entry.timer().cancel();
        return entry.partial();
    }
}
