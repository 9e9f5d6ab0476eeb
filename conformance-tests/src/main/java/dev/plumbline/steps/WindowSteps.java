package dev.plumbline.steps;

import static dev.plumbline.steps.Repetition.A_MOMENT;
import static dev.plumbline.steps.Repetition.SOONER_OR_LATER;

import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Silence;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A peer that takes little: small segments, a small window, or nothing for a while (RFC 9293 sections 3.7.1 and 3.8.6). */
public final class WindowSteps {
    private static final String WINDOW = "the peer's window";
    private static final String MSS = "the peer's MSS";

    /** So small that the first flight is not smaller, and large enough for a stream to come through in time. */
    private static final Arbitrary<Integer> WINDOWS = Arbitraries.integers()
            .between(100, 3000)
            .edgeCases(edges -> edges.filter(v -> false).add(100, 535, 536, 1459, 1461));

    private static final Arbitrary<Integer> SIZES = Arbitraries.integers()
            .between(100, 1459)
            .edgeCases(edges -> edges.filter(v -> false).add(100, 535, 536, 537, 1459));

    private final Trials trials;

    /** For Cucumber. */
    public WindowSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a connection that the peer has opened, with a window of any size")
    public void smallWindow() {
        ConnectionSteps.openByPeer(trials, Any.sequenceNumber(), (t, connection) -> {
            connection.offer(t.put(WINDOW, t.draw(WINDOW, WINDOWS)));
            return connection.syn();
        });
    }

    @Given("a connection that the peer has opened, with an MSS of any size")
    public void smallSegments() {
        ConnectionSteps.openByPeer(trials, Any.sequenceNumber(), (t, connection) -> {
            int mss = t.put(MSS, t.draw(MSS, SIZES));
            return withOptions(connection.syn(), List.of(new TcpOption.MaximumSegmentSize(mss)));
        });
    }

    @Given("a connection that the peer has opened without an MSS, starting at any sequence number")
    public void defaultSegments() {
        ConnectionSteps.openByPeer(trials, Any.sequenceNumber(), (t, connection) -> {
            t.put(MSS, Streams.DEFAULT_SEGMENT);
            return withOptions(connection.syn(), List.of());
        });
    }

    private static TcpSegment withOptions(TcpSegment syn, List<TcpOption> options) {
        return syn.toBuilder().options(options).build();
    }

    @Then("the endpoint sends nothing beyond the window")
    public void nothingBeyond() {
        trials.await(t -> {
            PeerConnection connection = Scene.connection(t);
            int window = t.the(WINDOW, Integer.class);
            SeqNumber edge = connection.irs().plus(1L + window);
            return eachSegment(
                    connection,
                    "no octet at or beyond " + edge + ", the first one that the peer's window of " + window
                            + " does not take",
                    s -> s.end().isAfter(edge)
                            ? Optional.of("it goes " + Words.octets(s.end().minus(edge)) + " beyond the peer's window")
                            : Optional.empty());
        });
    }

    @Then("no segment is larger than the peer takes")
    public void noneLarger() {
        trials.await(t -> {
            int mss = t.the(MSS, Integer.class);
            return eachSegment(
                    Scene.connection(t),
                    "segments of at most " + mss + " octets, options and data together",
                    s -> sizeOf(s) > mss
                            ? Optional.of("it has " + sizeOf(s)
                                    + " octets of options and data, but the peer takes only " + mss)
                            : Optional.empty());
        });
    }

    /** What the MSS counts: the options besides the data (RFC 9293 section 3.7.1). */
    private static int sizeOf(TcpSegment segment) {
        return segment.headerLength()
                - TcpSegment.MIN_HEADER
                + segment.payload().length();
    }

    /** No segment that comes within a while is objected to; those of the handshake are of no interest. */
    private static Expectation eachSegment(
            PeerConnection connection, String expected, Function<TcpSegment, Optional<String>> objection) {
        return new Silence(
                connection.reader(),
                expected,
                arrival -> arrival.tcp()
                        .filter(s -> !s.has(TcpFlag.SYN))
                        .flatMap(objection)
                        .map(why -> "the endpoint sent something wrong: " + why));
    }

    @Given("the endpoint's application has filled it with any data")
    public void filledWindow() {
        trials.act(t -> {
            int window = t.the(WINDOW, Integer.class);
            Octets data = t.draw("the data that fills it", Any.data(window, window));
            Scene.connection(t).fillUp();
            Scene.addEndpointData(t, data);
            Scene.application(t).send(data);
        });
        trials.await(Streams::receivedByPeer);
        trials.await(t -> new Pause(A_MOMENT));
    }

    /** What a receiver should not do, and a sender must put up with (RFC 9293 section 3.8.6, SHLD-14 and MUST-34). */
    @Given("the peer has taken its window back")
    public void closedWindow() {
        trials.act(t -> {
            Scene.connection(t).offer(0);
            Scene.connection(t).acknowledge();
        });
        trials.await(t -> new Pause(A_MOMENT));
    }

    @When("the window stays closed for a long time, though the peer answers")
    public void staysClosed() {
        trials.await(t -> new Pause(Duration.ofHours(1)));
    }

    @Then("once the peer opens its window, it receives exactly what the endpoint's application sent")
    public void opensWindow() {
        trials.act(t -> {
            Scene.connection(t).offer(Streams.LARGEST_WINDOW);
            Scene.connection(t).acknowledge();
        });
        trials.await(Streams::receivedByPeer);
    }

    @Then("the endpoint asks again and again whether the window has opened")
    public void probes() {
        for (int i = 0; i < 3; i++) {
            trials.await(WindowSteps::probe);
        }
    }

    /** Anything that the peer must answer while its window is closed (RFC 9293 section 3.4): an octet, or an old number. */
    private static Expectation probe(Trial t) {
        PeerConnection connection = Scene.connection(t);
        return new Arrives(
                connection.reader(),
                "a segment that makes the peer say how large its window is",
                arrival -> arrival.tcp()
                                .filter(s -> s.len() > 0 || s.seq().isBefore(connection.rcvNxt()))
                                .isPresent()
                        ? Judgement.accepted()
                        : Judgement.harmless("the peer need not answer it"),
                arrival -> {},
                SOONER_OR_LATER);
    }
}
