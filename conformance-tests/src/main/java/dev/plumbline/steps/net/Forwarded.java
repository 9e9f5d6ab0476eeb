package dev.plumbline.steps.net;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.ip.Recorded;
import dev.plumbline.steps.ip.Routed;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a router makes of the packets it hands on (RFC 791 section 3.2, RFC 1812 section 5.3.1). */
public enum Forwarded {
    /** Nothing but the Time to Live, and with it the checksum, changes on the way. */
    OLDER("it, older and otherwise the same") {
        @Override
        Expectation at(int number, Trial t) {
            return older(number, t, RouterScene.of(t).whole());
        }
    },
    /** The router leaves its own address in the route (RFC 791 section 3.1). */
    ALONG_ITS_ROUTE("it with the router's own address in its route, older and otherwise the same") {
        @Override
        Expectation at(int number, Trial t) {
            return older(number, t, Routed.received(t, RouterScene.of(t).whole(), number));
        }
    },
    /** So that its receiver learns by which way it has come (RFC 1812 sections 5.3.13.5 and 5.3.13.6). */
    RECORDED("it with what belongs into its option, older and otherwise the same") {
        @Override
        Expectation at(int number, Trial t) {
            Ipv4Packet sent = RouterScene.of(t).whole();
            return older(number, t, Recorded.received(t, sent, number), came -> Recorded.withoutStamp(sent, came));
        }
    },
    /** Only 0 is the end. */
    ONE_LEFT("it with a Time to Live of one, and otherwise the same") {
        @Override
        Expectation at(int number, Trial t) {
            Ipv4Packet aged = RouterScene.of(t).whole().withTimeToLive(1);
            return Becomes.becomesTrue(
                    "the second peer receives the packet with a Time to Live of 1: it came with 2, and only 0 is the end",
                    () -> packets(t, number).toList().equals(List.of(aged)),
                    () -> arrivals(t, number));
        }
    },
    /** They fit the next link, so there is nothing to do. */
    EACH_PIECE("each of the pieces, older and otherwise the same") {
        @Override
        Expectation at(int number, Trial t) {
            List<Ipv4Packet> pieces = RouterScene.of(t).pieces();
            return Becomes.becomesTrue(
                    "the second peer receives each of the " + pieces.size()
                            + " pieces as it is, but with a lower Time to Live: they fit its link",
                    () -> younger(packets(t, number).filter(Ipv4Packet::isFragment))
                            .equals(younger(pieces.stream())),
                    () -> arrivals(t, number));
        }
    },
    /** The copied flag of each says where it belongs (RFC 791 section 3.1). */
    OPTIONS("pieces with the options that belong there") {
        @Override
        Expectation at(int number, Trial t) {
            List<Ipv4Option> all = options(RouterScene.of(t).whole());
            List<Ipv4Option> copied = all.stream().filter(Ipv4Option::isCopied).toList();
            return Becomes.becomesTrue(
                    "the second peer receives a first piece with the options " + all + ", and others with " + copied
                            + ", whose copied flag is set",
                    () -> packets(t, number)
                            .filter(Ipv4Packet::isFragment)
                            .allMatch(piece -> options(piece).equals(piece.fragmentOffset() == 0 ? all : copied)),
                    () -> "the options "
                            + packets(t, number)
                                    .filter(Ipv4Packet::isFragment)
                                    .map(piece -> options(piece) + " at octet " + piece.fragmentOffset())
                                    .collect(Collectors.joining(", ")));
        }
    },
    /** Of the whole, or of its pieces. */
    PIECES("pieces that make it whole") {
        @Override
        Expectation at(int number, Trial t) {
            Octets payload = RouterScene.of(t).whole().payload();
            return Becomes.becomesTrue(
                    "the second peer receives pieces that fit its link, each with its place in the whole datagram of "
                            + payload.length() + " octets, and all but the very last with More Fragments",
                    () -> packets(t, number)
                            .anyMatch(ip -> !ip.isFragment() && ip.payload().equals(payload)),
                    () -> arrivals(t, number));
        }
    };

    private final String words;

    Forwarded(String words) {
        this.words = words;
    }

    /** Waits for it at a peer. */
    abstract Expectation at(int number, Trial t);

    @Override
    public String toString() {
        return words;
    }

    private static Expectation older(int number, Trial t, Ipv4Packet sent) {
        return older(number, t, sent, came -> came);
    }

    private static Expectation older(int number, Trial t, Ipv4Packet sent, UnaryOperator<Ipv4Packet> comparable) {
        return new Arrives(
                Scene.lab(t).peer(number).reader(packet -> true),
                "the packet, at peer " + (number + 1) + ", with a Time to Live of less than " + sent.timeToLive(),
                packet -> Packets.verdict(changes(comparable.apply(packet.ip().orElseThrow()), sent)),
                packet -> {});
    }

    private static List<Objection> changes(Ipv4Packet ip, Ipv4Packet sent) {
        List<Objection> wrong = new ArrayList<>();
        if (ip.timeToLive() >= sent.timeToLive()) {
            wrong.add(Objection.of(
                    Quantity.TIME_TO_LIVE,
                    sent.timeToLive() - 1L,
                    ip.timeToLive(),
                    "its Time to Live is " + ip.timeToLive() + ", and it was sent with " + sent.timeToLive()));
        }
        if (!ip.withTimeToLive(sent.timeToLive()).equals(sent)) {
            wrong.add(Objection.of("it is not the packet that was to come: " + ip.destination() + " with the options "
                    + ip.options() + " instead of " + sent.destination() + " with " + sent.options()));
        }
        return wrong;
    }

    /** But for No Operation, which only fills up. */
    private static List<Ipv4Option> options(Ipv4Packet packet) {
        return packet.options().stream()
                .filter(option -> option.type() != Ipv4Option.NO_OPERATION)
                .toList();
    }

    /** What came over the wire, and the wholes that the peer has made of pieces. */
    private static Stream<Ipv4Packet> packets(Trial t, int number) {
        return Scene.lab(t).peer(number).arrivals().stream().flatMap(packet -> packet.ip().stream());
    }

    /** All with the same Time to Live, in the order of the datagram: pieces may overtake each other. */
    private static List<Octets> younger(Stream<Ipv4Packet> pieces) {
        return pieces.map(piece -> piece.withTimeToLive(Ipv4Packet.DEFAULT_TIME_TO_LIVE))
                .sorted(Comparator.comparingInt(Ipv4Packet::fragmentOffset))
                .map(Ipv4Packet::encode)
                .toList();
    }

    private static String arrivals(Trial t, int number) {
        Peer peer = Scene.lab(t).peer(number);
        return peer.arrivals().isEmpty() ? "nothing" : peer.arrivals().toString();
    }
}
