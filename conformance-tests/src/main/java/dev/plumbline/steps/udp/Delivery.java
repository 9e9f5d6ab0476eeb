package dev.plumbline.steps.udp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Lab;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Streams;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What becomes of datagrams at the place where they go. */
public enum Delivery {
    /** All of them, in the order in which they were sent. */
    EXACTLY("exactly that data", Delivery::exactly),
    /** The same. */
    ONE_BY_ONE("them one by one", Delivery::exactly),
    /** The same, of those that can arrive. */
    THOSE_NOT_LOST("exactly those that were not lost", Delivery::exactly),
    /** All of them, in whatever order. */
    EACH_WHOLE("each of them whole", Delivery::inAnyOrder),
    /** All of them, in the order of the wire. */
    AS_THEY_ARRIVE("them in the order and as often as they arrive", Delivery::asTheyArrive),
    /** It had to be dropped in silence. */
    NOTHING("nothing of it", Delivery::nothing),
    /** Whatever the endpoint makes of it, nothing else comes of it. */
    AT_MOST("that data once, or nothing", Delivery::atMost),
    /** What came at last, to somebody who asks until it comes. */
    ANSWER("the answer", (t, inbox) -> atLast(t, inbox, "the answer")),
    /** What came at last, of what was asked again and again. */
    QUESTION("the question", (t, inbox) -> atLast(t, inbox, "the question")),
    /** Who has sent it is told, too. */
    FROM_PEER("it as from the peer's address and port", (t, inbox) -> fromPeer(t)),
    /** The application names it with each of them (RFC 1122 section 4.1.3.5). */
    FROM_THAT_ADDRESS("each of them from that address", (t, inbox) -> fromThatAddress(t)),
    /** Where it was sent to, too (RFC 1122 section 4.1.3.5). */
    AT_ADDRESS(
            "it as sent to that address",
            (t, inbox) -> at(t, List.of(UdpScene.of(t).addressAsked()))),
    /** What is for everybody is for the host, which has these (RFC 1122 section 3.2.1.3). */
    AT_ONE_OF_ITS_OWN("it as sent to one of its addresses", (t, inbox) -> at(t, own(t)));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final BiFunction<Trial, Inbox, Expectation> expectation;

    Delivery(String words, BiFunction<Trial, Inbox, Expectation> expectation) {
        this.words = words;
        this.expectation = expectation;
    }

    /** Waits for it. */
    Expectation to(Inbox inbox, Trial t) {
        return expectation.apply(t, inbox);
    }

    @Override
    public String toString() {
        return words;
    }

    private static Expectation fromThatAddress(Trial t) {
        Ipv4Address named = UdpScene.of(t).source().address();
        int count = UdpScene.of(t).sent().size();
        return Becomes.becomesTrue(
                "the peer receives each of the " + count + " datagrams from " + named
                        + ", the address that the application has named for each",
                () -> sources(t).equals(Collections.nCopies(count, named)),
                () -> "datagrams came from " + sources(t));
    }

    private static List<Ipv4Address> sources(Trial t) {
        return Scene.peer(t).arrivals().stream()
                .filter(packet -> packet.udp().isPresent())
                .flatMap(packet -> packet.ip().stream())
                .map(Ipv4Packet::source)
                .toList();
    }

    private static Expectation exactly(Trial t, Inbox inbox) {
        List<Octets> due = inbox.due(t);
        return Becomes.becomesTrue(
                inbox + " receives exactly these datagrams, one by one: " + Streams.words(due),
                () -> inbox.received(t).equals(due),
                () -> found(t, inbox, Streams.count(inbox.received(t), due)));
    }

    private static Expectation inAnyOrder(Trial t, Inbox inbox) {
        List<Octets> due = inbox.due(t);
        return Becomes.becomesTrue(
                inbox + " receives exactly these datagrams, in any order: " + Streams.words(due),
                () -> sorted(inbox.received(t)).equals(sorted(due)),
                () -> found(t, inbox, "these"));
    }

