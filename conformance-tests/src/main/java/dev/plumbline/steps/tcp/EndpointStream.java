package dev.plumbline.steps.tcp;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Optional;

/** The endpoint's stream as a peer that is played by hand sees it arrive (RFC 9293 section 3.8.1). */
public final class EndpointStream {
    /** More than any stack needs to send for the first time again, or to probe a window. */
    static final Duration SOONER_OR_LATER = Waits.ANSWER.multipliedBy(20);

    private static final String SENT = "how many octets the endpoint had sent";
    private static final String WHEN = "when somebody took note of that";

    private EndpointStream() {}

    /** The endpoint's application sends data, and the peer acknowledges what comes. */
    public static void send(Trial t, Octets data) {
        Scene.connection(t).acknowledgeByItself();
        sendInVain(t, data);
    }

    /** The endpoint's application sends data, and nobody answers. */
    static void sendInVain(Trial t, Octets data) {
        note(t, Talk.of(t).endpointData().length());
        Talk.of(t).addEndpointData(data);
        Scene.application(t).send(data);
    }

    /** What has arrived so far is not new later. */
    static void noteSent(Trial t) {
        note(t, arrivedInOrder(t));
    }

    private static void note(Trial t, int octets) {
        t.put(SENT, octets);
        t.put(WHEN, t.world().timeline().now());
    }

    /** How many octets had been sent when somebody has last taken note of it. */
    static int sentBefore(Trial t) {
        return t.the(SENT, Integer.class);
    }

    /** When that was. */
    static Duration notedAt(Trial t) {
        return t.the(WHEN, Duration.class);
    }

    /** It sends as much as the peer's window takes, and the peer takes it, but has no room for more. */
    static void fillWindow(Trial t) {
        int window = Talk.of(t).window();
        Scene.connection(t).fillUp();
        sendInVain(t, t.draw("the data that fills it", Any.data(window, window)));
    }

    /** The number of an octet of the endpoint's stream; behind its last octet comes the FIN. */
    static SeqNumber numberOf(Trial t, int place) {
        return Scene.connection(t).irs().plus(1L + place);
    }

    /** The place in the stream of a segment's first octet. */
    static int placeOf(Trial t, TcpSegment segment) {
        return segment.seq().minus(Scene.connection(t).irs()) - 1;
    }

    /** What is wrong with the octets of a segment, compared with what the endpoint's application has sent. */
    static Optional<String> misplaced(Trial t, TcpSegment segment) {
        Octets all = Talk.of(t).endpointData();
        int from = placeOf(t, segment);
        int to = from + segment.payload().length();
        boolean right = segment.payload().isEmpty()
                || (from >= 0 && to <= all.length() && all.slice(from, to).equals(segment.payload()));
        return right
                ? Optional.empty()
                : Optional.of("its octets are not those of the stream that begin with number " + segment.seq()
                        + leftBefore(t, segment));
    }

    /** Where they belong, if they have left before. */
    private static String leftBefore(Trial t, TcpSegment segment) {
        return Scene.connection(t).arrivals().stream()
                .filter(s -> s.payload().equals(segment.payload()) && !s.seq().equals(segment.seq()))
                .findFirst()
                .map(s -> ": the same octets have left before with number " + s.seq()
                        + ", and an octet that is sent again keeps its number")
                .orElse("");
    }

    /** The octet with this place arrives, in a segment that is right otherwise. */
    static Expectation octet(Trial t, int place, Duration limit) {
        return new Arrives(
                Scene.connection(t).reader(),
                "a segment with octet " + place + " of what the endpoint's application has sent, number "
                        + numberOf(t, place) + again(t, numberOf(t, place)),
                arrival -> judge(t, arrival.tcp().orElseThrow(), place),
                arrival -> {},
                limit);
    }

    private static Judgement judge(Trial t, TcpSegment segment, int place) {
        int from = placeOf(t, segment);
        Optional<String> misplaced = misplaced(t, segment);
        if (segment.has(TcpFlag.RST)) {
            return Judgement.wrong("it is a reset");
        } else if (misplaced.isPresent()) {
            return Judgement.wrong(misplaced.get());
        }
        return from <= place && place < from + segment.payload().length()
                ? Judgement.accepted()
                : Judgement.harmless("it does not carry that octet");
    }

    /** Something of it has arrived. */
    static Expectation begins(Trial t) {
        return Becomes.becomesTrue(
                        "the endpoint sends the data", () -> arrivedInOrder(t) > 0, () -> "it sent nothing of it")
                .within(SOONER_OR_LATER);
    }

