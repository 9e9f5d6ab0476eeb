package dev.plumbline.steps.icmp;

import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How the peer pings the endpoint (RFC 1122 section 3.2.2.6). */
public enum Pings {
    /** Once. */
    WITH_DATA("with any data", t -> List.of(t.draw("the data", Any.data(0, 1400)))),
    /** Once, and every host can put it together (RFC 1122 section 3.3.2). */
    WITH_SHORT_DATA(
            "with any short data", t -> List.of(t.draw("the data", Any.data(1, Ipv4Packet.MIN_RECEIVABLE - 80)))),
    /** Several times, at the same moment. */
    OFTEN(
            "any number of times",
            t -> IntStream.rangeClosed(1, t.draw("the number of pings", AnyPacket.count(8)))
                    .mapToObj(number -> Octets.ofText("ping " + number))
                    .toList());

    private static final String PINGED = "the address that was pinged";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final Function<Trial, List<Octets>> data;

    Pings(String words, Function<Trial, List<Octets>> data) {
        this.words = words;
        this.data = data;
    }

    /** What the peer has asked: each ping's number is its place, from 1. */
    private record Asked(int identifier, List<Octets> data) {
        EchoReply reply(int place) {
            return new EchoReply(identifier, place + 1, data.get(place));
        }

        EchoRequest request(int place) {
            return new EchoRequest(identifier, place + 1, data.get(place));
        }

        boolean isRight(EchoReply reply) {
            return reply.sequenceNumber() >= 1
                    && reply.sequenceNumber() <= data.size()
                    && reply.equals(reply(reply.sequenceNumber() - 1));
        }

        List<Integer> numbers() {
            return IntStream.rangeClosed(1, data.size()).boxed().toList();
        }
    }

    /** The packets that ask, one for each. */
    List<Ipv4Packet> packets(Trial t) {
        int identifier = t.draw("the identifier", AnyPacket.number(1 << 16));
        Asked asked = t.put(new Asked(identifier, data.apply(t)));
        return asked.numbers().stream()
                .map(number -> Scene.peer(t)
                        .packet(IpProtocol.ICMP, asked.request(number - 1).encode()))
                .toList();
    }

    /** Remembers whom such a ping is for: the answer has to come from there. */
    static void noteAddress(Trial t, Octets ping) {
        Packet.of(ping).ip().ifPresent(packet -> t.put(PINGED, packet.destination()));
    }

    void send(Trial t) {
        packets(t).forEach(packet -> Scene.peer(t).send(packet.encode()));
    }

    /** Each is answered with its own data, once, from the address that was pinged. */
    static Expectation answered(Trial t) {
        Asked asked = t.the(Asked.class);
        return Becomes.becomesTrue(
                        "one echo reply to each of the pings: the same identifier, number and data",
                        () -> wrong(t, asked).isEmpty() && numbers(t).equals(asked.numbers()),
                        () -> wrong(t, asked)
                                .map(packet -> "this is no answer to the ping: " + packet)
                                .orElse("replies to the pings with the numbers " + numbers(t)))
                .unless(() -> wrong(t, asked).isPresent());
    }

    private static Optional<Packet> wrong(Trial t, Asked asked) {
        return Scene.peer(t).arrivals().stream()
                .filter(packet -> !isRight(t, asked, packet))
                .findFirst();
    }

    private static boolean isRight(Trial t, Asked asked, Packet packet) {
        boolean addresses = packet.ip()
                .filter(ip -> ip.source()
                                .equals(t.maybe(PINGED, Ipv4Address.class)
                                        .orElse(Scene.peer(t).endpoint()))
                        && ip.finalDestination().equals(Scene.peer(t).address()))
                .isPresent();
        return addresses
                && packet.icmp()
                        .filter(EchoReply.class::isInstance)
                        .filter(reply -> asked.isRight((EchoReply) reply))
                        .isPresent();
    }

    private static List<Integer> numbers(Trial t) {
        return Scene.peer(t).arrivals().stream()
                .flatMap(packet -> packet.icmp().stream())
                .filter(EchoReply.class::isInstance)
                .map(reply -> ((EchoReply) reply).sequenceNumber())
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
