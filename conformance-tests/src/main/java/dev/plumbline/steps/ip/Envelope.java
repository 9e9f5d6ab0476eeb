package dev.plumbline.steps.ip;

import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What is special about the headers around a datagram, and whether it must be taken all the same. */
public enum Envelope {
    /** One bit differs from what was sent; the header's checksum tells (RFC 1122 section 3.2.1.2). */
    DAMAGED_IP_HEADER("damaged in the IP header", Damage.IP_HEADER::done),
    /** UDP's checksum tells (RFC 1122 section 4.1.3.4). */
    DAMAGED_TRANSPORT_HEADER("damaged in the transport header", Damage.TRANSPORT_HEADER::done),
    /** UDP's checksum tells (RFC 1122 section 4.1.3.4). */
    DAMAGED_DATA("damaged in the data of the application", Damage.DATA::done),
    /** It is somebody else's (RFC 1122 section 3.2.1.3). */
    TO_ANOTHER_HOST(
            "addressed to any other host",
            (t, packet) -> Readdressed.to(packet, t.draw("the other address", AnyPacket.otherHost()))),
    /** The same, and hard to see. */
    TO_A_NEIGHBOUR("addressed to a host whose address differs from the endpoint's in any one bit", (t, packet) -> {
        int bit = t.draw("the bit that differs, from the right", AnyPacket.number(32));
        Ipv4Address neighbour = Readdressed.neighbour(packet.destination(), bit);
        t.show("the destination", neighbour);
        boolean unchecked = t.draw("its UDP checksum says that there is none", Arbitraries.of(false, true));
        return Readdressed.to(packet, neighbour, unchecked);
    }),
    /** No field of the header but the addresses and the protocol matters to the data (RFC 791 section 3.1). */
    WITH_OTHER_FIELDS(
            "in a packet with any other fields in its header",
            (t, packet) -> Wrapped.right(new Ipv4Packet(
                    t.draw("the type of service", AnyPacket.number(256)),
                    t.draw("the identification", AnyPacket.number(65_536)),
                    t.draw("Don't Fragment", Arbitraries.of(false, true)),
                    false,
                    0,
                    t.draw("the Time to Live", AnyPacket.timeToLive()),
                    packet.protocol(),
                    packet.source(),
                    packet.destination(),
                    t.draw("the IP options", Any.ipOptions()),
                    packet.payload()))),
    /** Options that are not known are skipped (RFC 1122 section 3.2.1.8); what lies behind the total length is none of its own. */
    WITH_OPTIONS_AND_PADDING(
            "with any options in its IP header and any padding behind it",
            (t, packet) -> new Wrapped(
                    packet.withOptions(t.draw("the IP options", Any.ipOptions()))
                            .encode()
                            .plus(t.draw("the padding", Any.data(0, 20))),
                    Optional.empty())),
    /** Some go into each piece of what is cut, others into the first only (RFC 791 section 3.1, copied flag). */
    WITH_OPTIONS_TO_COPY(
            "with any IP options, to be copied or not",
            (t, packet) -> Wrapped.right(packet.withOptions(t.draw("the IP options", AnyPacket.optionsToCopyOrNot())))),
    /** The list may end before the header does (RFC 791 section 3.1, End of Option List). */
    WITH_FEWER_OPTIONS(
            "with fewer options in its IP header than that has room for",
            (t, packet) -> new Wrapped(
                    WrongHeader.withZeros(
                            packet.withOptions(t.draw("the IP options", Any.fewIpOptions())),
                            t.draw("how many words of zeros follow", AnyPacket.count(2))),
                    Optional.empty())),
    /** Its sender computed none (RFC 768 section "Fields"). */
    WITHOUT_CHECKSUM("without a checksum", (t, packet) -> {
        t.show("the UDP checksum", "0, which says that there is none");
        return Wrapped.right(Readdressed.withUdp(packet, UdpField.CHECKSUM, 0));
    }),
    /** What its length does not count belongs to nobody (RFC 768 section "Fields"), nor does the checksum cover it. */
    WITH_OCTETS_BEHIND("with other octets behind what its length counts", (t, packet) -> {
        Octets more = t.draw("the octets behind it", Any.data(1, 20));
        boolean unchecked = t.draw("its UDP checksum says that there is none", Arbitraries.of(false, true));
        Ipv4Packet counted = unchecked ? Readdressed.withUdp(packet, UdpField.CHECKSUM, 0) : packet;
        return Wrapped.right(Ipv4Packet.of(
                counted.source(),
                counted.destination(),
                counted.protocol(),
                counted.payload().plus(more)));
    }),
    /** Without a checksum only the length can be the reason to drop it. */
    WITH_WRONG_LENGTH("with any wrong UDP length", (t, packet) -> {
        int right = packet.payload().length();
        int length = t.draw("the UDP length", AnyPacket.wrongUdpLength(right));
        Ipv4Packet unchecked = Readdressed.withUdp(packet, UdpField.CHECKSUM, 0);
        return Wrapped.wrong(
                Readdressed.withUdp(unchecked, UdpField.LENGTH, length).encode(),
                "its UDP length is " + length + ", but " + right + " octets are there");
    }),
    /** RFC 1122 section 3.2.1.1. */
    OF_ANOTHER_VERSION("in a packet with any other IP version", WrongHeader.VERSION::in),
    /** RFC 1122 section 3.2.1.2. */
    WITH_WRONG_CHECKSUM("in a packet with any wrong IP header checksum", WrongHeader.CHECKSUM::in),
    /** RFC 791 section 3.1, IHL. */
    WITH_WRONG_HEADER_LENGTH("in a packet with any wrong IP header length", WrongHeader.HEADER_LENGTH::in),
    /** RFC 791 section 3.1, Total Length. */
    WITH_WRONG_TOTAL_LENGTH("in a packet with any wrong total length", WrongHeader.TOTAL_LENGTH::in),
    /** No host has such an address (RFC 1122 section 3.2.1.3). */
    FROM_NO_HOST(
            "in a packet from any address that no host may have",
            (t, packet) -> from(t, packet, AnyPacket.sourceOfNobody())),
    /** Only who knows the prefix of the network sees that it is nobody's (RFC 1122 section 3.2.1.3). */
    FROM_EVERYBODY(
            "in a packet from the broadcast address of the endpoint's network",
            (t, packet) -> from(
                    t,
                    packet,
                    Arbitraries.just(
                            AnyPacket.broadcastOf(Scene.endpoint(t).links().get(0))))),
    /** A host with several addresses has each of them (RFC 1122 section 3.2.1.3). */
    TO_ANOTHER_OF_ITS_OWN("addressed to any other address of the endpoint", (t, packet) -> {
        Ipv4Address other =
                t.draw("the destination", Arbitraries.of(Scene.endpoint(t).moreAddresses()));
        return Wrapped.right(Readdressed.between(packet.source(), other, packet));
    }),
    /** Several hosts may get it (RFC 1122 section 3.2.1.3). */
    TO_MANY("addressed to any broadcast or multicast address", (t, packet) -> {
        Ipv4Address all =
                t.draw("the destination", AnyPacket.manyHosts(Scene.endpoint(t).links()));
        return Wrapped.wrong(
                Readdressed.between(packet.source(), all, packet).encode(),
                "it is for " + all + ", which is not one host's address");
    }),
    /** The endpoint is one of them (RFC 1122 section 3.2.1.3). */
    TO_EVERYBODY("addressed to everybody on its network", (t, packet) -> {
        Ipv4Address all =
                t.draw("the destination", AnyPacket.everybody(Scene.endpoint(t).links()));
        return Wrapped.right(Readdressed.between(packet.source(), all, packet));
    }),
    /** The datagram is where it was to go (RFC 1122 section 3.2.1.8). */
    HAVING_COME_BY_GATEWAYS("in a packet that has come by way of any gateways", Routed::arrived),
    /** The endpoint is a gateway on its way (RFC 1812 section 5.2.4.1). */
    BY_WAY_OF_IT("in a packet whose source route goes by way of the endpoint", Routed::byWayOfEndpoint),
    /** It is not (RFC 1122 section 3.3.5). */
    GOING_ON("in a packet whose source route goes on from the endpoint", Routed::goingOn),
    /** Each router leaves its address (RFC 791 section 3.1, Record Route). */
    RECORDING_ITS_ROUTE("in a packet that records its route", Recorded::route),
    /** Each router leaves the time (RFC 791 section 3.1, Internet Timestamp). */
    TO_BE_STAMPED("in a packet that is stamped on its way", Recorded::times),
    /** The same, and it says who has stamped it (RFC 791 section 3.1, flag 1). */
    TO_BE_STAMPED_WITH_ADDRESSES(
            "in a packet that is stamped on its way by routers with their addresses", Recorded::addressesAndTimes),
    /** Only those whose addresses are there (RFC 791 section 3.1, flag 3). */
    TO_BE_STAMPED_BY_SOME("in a packet that is stamped on its way by those whom it names", Recorded::timesOfSome),
    /** An option does not mind that there is another one. */
    RECORDING_AND_STAMPED("in a packet that records its route and is stamped on its way", Recorded::both),
    /** There is room, but not enough; or the count of those that found none is at its end (RFC 791 section 3.1). */
    WITH_ROOM_FOR_A_PART("in a packet whose option has room for a part of what belongs there", Recorded::inError),
    /** What is sent again may have the number that it had before (RFC 9293 section 3.8.1, MAY-4). */
    AS_BEFORE("in a packet that came damaged before, under the same number", (t, packet) -> {
        Scene.peer(t).send(Damage.atTheEnd(packet));
        return Wrapped.right(packet);
    }),
    /** Whoever goes on by such a length never comes to an end, or beyond it (RFC 1122 section 1.2.2). */
    WITH_IMPOSSIBLE_OPTION("with an IP option of any impossible length", (t, packet) -> {
        int length = t.draw("the option's length", AnyPacket.impossibleOptionLength());
        return new Wrapped(WrongHeader.withOptionLength(packet, length), Optional.empty());
    }),
    /** Options are read, or skipped by their length, in any segment (RFC 9293 section 3.1). */
    WITH_TCP_OPTIONS("with any options in its TCP header", SegmentHeader::withOptions),
    /** The list may end before the header does (RFC 9293 section 3.2). */
    WITH_FEWER_TCP_OPTIONS("with fewer options than its TCP header has room for", SegmentHeader::endingEarly),
    /** RFC 9293 section 3.1, MUST-7. */
    WITH_ILLEGAL_TCP_OPTION("with a TCP option of any illegal length", SegmentHeader::withIllegalOption),
    /** RFC 9293 section 3.1, Rsrvd. */
    WITH_RESERVED_BITS("with any reserved bits of its TCP header set", SegmentHeader::withReservedBits),
    /** RFC 9293 section 3.1, DOffset. */
    WITH_WRONG_DATA_OFFSET("with any wrong data offset", SegmentHeader::withWrongOffset),
    /** It looks like a datagram and is none (RFC 1122 section 3.2.2.1). */
    OF_UNKNOWN_PROTOCOL("under the number of any protocol that nobody knows", (t, packet) -> {
        var protocol = t.draw("the protocol", AnyPacket.unknownProtocol());
        return Wrapped.wrong(
                Ipv4Packet.of(packet.source(), packet.destination(), protocol, packet.payload())
                        .encode(),
                "its protocol is " + protocol.number() + ", not UDP");
    }),
    /** About errors nobody is told, or errors would answer errors (RFC 1122 section 3.2.2). */
    AN_ERROR(
            "in a packet that is an ICMP error itself",
            (t, packet) -> Wrapped.right(Ipv4Packet.of(
                    packet.source(),
                    packet.destination(),
                    IpProtocol.ICMP,
                    t.draw("the error", AnyPacket.softError(packet.payload())).encode()))),
    /** ICMP, and no error: about it somebody is told (RFC 1122 section 3.2.2). */
    A_PING(
            "in a packet that is a ping",
            (t, packet) -> Wrapped.right(Ipv4Packet.of(
                    packet.source(),
                    packet.destination(),
                    IpProtocol.ICMP,
                    new EchoRequest(
                                    t.draw("the identifier", AnyPacket.number(65_536)),
                                    t.draw("the ping's number", AnyPacket.number(65_536)),
                                    packet.payload())
                            .encode()))),
    /** A host takes what has arrived, however old (RFC 1122 section 3.2.1.7). */
    JUST_REACHING(
            "with a Time to Live that just reaches the endpoint",
            (t, packet) ->
                    Wrapped.right(packet.withTimeToLive(Scene.lab(t).topology().routers() + 1))),
    /** A router hands it on no more (RFC 1812 section 5.3.1). */
    AT_ITS_END(
            "with any Time to Live below two",
            (t, packet) ->
                    Wrapped.right(packet.withTimeToLive(t.draw("the Time to Live", AnyPacket.lastTimeToLive())))),
    /** A router hands it on once more, and the next one does not. */
    NEAR_ITS_END("with a Time to Live of two", (t, packet) -> Wrapped.right(packet.withTimeToLive(2))),
    /** Instead of being dropped (RFC 3168 section 5). */
    MARKED("in a packet that a router has marked", (t, packet) -> Wrapped.right(packet.withEcn(Ecn.CE))),
    /** Don't Fragment (RFC 791 section 3.1). */
    UNCUTTABLE("without leave to be cut", (t, packet) -> Wrapped.right(packet.withDontFragment(true)));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final BiFunction<Trial, Ipv4Packet, Wrapped> wrapping;

    Envelope(String words, BiFunction<Trial, Ipv4Packet, Wrapped> wrapping) {
        this.words = words;
        this.wrapping = wrapping;
    }

    private static Wrapped from(Trial t, Ipv4Packet packet, Arbitrary<Ipv4Address> nobody) {
        Ipv4Address source = t.draw("the source", nobody);
        return Wrapped.wrong(
                Readdressed.between(source, packet.destination(), packet).encode(),
                "it comes from " + source + ", an address that no host may have");
    }

    /** The packet, with what is special about it. */
    public Wrapped around(Trial t, Ipv4Packet usual) {
        return wrapping.apply(t, usual);
    }

    @Override
    public String toString() {
        return words;
    }
}
