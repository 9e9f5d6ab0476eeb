package dev.plumbline.ip;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.List;

/**
 * An IPv4 datagram or a fragment of one, in its checked form (RFC 791 section 3.1).
 *
 * @param typeOfService the DSCP and ECN bits, 0 to 255
 * @param identification what the fragments of one datagram have in common, 0 to 65535
 * @param dontFragment whether routers must not cut it up
 * @param moreFragments whether this is not the last fragment
 * @param fragmentOffset where the payload belongs in the whole datagram, in octets: a multiple of 8, up to 65528
 * @param timeToLive how many routers it may pass, 0 to 255
 * @param protocol what the payload is
 * @param source who sends it
 * @param destination who shall get it
 * @param options at most 40 octets when written
 * @param payload what it carries; header and payload are at most 65535 octets
 */
public record Ipv4Packet(
        int typeOfService,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        int timeToLive,
        IpProtocol protocol,
        Ipv4Address source,
        Ipv4Address destination,
        List<Ipv4Option> options,
        Octets payload) {
    /** The header without options, in octets. */
    public static final int MIN_HEADER = 20;
    /** What every host must be able to receive, in octets (RFC 791 section 3.1, Total Length). */
    public static final int MIN_RECEIVABLE = 576;
    /** The recommended default Time to Live (RFC 1122 section 3.2.1.7 asks for a configurable one). */
    public static final int DEFAULT_TIME_TO_LIVE = 64;

    /** Refuses what cannot be written. */
    public Ipv4Packet {
        require(typeOfService >>> 8 == 0, "type of service", typeOfService);
        require(identification >>> 16 == 0, "identification", identification);
        require(timeToLive >>> 8 == 0, "time to live", timeToLive);
        require(fragmentOffset % 8 == 0 && fragmentOffset >>> 16 == 0, "fragment offset", fragmentOffset);
        options = List.copyOf(options);
        int header = headerLength(options);
        require(header <= 60, "header length", header);
        require(header + payload.length() <= 65535, "total length", header + payload.length());
    }

    /** A whole datagram with the defaults of an ordinary host. */
    public static Ipv4Packet of(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, Octets payload) {
        return new Ipv4Packet(
                0, 0, false, false, 0, DEFAULT_TIME_TO_LIVE, protocol, source, destination, List.of(), payload);
    }

    /** Header length in octets, options and padding included. */
    public int headerLength() {
        return headerLength(options);
    }

    /** Header and payload in octets. */
    public int totalLength() {
        return headerLength() + payload.length();
    }

    /** Whether it is only a part of a datagram. */
    public boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
    }

    /** The first octet of the whole datagram behind this part of it; what is whole begins at 0. */
    public int fragmentEnd() {
        return fragmentOffset + payload.length();
    }

    /** The same with another Time to Live, 0 to 255. */
    public Ipv4Packet withTimeToLive(int ttl) {
        return with(typeOfService, identification, dontFragment, ttl, options);
    }

    /** The same with another type of service, 0 to 255. */
    public Ipv4Packet withTypeOfService(int tos) {
        return with(tos, identification, dontFragment, timeToLive, options);
    }

    /** The lower two bits of the type of service (RFC 3168 section 5). */
    public Ecn ecn() {
        return Ecn.in(typeOfService);
    }

    /** The same with another ECN field. */
    public Ipv4Packet withEcn(Ecn ecn) {
        return withTypeOfService(ecn.into(typeOfService));
    }

    /** The same with another identification, 0 to 65535. */
    public Ipv4Packet withIdentification(int id) {
        return with(typeOfService, id, dontFragment, timeToLive, options);
    }

    /** The same with another setting of Don't Fragment. */
    public Ipv4Packet withDontFragment(boolean df) {
        return with(typeOfService, identification, df, timeToLive, options);
    }

    /** The same to another destination. */
    public Ipv4Packet withDestination(Ipv4Address other) {
        return new Ipv4Packet(
                typeOfService,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                timeToLive,
                protocol,
                source,
                other,
                options,
                payload);
    }

    /** Whose it is in the end: the last address of a source route that is not used up yet, or else the destination. */
    public Ipv4Address finalDestination() {
        return SourceRoute.lastIn(options).orElse(destination);
    }

    /**
     * The same of a datagram of which only the start is known: an ICMP error quotes no more (RFC 1122 section 3.2.2).
     *
     * @param header with its options
     */
    public static Ipv4Address finalDestinationIn(Octets header) {
        return SourceRoute.lastIn(Ipv4Codec.optionsIn(header)).orElse(new Ipv4Address(header.i32(16)));
    }

    /** The same with other options, at most 40 octets when written. */
    public Ipv4Packet withOptions(List<Ipv4Option> other) {
        return with(typeOfService, identification, dontFragment, timeToLive, other);
    }

    private Ipv4Packet with(int tos, int id, boolean df, int ttl, List<Ipv4Option> other) {
        return new Ipv4Packet(
                tos, id, df, moreFragments, fragmentOffset, ttl, protocol, source, destination, other, payload);
    }

    /** Another part of the same datagram: {@code part} belongs at {@code offset}. */
    public Ipv4Packet withFragment(int offset, boolean more, Octets part) {
        return new Ipv4Packet(
                typeOfService,
                identification,
                dontFragment,
                more,
                offset,
                timeToLive,
                protocol,
                source,
                destination,
                options,
                part);
    }

    /** The datagram as it goes onto the wire, header checksum included. */
    @Keeps({"IP-4", "RFC791/HEADER"})
    public Octets encode() {
        return Ipv4Codec.write(this);
    }

    /**
     * Reads a datagram and verifies what RFC 1122 section 3.2.1 tells a host to verify: version, lengths, header checksum.
     * Octets beyond the total length are link-layer padding and are dropped.
     */
    public static Decoded<Ipv4Packet> decode(Octets octets) {
        return Ipv4Codec.read(octets);
    }

    private static int headerLength(List<Ipv4Option> options) {
        int length = 0;
        for (Ipv4Option option : options) {
            length += option.encodedLength();
        }
        return MIN_HEADER + (length + 3) / 4 * 4;
    }

    private static void require(boolean holds, String field, int value) {
        if (!holds) {
            throw new IllegalArgumentException("IPv4 " + field + " cannot be " + value);
        }
    }
}
