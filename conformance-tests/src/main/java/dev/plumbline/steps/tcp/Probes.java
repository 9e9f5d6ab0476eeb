package dev.plumbline.steps.tcp;

import static dev.plumbline.peer.SegmentPattern.segment;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.diagnosis.Objection;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.Judgement.Verdict;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.peer.Silence;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;

/** What is sent and awaited to find out where a connection is. */
final class Probes {
    /** More than any stack waits before it sends something for the second or third time. */
    private static final Duration SOONER_OR_LATER = Waits.ANSWER.multipliedBy(5);

    private static final Duration FIRST_ASKED_AFTER = Duration.ofSeconds(75);

    private static final int SOME = 10;
    private static final Octets ANSWER = Octets.ofText("answer");

    private Probes() {}

    /** An acknowledgment of everything that the endpoint has sent. */
    static void acknowledge(Trial t) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection connection = scene.connection();
        TcpSegment segment = SegmentDraft.on(connection)
                .with(TcpFlag.ACK)
                .acknowledging(connection.rcvNxt())
                .segment();
        scene.arrives(segment);
    }

    /** The reset that an acknowledgment without a connection gets. Whoever has given up may have said so with another. */
    static Expectation believedReset(Trial t) {
        return reset(t, Answer.anyResetFor(TcpScene.of(t).arrived()), Waits.ANSWER);
    }

    /**
     * The peer acknowledges what it had acknowledged before, until somebody says that there is no connection. It waits ever longer, for
     * an endpoint may count its TIME-WAIT anew from whatever arrives.
     */
    static void askUntilReset(Trial t) {
        askUntilReset(t, FIRST_ASKED_AFTER);
    }

    private static void askUntilReset(Trial t, Duration wait) {
        PeerConnection connection = TcpScene.of(t).connection();
        t.later(wait, () -> {
            SegmentPattern reset = Answer.anyResetFor(probe(t));
            if (connection.arrivals().stream().map(reset::mismatches).noneMatch(List::isEmpty)) {
                connection.transmit(probe(t));
                askUntilReset(t, wait.multipliedBy(2));
            }
        });
    }

    /** It has the number that it acknowledged; what is still sent again until then does not matter. */
    static Expectation resetInTheEnd(Trial t) {
        return reset(t, Answer.anyResetFor(probe(t)), Waits.GIVING_UP);
    }

    private static Expectation reset(Trial t, SegmentPattern reset, Duration limit) {
        return new Arrives(
                TcpScene.of(t).connection().reader(),
                reset.toString(),
                arrival ->
                        judge(arrival.tcp().map(reset::mismatches).orElse(List.of(Objection.of("it is no segment")))),
                arrival -> {},
                limit);
    }

    private static Judgement judge(List<Objection> objections) {
        return objections.isEmpty()
                ? Judgement.accepted()
                : Judgement.harmless("the connection is still there: " + Objection.words(objections));
    }

    private static TcpSegment probe(Trial t) {
        TcpScene scene = TcpScene.of(t);
        return SegmentDraft.on(scene.connection())
                .with(TcpFlag.ACK)
                .acknowledging(scene.connection().rcvNxt().plus(-scene.unacknowledged()))
                .segment();
    }

    /** The server has got a second connection from the same port. */
    static Expectation acceptedAnew(Trial t) {
        return Becomes.becomesTrue(
                "the endpoint's application gets the new connection",
                () -> t.the(ServerApplication.class).connections().size() > 1,
                () -> "it was told nothing of it");
    }

    /** A SYN from the same port with a new number: what was before is over. */
    static void newSyn(Trial t) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection before = scene.connection();
        SeqNumber iss = before.sndNxt().plus(100_000);
        PeerConnection next = t.put(new PeerConnection(scene.peer(), before.local(), before.remote(), iss));
        next.reader().skipAll();
        next.send(next.syn());
    }

    /** Its answer. The one to the SYN before may still be under way, sent again in its own time. */
    static Expectation newSynAck(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        SegmentPattern pattern = segment()
                .with(SYN, TcpFlag.ACK)
                .without(RST, FIN)
                .withoutData()
                .acknowledging(connection.iss().plus(1), "the new SYN, plus 1");
        return new Arrives(
                connection.reader(),
                pattern.toString(),
                arrival -> arrival.tcp()
                        .map(s -> judge(pattern, s, connection.iss()))
                        .orElse(Judgement.harmless("it is no segment")),
                arrival -> connection.synArrived(arrival.tcp().orElseThrow()));
    }

    private static Judgement judge(SegmentPattern pattern, TcpSegment segment, SeqNumber iss) {
        boolean old = segment.has(SYN) && segment.ack().isBefore(iss);
        return Judgement.of(pattern.mismatches(segment), old ? Verdict.HARMLESS : Verdict.WRONG);
    }

    /** Octets that are next, acknowledging nothing that was not acknowledged before. */
    static void sendOctets(Trial t) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection connection = scene.connection();
        SeqNumber from = connection.sndNxt().plus(-scene.toRepeat());
        connection.send(SegmentDraft.on(connection)
                .with(TcpFlag.PSH)
                .numbered(from)
                .acknowledging(connection.rcvNxt().plus(-scene.unacknowledged()))
                .carrying(scene.octets(from, scene.toRepeat() + enough(scene)))
                .segment());
    }

    /** So many that what came too early and lies right behind them does not lie half within. */
    private static int enough(TcpScene scene) {
        SeqNumber next = scene.connection().sndNxt();
        return scene.early()
                .filter(early -> early.seq().minus(next) <= SOME)
                .map(early -> Math.max(SOME, early.end().minus(next)))
                .orElse(SOME);
    }

    /** They are acknowledged, perhaps with others that were there before them. */
    static Expectation octetsAcknowledged(Trial t) {
        SeqNumber end = TcpScene.of(t).connection().sndNxt();
        return new Arrives(
                TcpScene.of(t).connection().reader(),
                "an acknowledgment of everything that the peer has sent, " + end,
                arrival -> arrival.tcp()
                        .map(s -> s.has(RST)
                                ? Judgement.wrong("it is a reset")
                                : s.has(TcpFlag.ACK) && s.ack().isAtOrAfter(end)
                                        ? Judgement.accepted()
                                        : Judgement.harmless("it acknowledges less"))
                        .orElse(Judgement.harmless("it is no segment")),
                arrival -> {});
    }

    static void sendFin(Trial t) {
        TcpScene scene = TcpScene.of(t);
        scene.sendFin(SegmentDraft.on(scene.connection()).with(FIN).segment());
    }

    /** The FIN that the endpoint has had before. */
    static void repeatFin(Trial t) {
        repeatFin(t, 0);
    }

    /** The same, behind the last of the text that came with it, as far as there was any. */
    static void repeatFin(Trial t, int octets) {
        TcpScene scene = TcpScene.of(t);
        PeerConnection connection = scene.connection();
        int text = Math.min(octets, scene.withFin());
        SeqNumber from = connection.sndNxt().plus(-1 - text);
        connection.transmit(SegmentDraft.on(connection)
                .with(FIN)
                .numbered(from)
                .carrying(scene.octets(from, text))
                .segment());
    }

    /** Its acknowledgment, and not the endpoint's own FIN, which may have been under way. */
    static Expectation onlyAcknowledged(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        return connection.expect(
                segment()
                        .with(TcpFlag.ACK)
                        .without(SYN, RST, FIN)
                        .acknowledging(connection.sndNxt(), "everything that the peer has sent"),
                s -> {});
    }

    static void applicationSends(Trial t) {
        TcpScene.of(t).send(ANSWER);
    }

    /** The endpoint's FIN, sent again. */
    static Expectation finAgain(Trial t) {
        TcpScene scene = TcpScene.of(t);
        return new Arrives(
                scene.connection().reader(),
                "the endpoint's FIN again, number " + scene.fin() + ", as nobody has acknowledged it",
                arrival -> arrival.tcp().filter(s -> isFin(scene, s)).isPresent()
                        ? Judgement.accepted()
                        : arrival.tcp().filter(s -> s.has(RST)).isPresent()
                                ? Judgement.wrong("it is a reset")
                                : Judgement.harmless("it is not its FIN"),
                arrival -> {},
                SOONER_OR_LATER);
    }

    /** Nothing of that. */
    static Expectation noFinAgain(Trial t) {
        TcpScene scene = TcpScene.of(t);
        return new Silence(
                scene.connection().reader(),
                "no FIN, for the peer has acknowledged it",
                arrival -> arrival.tcp()
                        .filter(s -> isFin(scene, s))
                        .map(s -> "the endpoint sends its FIN again, although the peer has acknowledged it"));
    }

    private static boolean isFin(TcpScene scene, TcpSegment segment) {
        return segment.has(FIN) && segment.end().equals(scene.fin().plus(1));
    }
}
