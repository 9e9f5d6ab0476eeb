package dev.plumbline.steps;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.peer.Silence;
import dev.plumbline.spi.Timer;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Data over TCP, as a stream of octets (RFC 9293 section 3.4). */
public final class StreamSteps {
    private static final String DATA = "the data";
    private static final int MANY_OCTETS = 8000;
    /** An IP header and a TCP header without options. */
    private static final int PLAIN_HEADERS = 40;

    private final Trials trials;

    /** For Cucumber. */
    public StreamSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends any data")
    public void peerSendsData() {
        trials.act(StreamSteps::sendAnyByPeer);
    }

    /** Where packets overtake each other, the endpoint may keep what came too early, or wait for it to come again. */
    @When("the peer sends any data, and again each second what is not acknowledged")
    public void peerSendsUntilAcknowledged() {
        trials.act(t -> {
            sendAnyByPeer(t);
            sendAgain(t);
        });
    }

    private static void sendAnyByPeer(Trial t) {
        Streams.sendByPeer(t, t.draw("the peer's data", Any.data(1, MANY_OCTETS)));
    }

    private static void sendAgain(Trial t) {
        PeerConnection connection = Scene.connection(t);
        Timer unused = t.world().timeline().after(Duration.ofSeconds(1), () -> {
            if (!connection.acknowledged().equals(connection.sndNxt())) {
                Streams.sendUnacknowledged(t);
                sendAgain(t);
            }
        });
    }

    @When("the endpoint's application sends any data in answer")
    @When("the endpoint's application sends any data")
    public void endpointSendsData() {
        trials.act(t -> Streams.sendByEndpoint(t, t.draw("the endpoint's data", Any.data(1, MANY_OCTETS))));
    }

    @When("the endpoint's application sends any data in several pieces")
    public void endpointSendsPieces() {
        trials.act(t -> {
            for (String piece : List.of("the first piece", "the second piece", "the third piece")) {
                Streams.sendByEndpoint(t, t.draw(piece, Any.data(1, 2000)));
            }
        });
    }

    @When("the peer sends any data, cut into segments of any size")
    public void peerSendsDataCutUp() {
        trials.act(t -> {
            List<Integer> sizes = t.draw("the sizes of the segments", Any.sizes(1000, 12));
            for (Piece piece : Piece.cut(t, sizes)) {
                Streams.sendPiece(t, piece.from(), piece.to());
            }
        });
    }

    @When("the peer sends any data, with any options in its headers and any padding behind it")
    public void peerSendsDataWithOptions() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            Octets drawn = t.draw("the peer's data", Any.data(1, 1000));
            TcpSegment bare = connection
                    .next()
                    .flag(TcpFlag.PSH)
                    .options(t.draw("the TCP options", Any.tcpOptions()))
                    .build();
            Ipv4Packet envelope = connection.packet(bare).withOptions(t.draw("the IP options", Any.ipOptions()));
            // All options count when the size is chosen (RFC 9293 section 3.7.1).
            Octets data = connection.fitting(drawn, envelope.totalLength() - PLAIN_HEADERS);
            Scene.addPeerData(t, data);
            Octets packet = connection
                    .packet(bare.toBuilder().payload(data).build())
                    .withOptions(t.draw("the IP options", Any.ipOptions()))
                    .encode();
            connection.send(packet.plus(t.draw("the padding", Any.data(0, 20))));
        });
    }

    @When("the peer completes the handshake with an ACK that carries any data")
    public void ackWithData() {
        trials.act(t -> Streams.sendByPeer(t, t.draw("the peer's data", Any.data(1, Streams.SEGMENT))));
    }

    @Then("the endpoint acknowledges the data")
    public void endpointAcknowledges() {
        trials.await(t -> {
            PeerConnection connection = Scene.connection(t);
            return connection.expect(
                    SegmentPattern.segment()
                            .without(TcpFlag.SYN, TcpFlag.RST)
                            .acknowledging(connection.sndNxt(), "the octet after the peer's data"),
                    s -> {});
        });
    }

    @Then("the endpoint's application receives exactly what the peer sent")
    public void endpointReceives() {
        trials.await(Streams::receivedByEndpoint);
    }

    @Then("the peer receives exactly what the endpoint's application sent")
    public void peerReceives() {
        trials.await(Streams::receivedByPeer);
    }

    @When("the endpoint's application connects to the peer and sends any data at once")
    public void connectAndSend() {
        trials.act(t -> {
            TcpApplication client = t.put(TcpApplication.connect(
                    Scene.endpoint(t),
                    "the client",
                    t.draw(Scene.ENDPOINT_PORT, Any.clientPort()),
                    Scene.peer(t).at(t.the(Scene.PEER_PORT, Port.class))));
            Octets data = t.draw(DATA, Any.data(1, MANY_OCTETS));
            Scene.addEndpointData(t, data);
            client.send(data);
        });
    }

    @Then("the endpoint sends no data before the peer has answered")
    public void noDataYet() {
        trials.await(Handshakes::synOfEndpoint);
        trials.await(t -> new Silence(
                Scene.connection(t).reader(),
                "nothing, or the same SYN again, until the peer has answered",
                StreamSteps::tooEarly));
    }

    @Then("once the peer has answered, exactly that data reaches the peer")
    public void dataAfterAnswer() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.acknowledgeByItself();
            connection.send(connection.syn());
        });
        trials.await(Streams::receivedByPeer);
    }

    @Then("every packet on the wire is an IP header, a TCP header and a part of that data")
    public void everyPacketIsPartOfTheData() {
        trials.await(Streams::receivedByPeer);
        trials.act(t -> forEachSegment(t, StreamSteps::checkLengths));
    }

    @Then("each octet on the wire has the number that follows the one before it")
    public void numbersFollow() {
        trials.await(Streams::receivedByPeer);
        trials.act(t -> forEachSegment(t, StreamSteps::checkNumbers));
    }

    private interface Check {
        void check(Trial trial, Packet packet, TcpSegment segment);
    }

    private static void forEachSegment(Trial t, Check check) {
        for (Packet packet : Scene.peer(t).arrivals()) {
            packet.tcp().filter(s -> !s.payload().isEmpty()).ifPresent(s -> check.check(t, packet, s));
        }
    }

    private static void checkLengths(Trial t, Packet packet, TcpSegment segment) {
        int expected = packet.ip().orElseThrow().headerLength()
                + segment.headerLength()
                + segment.payload().length();
        if (packet.datagram().length() != expected) {
            throw new FindingError(Finding.wrong(
                    "the headers say something else than the packet is long",
                    expected + " octets: IP header, TCP header, data",
                    packet.datagram().length() + " octets"));
        }
        checkNumbers(t, packet, segment);
    }

    private static void checkNumbers(Trial t, Packet packet, TcpSegment segment) {
        int from = Streams.placeOf(Scene.connection(t), segment);
        int to = from + segment.payload().length();
        if (Streams.misplaced(t, segment).isPresent()) {
            throw new FindingError(Finding.wrong(
                    "the sequence number of a segment is not that of its first octet",
                    "the octets " + from + " to " + to + " of the stream under the number " + segment.seq(),
                    packet.toString()));
        }
    }

    private static Optional<String> tooEarly(Packet arrival) {
        return arrival.tcp()
                .filter(s -> !s.payload().isEmpty() || !s.has(TcpFlag.SYN))
                .map(s -> s.payload().isEmpty()
                        ? "the endpoint sent something else than its SYN before the peer has answered"
                        : "the endpoint sent data before the peer has answered its SYN");
    }
}
