package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Lab;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is sent in datagrams, and what is thought of them. */
final class Datagrams {
    static final String DATA = "the data";
    static final String LOST = "the numbers of the packets that are lost";
    static final String ARRIVING = "how the packets arrive";

    private static final String SENT = "the datagrams that the peer has sent";

    private Datagrams() {}

    /** How a network treats packets that are sent at one instant: their order of arrival, and which come twice. */
    record Arriving(List<Integer> order, Set<Integer> twice) {
        /** How many arrive of the first {@code sent}. */
        int count(int sent) {
            return sent + (int) twice.stream().filter(number -> number < sent).count();
        }
    }

    /** What has arrived at the endpoint so far, as the wire has seen it: where time is real, no plan foretells it. */
    static List<Octets> arrived(Trial t) {
        return t.world().transcript().entries().stream()
                .filter(e -> e.kind() == Transcript.Kind.RECEIVED && e.host().equals(Lab.ENDPOINT))
                .flatMap(e -> Packet.of(e.datagram()).udp().stream())
                .map(UdpDatagram::payload)
                .toList();
    }

    /** The endpoint's application receives what arrives, in that order. */
    static Expectation receivesWhatArrives(Trial t) {
        UdpApplication application = t.the(UdpApplication.class);
        int count = t.the(ARRIVING, Arriving.class).count(sent(t).size());
        return Becomes.becomesTrue(
                "the application receives the " + count + " datagrams in the order in which they arrive",
                () -> application.count() == count && application.data().equals(arrived(t)),
                () -> "these: " + Streams.words(application.data()) + ", but the wire delivered "
                        + Streams.words(arrived(t)));
    }

    /** The data that the endpoint's application has sent. */
    static Octets data(Trial t) {
        return t.the(DATA, Octets.class);
    }

    /** The peer sends a datagram from any port to the endpoint's application. */
    static void peerSends(Trial t, Octets data) {
        Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
        note(t, data);
        Scene.peer(t).sendUdp(from, Scene.endpointPort(t), data);
    }

    /** Takes note of a datagram that must reach the application. */
    static void note(Trial t, Octets data) {
        List<Octets> longer = new ArrayList<>(sent(t));
        longer.add(data);
        t.put(SENT, longer);
    }

    /** The datagrams that must reach the application, in the order in which they were sent. */
    @SuppressWarnings("unchecked")
    static List<Octets> sent(Trial t) {
        return t.maybe(SENT, List.class).map(list -> (List<Octets>) list).orElse(List.of());
    }

    /** The endpoint's application receives exactly these, one by one. */
    static Expectation receives(Trial t, List<Octets> expected) {
        UdpApplication application = t.the(UdpApplication.class);
        return Becomes.becomesTrue(
                "the application receives exactly these datagrams, one by one: " + Streams.words(expected),
                () -> application.data().equals(expected),
                () -> application.data().isEmpty()
                        ? "nothing"
                        : application.count() + " instead of " + expected.size() + ": "
                                + Streams.words(application.data()));
    }

    /** What is wrong with the two envelopes of some data. */
    static List<String> envelopes(Packet packet, Octets data) {
        List<String> wrong = new ArrayList<>();
        Ipv4Packet ip = packet.ip().orElseThrow();
        if (packet.udp().isEmpty()) {
            wrong.add("it is no UDP datagram");
        } else if (!packet.udp().get().payload().equals(data)) {
            wrong.add("its data is other than what the application sent: "
                    + Streams.difference(data, packet.udp().get().payload()));
        } else if (packet.datagram().length() != ip.headerLength() + 8 + data.length()) {
            wrong.add("it is " + packet.datagram().length() + " octets long");
        }
        return wrong;
    }

    /** What is wrong with a UDP header. */
    static List<String> header(Packet packet, Trial t) {
        SocketAddress peer = Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class));
        List<String> wrong = new ArrayList<>(Packets.route(packet, Scene.endpointSocket(t), peer));
        Optional<Octets> header = udp(packet);
        long length = header.map(h -> h.get(UdpField.LENGTH)).orElse(-1L);
        if (length != 8 + data(t).length()) {
            wrong.add("its length is " + length);
        }
        if (header.isPresent() && header.get().get(UdpField.CHECKSUM) == 0) {
            wrong.add("it has no checksum (0)");
        }
        return wrong;
    }

    /** What is wrong with a checksum that should be all ones. */
    static List<String> checksumAllOnes(Packet packet) {
        long checksum = udp(packet).map(h -> h.get(UdpField.CHECKSUM)).orElse(-1L);
        return checksum == 0xffff ? List.of() : List.of("the checksum field holds " + checksum);
    }

    private static Optional<Octets> udp(Packet packet) {
        return packet.udp().flatMap(d -> packet.ip()).map(Ipv4Packet::payload);
    }
}
