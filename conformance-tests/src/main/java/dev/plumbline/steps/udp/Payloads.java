package dev.plumbline.steps.udp;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What somebody puts into datagrams: into one, or into several. */
public enum Payloads {
    /** What fits into a packet on an Ethernet. */
    ANY("any data", drawn(0, Payloads.ETHERNET)),
    /** There is something in it that can be damaged. */
    SOME("any data of an octet or more", drawn(1, 1000)),
    /** What fits into the packets of all links on long ways, and leaves room for options. */
    SHORT("any short data", drawn(0, Payloads.EVERY_HOST)),
    /** Enough for several pieces, and no more than every host must be able to put together (RFC 1122 section 3.3.2). */
    SOME_SHORT("any short data of an octet or more", drawn(1, Payloads.EVERY_HOST)),
    /** Up to several packets. */
    HOWEVER_LARGE("any data, however large", drawn(0, 2 * Payloads.LARGE)),
    /** Of another sender, other data; of the same one, the same to everybody but for whom it is for. */
    OF_ITS_OWN("any data of its own", ofItsOwn(Payloads.LARGE)),
    /** The same, so short that no link is too small: who finds out the path's MTU does not send a lost datagram again. */
    SHORT_OF_ITS_OWN("any short data of its own", ofItsOwn(400)),
    /** Always the same. */
    QUESTION("a question", text("a question")),
    /** One that fits into a packet. */
    ANY_QUESTION("any question", drawn(0, 500)),
    /** One that may take several packets. */
    LARGE_QUESTION("any question, however large", drawn(0, Payloads.LARGE)),
    /** Always the same. */
    ANSWER("the answer", text("the answer")),
    /** The last of its packets has no room left. */
    FILLING("data that fills any number of packets exactly", Payloads::filling),
    /** As a number of 16 bits half the largest size is negative; in a fragment offset it takes the field's first bit. */
    HALF("a little more or less than 32768 octets", Payloads::half),
    /** UDP sends such a checksum as all ones (RFC 768 section "Fields"). */
    SUMMING_TO_ZERO(
            "data whose checksum comes out as zero",
            (t, way) -> List.of(ChecksumData.summingToZero(ChecksumData.even(t), way.from(), way.to()))),
    /** Adding the upper bits of the sum carries once more (RFC 1071 section 1). */
    CARRYING_TWICE(
            "data for whose checksum the carry must be added twice",
            (t, way) -> List.of(ChecksumData.carryingTwice(ChecksumData.even(t), way.from(), way.to()))),
    /** One octet more would not fit the link behind a router. */
    JUST_FITTING("any data that just fits the next link", (t, way) -> {
        int room = nextMtu(t) - Payloads.HEADERS;
        return one(t, way, Any.data(room, room));
    }),
    /** It does not fit the link behind a router. */
    TOO_LARGE(
            "any data too large for the next link",
            (t, way) -> one(t, way, Any.data(nextMtu(t) - Payloads.HEADERS + 1, Payloads.ETHERNET))),
    /** Two pieces of it do not fit, however the eights fall, and fit an Ethernet. */
    TWICE_TOO_LARGE(
            "any data twice too large for the next link", (t, way) -> one(t, way, Any.data(2 * nextMtu(t) - 30, 2938))),
    /** Several, each of which says which it is. */
    NUMBERED("any number of datagrams", Payloads::numbered),
    /** Several, each as long as it wants. */
    SIZED("any number of datagrams of any size", Payloads::sized),
    /** Each of which every host must be able to put together (RFC 1122 section 3.3.2). */
    SEVERAL_SHORT("several datagrams with any short data", several(1, Payloads.EVERY_HOST)),
    /** None of which fits into a packet. */
    SEVERAL_LARGE("several datagrams with any large data", several(1500, Payloads.LARGE));

    private static final int HEADERS = Ipv4Packet.MIN_HEADER + UdpDatagram.HEADER;
    private static final int ETHERNET = 1500 - HEADERS;
    private static final int EVERY_HOST = Ipv4Packet.MIN_RECEIVABLE - HEADERS;
    private static final int LARGE = 3000;
    private static final int AT_MOST = 8;
    private static final int BLOCK = 8;

    /**
     * Data on its way.
     *
     * @param whose whose it is, for the reader of a failure
     * @param from where it comes from
     * @param to where it goes
     */
    private record Way(String whose, SocketAddress from, SocketAddress to) {}

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final BiFunction<Trial, Way, List<Octets>> drawing;

    Payloads(String words, BiFunction<Trial, Way, List<Octets>> drawing) {
        this.words = words;
        this.drawing = drawing;
    }

    /**
     * The data, each for a datagram of its own.
     *
     * @param whose whose data it is, for the reader of a failure
     */
    public List<Octets> draw(Trial t, String whose, SocketAddress from, SocketAddress to) {
        return drawing.apply(t, new Way(whose, from, to));
    }

    @Override
    public String toString() {
        return words;
    }

    private static BiFunction<Trial, Way, List<Octets>> ofItsOwn(int most) {
        return (t, way) -> List.of(
                Octets.ofText("from " + way.from().address() + " to " + way.to().address() + ": ")
                        .plus(t.draw(way.whose(), Any.data(0, most))));
    }

    private static BiFunction<Trial, Way, List<Octets>> drawn(int least, int most) {
        return (t, way) -> one(t, way, Any.data(least, most));
    }

    private static BiFunction<Trial, Way, List<Octets>> text(String text) {
        return (t, way) -> List.of(Octets.ofText(text));
    }

    private static BiFunction<Trial, Way, List<Octets>> several(int least, int most) {
        return (t, way) -> IntStream.rangeClosed(1, 3)
                .mapToObj(number -> t.draw(way.whose() + " in datagram " + number, Any.data(least, most)))
                .toList();
    }

    private static List<Octets> one(Trial t, Way way, Arbitrary<Octets> data) {
        return List.of(t.draw(way.whose(), data));
    }

    private static int nextMtu(Trial t) {
        return Scene.endpoint(t).links().get(1).mtu();
    }

    private static List<Octets> filling(Trial t, Way way) {
        int packets = t.draw("the number of packets", Arbitraries.integers().between(2, 5));
        int room = Scene.endpoint(t).links().get(0).mtu() - Ipv4Packet.MIN_HEADER;
        int length = packets * (room / BLOCK * BLOCK) - UdpDatagram.HEADER;
        return one(t, way, Any.data(length, length));
    }

    private static List<Octets> half(Trial t, Way way) {
        int length =
                32_768 + t.draw("more than 32768 by", Arbitraries.integers().between(-40, 3000));
        return one(t, way, Any.data(length, length));
    }

    private static List<Octets> numbered(Trial t, Way way) {
        return IntStream.rangeClosed(1, t.draw("the number of datagrams", AnyPacket.count(AT_MOST)))
                .mapToObj(number -> Octets.ofText("datagram number " + number))
                .toList();
    }

    private static List<Octets> sized(Trial t, Way way) {
        Octets data = t.draw(way.whose(), Any.data(ETHERNET, ETHERNET));
        return t.draw("the sizes of the datagrams", Any.sizes(ETHERNET, AT_MOST)).stream()
                .map(size -> data.slice(0, size))
                .toList();
    }
}