    /** All of it has arrived. */
    static Expectation everything(Trial t, Duration limit) {
        int all = Talk.of(t).endpointData().length();
        return Becomes.becomesTrue(
                        "the endpoint sends all " + all + " octets",
                        () -> arrivedInOrder(t) >= all,
                        () -> "of these it sent " + arrivedInOrder(t))
                .unlessExplained(() -> hasTimedOutMeanwhile(t))
                .within(limit);
    }

    /** Where time is real, the application's next call may come after a timeout, which leaves room for one segment only. */
    private static boolean hasTimedOutMeanwhile(Trial t) {
        return Scene.isInRealTime(t) && Sendings.of(t, 0).times().size() > 1;
    }

    /** The FIN arrives. */
    static Expectation fin(Trial t, Duration limit) {
        SeqNumber fin = numberOf(t, Talk.of(t).endpointData().length());
        return new Arrives(
                Scene.connection(t).reader(),
                "a segment with FIN, whose number is " + fin + uncovered(t, fin),
                arrival -> judgeFin(arrival.tcp().orElseThrow(), fin),
                arrival -> {},
                limit);
    }

    private static Judgement judgeFin(TcpSegment segment, SeqNumber fin) {
        if (!segment.has(TcpFlag.FIN)) {
            return Judgement.harmless("it is not the end of the stream");
        }
        int missing = fin.plus(1).minus(segment.end());
        return missing <= 0
                ? missing == 0 ? Judgement.accepted() : Judgement.harmless("its FIN comes behind the end of the stream")
                : Judgement.wrong("its FIN comes too early: the last " + Words.octets(missing)
                        + " that the application has sent " + (missing == 1 ? "has" : "have") + " not left before it");
    }

    /** That it is not the first time, if it is not. */
    private static String again(Trial t, SeqNumber number) {
        long times = Scene.connection(t).arrivals().stream()
                .filter(s -> number.isWithin(s.seq(), s.len()))
                .count();
        return times == 0
                ? ""
                : ", once more: it has been sent " + (times == 1 ? "once" : times + " times")
                        + ", and is not acknowledged";
    }

    /** What everything before it is acknowledged with is not its own acknowledgment. */
    private static String uncovered(Trial t, SeqNumber fin) {
        String again = again(t, fin);
        return again.isEmpty() || !Scene.connection(t).rcvNxt().equals(fin)
                ? again
                : again + ": a FIN counts as one, so that " + fin + " does not cover it";
    }

    /** A segment that makes the peer say how large its window is arrives. */
    static Expectation probe(Trial t, Duration limit) {
        PeerConnection connection = Scene.connection(t);
        return new Arrives(
                connection.reader(),
                "a segment that makes the peer say how large its window is",
                arrival -> arrival.tcp().filter(s -> isProbe(t, s)).isPresent()
                        ? Judgement.accepted()
                        : Judgement.harmless("the peer need not answer it"),
                arrival -> {},
                limit);
    }

    /** Whether the peer must answer a segment. */
    static boolean isProbe(Trial t, TcpSegment segment) {
        return segment.len() > 0 || segment.seq().isBefore(Scene.connection(t).rcvNxt());
    }

    /** A segment with this number arrives that has come before, or was lost on the way then. */
    static Expectation secondSending(Trial t, SeqNumber number, Duration limit) {
        return new Arrives(
                Scene.connection(t).reader(),
                "the segment with number " + number
                        + " for the second time, after three acknowledgments of the one before",
                arrival ->
                        timesSent(t, number) > 1 ? Judgement.accepted() : Judgement.harmless("it is another segment"),
                arrival -> {},
                limit);
    }

    private static long timesSent(Trial t, SeqNumber number) {
        return Scene.connection(t).arrivals().stream()
                .filter(s -> number.isWithin(s.seq(), s.payload().length()))
                .count();
    }

    /** How many octets of the stream have arrived without a gap. */
    static int arrivedInOrder(Trial t) {
        int end = 0;
        for (TcpSegment segment : Scene.connection(t).arrivals()) {
            int from = placeOf(t, segment);
            end = from <= end ? Math.max(end, from + segment.payload().length()) : end;
        }
        return end;
    }

    /** The peer acknowledges the first octets of the stream, and takes no more. */
    static void acknowledge(Trial t, int octets) {
        t.show("how many octets are acknowledged", octets);
        PeerConnection connection = Scene.connection(t);
        int before = connection.received().length();
        connection.take(Talk.of(t).endpointData().slice(before, Math.max(before, octets)));
        connection.acknowledge();
    }

    /** How large a packet without IP options is that carries it. */
    static int packetSize(TcpSegment segment) {
        return Ipv4Packet.MIN_HEADER
                + segment.headerLength()
                + segment.payload().length();
    }
}