    /** Where time is real, no plan foretells the order: the wire has seen it. */
    private static Expectation asTheyArrive(Trial t, Inbox inbox) {
        int count = inbox.arrivals(t);
        return Becomes.becomesTrue(
                inbox + " receives the " + count + " datagrams in the order in which they arrive",
                () -> inbox.received(t).size() == count && inbox.received(t).equals(arrived(t)),
                () -> "these: " + Streams.words(inbox.received(t)) + ", but the wire delivered "
                        + Streams.words(arrived(t)));
    }

    private static Expectation nothing(Trial t, Inbox inbox) {
        return Becomes.staysUntrue(
                "the packet is dropped in silence",
                () -> !inbox.received(t).equals(inbox.due(t)),
                () -> inbox + " received what had to be dropped: "
                        + UdpScene.of(t).wrong());
    }

    private static Expectation atMost(Trial t, Inbox inbox) {
        return Becomes.staysUntrue(
                inbox + " receives " + Streams.words(inbox.due(t)) + ", or nothing",
                () -> !inbox.received(t).isEmpty() && !inbox.received(t).equals(inbox.due(t)),
                () -> inbox + " received " + Streams.words(inbox.received(t)));
    }

    /** It may have been sent several times: it comes at least once, at most as often as it was sent, and nothing else does. */
    private static Expectation atLast(Trial t, Inbox inbox, String what) {
        return Becomes.becomesTrue(
                        inbox + " receives " + what + ", and nothing else",
                        () -> isOnlyWhatIsDue(inbox.received(t), inbox.due(t)),
                        () -> "it received " + Streams.words(inbox.received(t)) + " after "
                                + UdpScene.of(t).sent().size() + " questions" + Wire.losses(t))
                .within(Duration.ofMinutes(1));
    }

    private static boolean isOnlyWhatIsDue(List<Octets> received, List<Octets> due) {
        Set<Octets> all = new HashSet<>(received);
        return !received.isEmpty() && received.size() <= due.size() && due.containsAll(all);
    }

    private static Expectation fromPeer(Trial t) {
        SocketAddress source = Scene.peer(t).at(UdpScene.peerPort(t));
        var application = UdpScene.of(t).application();
        return Becomes.becomesTrue(
                "the application is told that the datagram comes from " + source,
                () -> application.received().stream().anyMatch(r -> r.source().equals(source)),
                () -> application.received().isEmpty()
                        ? "it was told nothing"
                        : "it was told " + application.received().get(0).source());
    }

    private static List<Ipv4Address> own(Trial t) {
        return Stream.concat(Stream.of(Scene.endpoint(t).address()), Scene.endpoint(t).moreAddresses().stream())
                .toList();
    }

    private static Expectation at(Trial t, List<Ipv4Address> right) {
        var application = UdpScene.of(t).application();
        return Becomes.becomesTrue(
                "the application is told that the datagram went to "
                        + (right.size() == 1 ? right.get(0) : "one of " + right),
                () -> application.received().stream()
                        .anyMatch(r -> r.destination().filter(right::contains).isPresent()),
                () -> application.received().stream()
                        .findFirst()
                        .map(r -> r.destination()
                                .map(address -> "it was told " + address)
                                .orElse("it was told of a datagram, and not where that went"))
                        .orElse("it was told nothing"));
    }

    private static String found(Trial t, Inbox inbox, String before) {
        List<Octets> received = inbox.received(t);
        return (received.isEmpty() ? inbox.nothing() : before + ": " + Streams.words(received)) + Wire.losses(t);
    }

    private static List<String> sorted(List<Octets> all) {
        return all.stream().map(Octets::toHex).sorted().toList();
    }

    private static List<Octets> arrived(Trial t) {
        return Wire.packets(t, Transcript.Kind.RECEIVED, Lab.ENDPOINT)
                .flatMap(packet -> packet.udp().stream())
                .map(UdpDatagram::payload)
                .toList();
    }
}
