package dev.plumbline.ip;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads IPv4 packets (RFC 791 section 3.1). */
final class Ipv4Codec {
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int END_OF_OPTIONS = 0;

    private Ipv4Codec() {}

    static Octets write(Ipv4Packet packet) {
        int header = packet.headerLength();
        int length = header + packet.payload().length();
        OctetWriter out = new OctetWriter(header, packet.payload());
        out.u8(0x40 | header / 4).u8(packet.typeOfService()).u16(length);
        out.u16(packet.identification()).u16(flags(packet) | packet.fragmentOffset() / 8);
        out.u8(packet.timeToLive()).u8(packet.protocol().number()).u16(0);
        out.i32(packet.source().bits()).i32(packet.destination().bits());
        for (Ipv4Option option : packet.options()) {
            out.u8(option.type());
            if (option.type() != Ipv4Option.NO_OPERATION) {
                out.u8(option.encodedLength()).octets(option.data());
            }
        }
        out.padTo(header).checksum(10, header, 0);
        return out.toOctets();
    }

    private static int flags(Ipv4Packet packet) {
        return (packet.dontFragment() ? DONT_FRAGMENT : 0) | (packet.moreFragments() ? MORE_FRAGMENTS : 0);
    }

    static Decoded<Ipv4Packet> read(Octets octets) {
        Malformed problem = problem(octets);
        if (problem != null) {
            return new Decoded.Rejected<>(problem);
        }
        int header = headerLength(octets);
        List<Ipv4Option> options = header == Ipv4Packet.MIN_HEADER ? List.of() : new ArrayList<>();
        int bad = readOptions(octets.slice(0, header), options);
        if (bad >= 0) {
            return new Decoded.Rejected<>(malformed("option " + octets.u8(bad) + " has an illegal length", bad));
        }
        int flags = octets.u16(6);
        return Decoded.valid(new Ipv4Packet(
                octets.u8(1),
                octets.u16(4),
                (flags & DONT_FRAGMENT) != 0,
                (flags & MORE_FRAGMENTS) != 0,
                (flags & 0x1fff) * 8,
                octets.u8(8),
                new IpProtocol(octets.u8(9)),
                new Ipv4Address(octets.i32(12)),
                new Ipv4Address(octets.i32(16)),
                options,
                octets.slice(header, octets.u16(2))));
    }

    /** What RFC 1122 section 3.2.1 tells a host to verify: version, lengths, header checksum. */
    @Keeps({"RFC1122/IP-VERSION", "RFC1122/IP-CHECKSUM", "RFC791/LENGTHS"})
    private static @Nullable Malformed problem(Octets octets) {
        if (octets.length() < Ipv4Packet.MIN_HEADER) {
            return malformed("only " + octets.length() + " octets, a header has at least 20", 0);
        }
        int version = octets.u8(0) >>> 4;
        int header = headerLength(octets);
        int total = octets.u16(2);
        if (version != 4) {
            return malformed("version " + version + " instead of 4", 0);
        } else if (header < Ipv4Packet.MIN_HEADER || header > octets.length()) {
            return malformed("header length of " + header + " octets in a packet of " + octets.length(), 0);
        } else if (total < header || total > octets.length()) {
            return malformed("total length " + total + ", but " + octets.length() + " octets are here", 2);
        } else if (InternetChecksum.of(octets.slice(0, header)) != 0) {
            return malformed("wrong header checksum " + Integer.toHexString(octets.u16(10)), 10);
        }
        return null;
    }

    /** The options of a header, up to the first that does not fit. */
    static List<Ipv4Option> optionsIn(Octets header) {
        List<Ipv4Option> options = new ArrayList<>();
        readOptions(header, options);
        return options;
    }

    /** Returns the offset of the first option that does not fit, or -1. */
    @Keeps("RFC1122/OPTION-LENGTH")
    private static int readOptions(Octets header, List<Ipv4Option> options) {
        int at = Ipv4Packet.MIN_HEADER;
        while (at < header.length() && header.u8(at) != END_OF_OPTIONS) {
            int type = header.u8(at);
            if (type == Ipv4Option.NO_OPERATION) {
                options.add(new Ipv4Option(type, Octets.empty()));
                at++;
                continue;
            }
            int length = at + 1 < header.length() ? header.u8(at + 1) : 0;
            if (length < 2 || at + length > header.length()) {
                return at;
            }
            options.add(new Ipv4Option(type, header.slice(at + 2, at + length)));
            at += length;
        }
        return -1;
    }

    private static int headerLength(Octets octets) {
        return (octets.u8(0) & 0xf) * 4;
    }

    private static Malformed malformed(String reason, int offset) {
        return new Malformed("IPv4 header", reason, offset);
    }
}
