package dev.plumbline.steps;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is awaited of an endpoint whose octets nobody acknowledges (RFC 9293 section 3.8.1). */
final class Repetition {
    /** More than any stack needs to send for the first time again, or to probe a window. */
    static final Duration SOONER_OR_LATER = Waits.ANSWER.multipliedBy(20);

    /** What is under way has arrived by then. */
    static final Duration A_MOMENT = Duration.ofMillis(100);

    private Repetition() {}

    /** The endpoint's octet with this place in its stream, in a segment that is right otherwise. */
    static Expectation sendsOctet(Trial t, int place) {
        return sendsOctet(t, place, SOONER_OR_LATER);
    }

    static Expectation sendsOctet(Trial t, int place, Duration limit) {
        PeerConnection connection = Scene.connection(t);
        return new Arrives(
                connection.reader(),
                "a segment with octet " + place + " of what the endpoint's application has sent, number "
                        + connection.irs().plus(1L + place),
                arrival -> judge(t, arrival.tcp().orElseThrow(), place),
                arrival -> {},
                limit);
    }

    private static Judgement judge(Trial t, TcpSegment segment, int place) {
        int from = Streams.placeOf(Scene.connection(t), segment);
        Optional<String> misplaced = Streams.misplaced(t, segment);
        if (segment.has(TcpFlag.RST)) {
            return Judgement.wrong("it is a reset");
        } else if (misplaced.isPresent()) {
            return Judgement.wrong(misplaced.get());
        }
        return from <= place && place < from + segment.payload().length()
                ? Judgement.accepted()
                : Judgement.harmless("it does not carry that octet");
    }

    static Expectation sendsFin(Trial t) {
        SeqNumber fin =
                Scene.connection(t).irs().plus(1L + Scene.endpointData(t).length());
        return new Arrives(
                Scene.connection(t).reader(),
                "a segment with FIN, whose number is " + fin,
                arrival -> arrival.tcp()
                                .filter(s -> s.has(TcpFlag.FIN) && s.end().equals(fin.plus(1)))
                                .isPresent()
                        ? Judgement.accepted()
                        : Judgement.harmless("it is not the end of the stream"),
                arrival -> {},
                SOONER_OR_LATER);
    }

    static Judgement hasTwice(Trial t, SeqNumber number) {
        long count = Scene.connection(t).arrivals().stream()
                .filter(s -> number.isWithin(s.seq(), s.payload().length()))
                .count();
        return count > 1 ? Judgement.accepted() : Judgement.harmless("it is another segment");
    }

    static Optional<String> repeated(Trial t, Packet arrival) {
        SeqNumber acknowledged = Scene.connection(t).rcvNxt();
        return arrival.tcp()
                .filter(s -> s.len() > 0 && s.end().isAtOrBefore(acknowledged))
                .map(s -> "the endpoint sent octets again that the peer has acknowledged");
    }

    /** How many octets of the endpoint's stream have arrived without a gap. */
    static int arrivedInOrder(Trial t) {
        PeerConnection connection = Scene.connection(t);
        int end = 0;
        List<TcpSegment> all = connection.arrivals();
        for (TcpSegment segment : all) {
            int from = Streams.placeOf(connection, segment);
            end = from <= end ? Math.max(end, from + segment.payload().length()) : end;
        }
        return end;
    }
}
