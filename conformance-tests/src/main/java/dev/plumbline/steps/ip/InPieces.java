package dev.plumbline.steps.ip;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** How datagrams were cut, and how their pieces come (RFC 791 section 3.2, RFC 1122 section 3.3.2). */
public enum InPieces {
    /** One datagram after the other, each from its first piece to its last. */
    IN_ORDER("in any pieces", (t, wholes) -> Arrival.complete(Pieces.of(t, wholes))),
    /** The smallest way to be cut. */
    IN_TWO(
            "each in two pieces",
            (t, wholes) -> Arrival.complete(wholes.stream()
                    .flatMap(whole -> Pieces.halves(whole).stream())
                    .toList())),
    /** What comes again after the last that was missing would be the start of another datagram: so that one does not. */
    SOME_TWICE("in any pieces, in any order, some of them twice", (t, wholes) -> {
        List<Ipv4Packet> pieces = Pieces.of(t, wholes);
        Set<Integer> twice = t.draw("twice come the pieces numbered", Any.losses(3, pieces.size()));
        List<Integer> order = new ArrayList<>(t.draw("the order of the pieces", Any.order(pieces.size())));
        Integer last = order.get(order.size() - 1);
        twice.stream().filter(piece -> !piece.equals(last)).forEach(piece -> order.add(0, piece));
        return Arrival.complete(order.stream().map(pieces::get).toList());
    }),
    /** Pieces of different datagrams come between each other. */
    MIXED("in any pieces, mixed in any order", (t, wholes) -> mixed(t, wholes.stream())),
    /** Only where they come from tells them apart. */
    UNDER_ONE_NUMBER(
            "in any pieces under the same number, mixed in any order",
            (t, wholes) -> mixed(t, wholes.stream().map(InPieces::numbered))),
    /** Only the protocol tells them apart. 253 is for experiments: RFC 3692 section 2.1. */
    BESIDE_ANOTHER_PROTOCOL(
            "in any pieces, mixed in any order with those of another protocol under the same number",
            (t, wholes) -> mixed(t, wholes.stream().flatMap(whole -> Stream.of(whole, stranger(whole))))),
    /** Only the destination tells them apart. */
    BESIDE_ANOTHER_DESTINATION(
            "in any pieces, mixed in any order with those of a datagram for everybody under the same number",
            (t, wholes) -> mixed(t, wholes.stream().flatMap(whole -> Stream.of(whole, forEverybody(whole))))),
    /** A host takes what has arrived, however old, a piece too (RFC 1122 section 3.2.1.7). */
    AT_ITS_END("in any pieces at the end of their time, mixed in any order", (t, wholes) -> {
        int timeToLive = t.draw("the Time to Live", AnyPacket.lastTimeToLive());
        return mixed(t, wholes.stream().map(whole -> whole.withTimeToLive(timeToLive)));
    }),
    /** Whom the whole is for is what each of its pieces is for (RFC 1122 section 3.2.2). */
    TO_MANY("in any pieces, mixed in any order, each of them for a broadcast or multicast address", (t, wholes) -> {
        Ipv4Address many =
                t.draw("the destination", AnyPacket.manyHosts(Scene.endpoint(t).links()));
        return Arrival.never(
                Pieces.shuffled(
                        t,
                        Pieces.of(
                                t,
                                wholes.stream()
                                        .map(whole -> Readdressed.between(whole.source(), many, whole))
                                        .toList())),
                "it is for " + many + ", which is not one host's address");
    }),
    /** What is not whole is not delivered. */
    ONE_MISSING("in any pieces but one, in any order", (t, wholes) -> {
        List<Ipv4Packet> pieces = Pieces.of(t, wholes);
        Ipv4Packet missing = pieces.get(t.draw("the piece that is missing", AnyPacket.number(pieces.size())));
        List<Ipv4Packet> others = Pieces.shuffled(t, pieces).stream()
                .filter(piece -> !piece.equals(missing))
                .toList();
        return Arrival.without(missing, others, "a piece of it is missing");
    }),
    /** They agree: whoever sends a datagram again may cut it elsewhere (RFC 1122 section 3.3.2). */
    OVERLAPPING(
            "in any pieces that overlap, in any order",
            (t, wholes) -> Arrival.complete(Pieces.shuffled(t, Overlaps.of(t, wholes, Overlaps.AGREEING)))),
    /** They do not: somebody wants to get something past a filter. */
    CONTRADICTING(
            "in any pieces that overlap and contradict each other, in any order",
            (t, wholes) -> Arrival.complete(Pieces.shuffled(t, Overlaps.of(t, wholes, Overlaps.CONTRADICTING)))),
    /** Places are counted in eights: behind such a piece some octets are missing (RFC 791 section 3.2). */
    NO_EIGHTS("in any pieces, one of which ends between two eights, in any order", (t, wholes) -> {
        List<Ipv4Packet> pieces =
                Pieces.of(t, wholes.stream().map(InPieces::unchecked).toList());
        return Arrival.never(
                Pieces.shuffled(t, Pieces.withOneTooShort(t, pieces)),
                "a piece that is not the last one ends between two eights, so that octets are missing behind it");
    }),
    /** In 16 bits, its length is that of a short one (RFC 791 section 3.1). */
    TOO_LONG(
            "in pieces that reach beyond 65535 octets",
            (t, wholes) -> Arrival.never(
                    Pieces.tooLong(wholes.get(0)), "together the pieces are longer than a datagram can be")),
    /** The header of the whole is that of its first piece, and is counted, too (RFC 791 sections 3.1 and 3.2). */
    TOO_LONG_WITH_OPTIONS(
            "in pieces that only with the options of the first reach beyond 65535 octets",
            (t, wholes) -> Arrival.never(
                    Pieces.tooLongWith(
                            t.draw("the IP options of the first piece", AnyPacket.optionsToCopyOrNot()),
                            unchecked(wholes.get(0))),
                    "together the pieces are longer than a datagram can be, its header included")),
    /** The first piece has the ports: without it nobody knows whom the datagram is for. */
    WITHOUT_PORTS("in any pieces but the one with the ports, in any order", (t, wholes) -> {
        List<Ipv4Packet> pieces = Pieces.of(t, wholes);
        return Arrival.without(
                pieces.get(0),
                Pieces.shuffled(t, pieces.subList(1, pieces.size())),
                "the piece with the ports has not come");
    });

