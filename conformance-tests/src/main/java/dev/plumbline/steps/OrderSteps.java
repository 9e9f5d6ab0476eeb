package dev.plumbline.steps;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Silence;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Segments of the peer that arrive in another order, more than once, or not at all (RFC 9293 section 3.10.7.4). */
public final class OrderSteps {
    private static final String SIZES = "the sizes of the segments";
    private static final String BEHIND = "the number of segments behind the gap";
    private static final int MOST = 12;
    private static final int STREAM = 8000;

    /** Long enough for any acknowledgment, and shorter than a retransmission timeout. */
    private static final Duration A_WHILE = Duration.ofMillis(600);

    private static final Arbitrary<List<Integer>> ORDERS = Any.order(MOST);
    private static final Arbitrary<Integer> WHICH = Arbitraries.integers().between(0, MOST - 2);
    private static final Arbitrary<Integer> SIZE = Arbitraries.integers()
            .between(1, Streams.SEGMENT)
            .edgeCases(edges -> edges.filter(v -> false).add(1, Streams.SEGMENT));
    private static final Arbitrary<Integer> GAP = Arbitraries.integers()
            .between(1, STREAM - Streams.SEGMENT)
            .edgeCases(edges -> edges.filter(v -> false).add(1, Streams.SEGMENT, STREAM - Streams.SEGMENT));
    private static final Arbitrary<List<Piece>> OVERLAPPING = Combinators.combine(
                    Arbitraries.integers().between(0, STREAM - 1),
                    Arbitraries.integers().between(1, Streams.SEGMENT))
            .as((from, length) -> new Piece(from, Math.min(STREAM, from + length)))
            .list()
            .ofMinSize(1)
            .ofMaxSize(2 * MOST);

    private final Trials trials;

    /** For Cucumber. */
    public OrderSteps(Trials trials) {
        this.trials = trials;
    }

    @When("the peer sends any data in segments of any size, which arrive in any order")
    public void inAnyOrder() {
        trials.act(t -> {
            List<Piece> pieces = Piece.cut(t, t.draw(SIZES, Any.sizes(Streams.SEGMENT, MOST)));
            t.draw("the order in which they arrive", ORDERS).stream()
                    .filter(number -> number < pieces.size())
                    .forEach(number -> send(t, pieces.get(number)));
        });
    }

    @When("the peer sends any data in segments that overlap, repeat one another and arrive in any order")
    public void overlapping() {
        trials.act(t -> {
            Scene.addPeerData(t, Streams.fitting(t, t.draw("the peer's data", Any.data(STREAM, STREAM))));
            int end = Scene.peerData(t).length();
            t.draw("the segments", OVERLAPPING).stream()
                    .filter(piece -> piece.from() < end)
                    .forEach(piece -> Streams.sendPiece(t, piece.from(), Math.min(end, piece.to())));
        });
    }

    @When("the peer sends again whatever is not acknowledged")
    public void sendsAgain() {
        sendMissing();
    }

    @When("a segment with any data arrives, but any number of octets before it is missing")
    public void behindAGap() {
        trials.act(t -> {
            PeerConnection connection = Scene.connection(t);
            connection.reader().skipAll();
            int size = t.draw("the size of the segment", SIZE);
            int gap = t.draw("the number of missing octets", GAP);
            Scene.addPeerData(t, Streams.fitting(t, t.draw("the octets start at", Any.data(STREAM, STREAM))));
            int end = Scene.peerData(t).length();
            Piece missing = t.put(new Piece(0, Math.min(gap, end - 1)));
            send(t, new Piece(missing.to(), Math.min(end, missing.to() + Math.min(size, connection.mss()))));
        });
    }

    @Given("the peer has sent any data, but any one of its segments was lost on the way")
    @When("the peer sends any data, but any one of its segments is lost on the way")
    public void oneIsLost() {
        trials.act(OrderSteps::sendWithGap);
    }

    @When("the peer sends any data and closes, but any one of its segments is lost on the way")
    public void oneIsLostBeforeTheEnd() {
        trials.act(t -> {
            sendWithGap(t);
            Streams.closeByPeer(t);
        });
    }

    @When("the lost segment arrives after all")
    public void fillsGap() {
        trials.act(t -> {
            Scene.connection(t).reader().skipAll();
            send(t, t.the(Piece.class));
        });
    }

    @Then("once the peer has sent again what is missing, the endpoint's application receives everything")
    public void receivesEverything() {
        sendMissing();
        trials.await(Streams::receivedByEndpoint);
    }

    @Then("the endpoint asks for the first octet that is missing")
    @Then("the endpoint acknowledges what came before the gap")
    public void asksForMissing() {
        trials.await(t -> Scene.connection(t)
                .expect(
                        segment().without(SYN, RST).acknowledging(missing(t), "the first octet that is missing"),
                        s -> {}));
    }

