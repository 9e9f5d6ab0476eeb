package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.Environment;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a router leaves in the options of a packet that it hands on (RFC 791 section 3.1, RFC 1812 sections 5.3.13.5 and 5.3.13.6). */
public class Recorder {
    /** Only who finds its own address stamps the packet. */
    private static final int PRESPECIFIED = 3;

    private static final int ADDRESS = 4;
    private static final int MOST_OVERFLOWS = 15;
    /** What an option's pointer counts before its data, and that it counts from 1. */
    private static final int BEFORE_DATA = 3;
    /** The time is not counted from midnight. */
    private static final long NOT_STANDARD = 0x80000000L;

    private final LocalAddresses addresses;
    private final Environment clock;

    /** One that knows its own addresses, and how long the host has been on. */
    public Recorder(LocalAddresses addresses, Environment clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The packet as it leaves the host from this address; empty if an option is in error, and the packet is to be dropped. */
    @Keeps({"RFC1812/RECORD-ROUTE", "RFC1812/TIMESTAMP"})
    public Optional<Ipv4Packet> recorded(Ipv4Packet packet, Ipv4Address own) {
        List<Ipv4Option> options = new ArrayList<>();
        for (Ipv4Option option : packet.options()) {
            Optional<Octets> data = data(option, own);
            if (data.isEmpty()) {
                return Optional.empty();
            }
            options.add(new Ipv4Option(option.type(), data.get()));
        }
        return Optional.of(packet.withOptions(options));
    }

    /** What an option says then. */
    protected Optional<Octets> data(Ipv4Option option, Ipv4Address own) {
        return switch (option.type()) {
            case Ipv4Option.RECORD_ROUTE -> route(option.data(), own);
            case Ipv4Option.TIMESTAMP -> stamps(option.data(), own);
            default -> Optional.of(option.data());
        };
    }

    private static Optional<Octets> route(Octets data, Ipv4Address own) {
        if (data.isEmpty()) {
            return Optional.empty();
        }
        return isFull(data) ? Optional.of(data) : filled(data, 1, octets(own));
    }

    private Optional<Octets> stamps(Octets data, Ipv4Address own) {
        if (data.length() < 2) {
            return Optional.empty();
        }
        if (isFull(data)) {
            return overflown(data);
        }
        int flag = data.u8(1) & 0xf;
        if (flag == PRESPECIFIED) {
            int at = data.u8(0) - BEFORE_DATA;
            boolean there = at >= 2 && at + ADDRESS <= data.length();
            if (!there || !addresses.isOwn(new Ipv4Address(data.i32(at)))) {
                return there ? Optional.of(data) : Optional.empty();
            }
            return filled(data, 2, data.slice(at, at + ADDRESS).plus(now()));
        }
        return filled(data, 2, flag == 0 ? now() : octets(own).plus(now()));
    }

    private Octets now() {
        int time = (int) (NOT_STANDARD | clock.now().toMillis());
        return octets(new Ipv4Address(time));
    }

    /** One more who found no room. */
    private static Optional<Octets> overflown(Octets data) {
        int overflows = data.u8(1) >> 4;
        return overflows == MOST_OVERFLOWS
                ? Optional.empty()
                : Optional.of(
                        data.slice(0, 1).plus(Octets.of(data.u8(1) + 0x10)).plus(data.from(2)));
    }

    private static boolean isFull(Octets data) {
        return data.u8(0) > 2 + data.length();
    }

    /** With this at the pointer, which goes on behind it; nothing lies before {@code first}. */
    private static Optional<Octets> filled(Octets data, int first, Octets entry) {
        int at = data.u8(0) - BEFORE_DATA;
        int end = at + entry.length();
        return at < first || end > data.length()
                ? Optional.empty()
                : Optional.of(Octets.of(data.u8(0) + entry.length())
                        .plus(data.slice(1, at))
                        .plus(entry)
                        .plus(data.from(end)));
    }

    private static Octets octets(Ipv4Address address) {
        return SourceRoute.octets(List.of(address));
    }
}