    private static final int NUMBER = 77;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final BiFunction<Trial, List<Ipv4Packet>, Arrival> cutting;

    InPieces(String words, BiFunction<Trial, List<Ipv4Packet>, Arrival> cutting) {
        this.words = words;
        this.cutting = cutting;
    }

    /** The datagrams, cut and in order. */
    public Arrival of(Trial t, List<Ipv4Packet> wholes) {
        return cutting.apply(t, wholes);
    }

    @Override
    public String toString() {
        return words;
    }

    private static Arrival mixed(Trial t, Stream<Ipv4Packet> wholes) {
        return Arrival.complete(Pieces.shuffled(t, Pieces.of(t, wholes.toList())));
    }

    private static Ipv4Packet numbered(Ipv4Packet packet) {
        return packet.withIdentification(NUMBER);
    }

    /** Only what is missing can be the reason to drop it. */
    private static Ipv4Packet unchecked(Ipv4Packet whole) {
        return Readdressed.withUdp(whole, UdpField.CHECKSUM, 0);
    }

    private static Ipv4Packet forEverybody(Ipv4Packet whole) {
        return Ipv4Packet.of(
                        whole.source(),
                        Ipv4Address.BROADCAST,
                        whole.protocol(),
                        Octets.ofText("for everybody: ").plus(whole.payload()))
                .withIdentification(whole.identification());
    }

    private static Ipv4Packet stranger(Ipv4Packet whole) {
        Octets payload = Octets.ofText("of another protocol: ").plus(whole.payload());
        return Ipv4Packet.of(whole.source(), whole.destination(), new IpProtocol(253), payload)
                .withIdentification(whole.identification());
    }
}