    @Then("it acknowledges nothing that came behind the gap")
    public void nothingBehind() {
        trials.await(t -> new Silence(
                Scene.connection(t).reader(),
                "no acknowledgment beyond " + missing(t) + ", the first octet that is missing",
                packet -> ackBeyond(packet, missing(t))));
    }

    @Then("each segment behind the gap is answered by asking for the first octet that is missing")
    public void asksForEach() {
        trials.await(t -> Becomes.becomesTrue(
                "one acknowledgment of " + missing(t) + " for each of the " + t.the(BEHIND, Integer.class)
                        + " segments behind the gap",
                () -> asked(t) >= t.the(BEHIND, Integer.class),
                () -> "the endpoint asked " + asked(t) + " times"));
    }

    @Then("the endpoint acknowledges everything that has arrived, or at least asks for what follows the gap")
    public void acknowledgesRest() {
        trials.await(t -> {
            SeqNumber least =
                    Streams.numberOf(Scene.connection(t), t.the(Piece.class).to());
            return Scene.connection(t)
                    .expect(
                            segment()
                                    .with(ACK)
                                    .without(SYN, RST)
                                    .and(
                                            "acknowledging " + least + " (the end of the gap) or more",
                                            s -> beyond(s, least)),
                            s -> {});
        });
    }

    @Then("the endpoint's application receives exactly what came before the gap")
    public void receivesBeforeGap() {
        trials.await(t -> Becomes.becomesTrue(
                "the endpoint's application receives the " + t.the(Piece.class).from() + " octets before the gap",
                () -> Scene.received(t).length() >= t.the(Piece.class).from(),
                () -> Streams.difference(
                        Scene.peerData(t).slice(0, t.the(Piece.class).from()), Scene.received(t))));
        trials.await(t -> Becomes.staysUntrue(
                "nothing from behind the gap reaches the endpoint's application",
                () -> !Scene.received(t)
                        .equals(Scene.peerData(t).slice(0, t.the(Piece.class).from())),
                () -> "the endpoint's application received "
                        + (Scene.received(t).length() - t.the(Piece.class).from())
                        + " octets more than had come before the gap"));
    }

    @Then("the endpoint's application is not told yet that the stream has ended")
    public void notTheEnd() {
        trials.await(t -> Becomes.staysUntrue(
                "the stream has a gap, so it has not ended",
                () -> Scene.isToldOfEnd(t),
                () -> "the endpoint's application was told that the stream has ended, although octets are missing"));
    }

    @Then("the endpoint's application is told that the stream has ended")
    public void theEnd() {
        trials.await(t -> Becomes.becomesTrue(
                "the endpoint's application is told that the peer has closed, after the last octet",
                () -> Scene.isToldOfEnd(t) && Scene.received(t).equals(Scene.peerData(t)),
                () -> Scene.isToldOfEnd(t)
                        ? "it was told so, and has received " + Streams.difference(Scene.peerData(t), Scene.received(t))
                        : "it was told nothing"));
    }

    private void sendMissing() {
        trials.await(t -> new Pause(A_WHILE));
        trials.act(Streams::sendUnacknowledged);
    }

    private static void sendWithGap(Trial t) {
        List<Piece> pieces = Piece.atLeastTwo(Piece.cut(t, t.draw(SIZES, Any.sizes(Streams.SEGMENT, 2, MOST))));
        int lost = t.draw("which segment is lost", WHICH) % (pieces.size() - 1);
        Piece gap = t.put(pieces.get(lost));
        t.show("what is lost, counted from the first octet", gap.from() + " to " + (gap.to() - 1));
        t.put(BEHIND, pieces.size() - 1 - lost);
        pieces.stream().filter(piece -> !piece.equals(gap)).forEach(piece -> send(t, piece));
    }

    private static void send(Trial t, Piece piece) {
        Streams.sendPiece(t, piece.from(), piece.to());
    }

    /** The number of the first octet in the gap. */
    private static SeqNumber missing(Trial t) {
        return Streams.numberOf(Scene.connection(t), t.the(Piece.class).from());
    }

    /** How often the endpoint has asked for it; the acknowledgment of what came before may be among these. */
    private static long asked(Trial t) {
        SeqNumber missing = missing(t);
        return Scene.connection(t).arrivals().stream()
                .filter(s -> s.has(ACK) && !s.has(SYN) && s.ack().equals(missing))
                .count();
    }

    private static Optional<String> ackBeyond(Packet packet, SeqNumber limit) {
        return packet.tcp()
                .filter(s -> s.has(ACK) && s.ack().isAfter(limit))
                .map(s -> "the endpoint acknowledged " + s.ack() + ", but the octets from " + limit
                        + " on have not arrived");
    }

    private static Optional<String> beyond(TcpSegment segment, SeqNumber least) {
        return segment.has(ACK) && segment.ack().isBefore(least)
                ? Optional.of("it acknowledges " + segment.ack() + ", which is before the end of the gap")
                : Optional.empty();
    }
}
