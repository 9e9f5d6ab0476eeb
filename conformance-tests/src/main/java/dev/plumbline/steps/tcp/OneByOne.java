package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.values.Piece;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Small pieces of the peer's stream that leave one by one: the next one when the endpoint has answered the last one, or has let it
 * wait for so long that it will not. So each answer has one segment that triggered it (RFC 2018 section 4).
 */
final class OneByOne {
    /** More than an acknowledgment may wait (RFC 9293 section 3.8.6.3, MUST-40). */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(600);

    /** On a busy machine. */
    private static final Duration REAL_LONG_ENOUGH = Duration.ofSeconds(3);

    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final Trial trial;
    private final Deque<Piece> left;
    private boolean isOver;

    private OneByOne(Trial trial, List<Piece> pieces) {
        this.trial = trial;
        this.left = new ArrayDeque<>(pieces);
    }

    /** Each is a place of its own, with something missing before it. */
    static void withGaps(Trial t) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        List<Integer> sizes = t.draw("the sizes of gaps and pieces", AnyStream.crumbs());
        for (int i = 0; i + 1 < sizes.size(); i += 2) {
            pieces.add(new Piece(at + sizes.get(i), at + sizes.get(i) + sizes.get(i + 1)));
            at += sizes.get(i) + sizes.get(i + 1);
        }
        send(t, at, inAnyOrder(t, pieces));
    }

    /** Each but one, then each of them again in the other direction, and the one that was missing at last. */
    static void twice(Trial t) {
        List<Piece> pieces = allButOne(t);
        List<Piece> again = new ArrayList<>(pieces);
        Collections.reverse(again);
        pieces.addAll(again);
        pieces.add(Talk.of(t).gap());
        send(t, AnyStream.CRUMBS, pieces);
    }

    /** Each but one, and then others that are partly new. */
    static void overlapping(Trial t) {
        List<Piece> pieces = allButOne(t);
        pieces.addAll(t.draw("the pieces that overlap these", AnyStream.piecesOf(AnyStream.CRUMBS)));
        send(t, AnyStream.CRUMBS, pieces);
    }

    private static List<Piece> allButOne(Trial t) {
        List<Integer> sizes = t.draw("the sizes of the pieces", AnyStream.crumbs());
        List<Piece> pieces = new ArrayList<>(Piece.cut(0, AnyStream.CRUMBS, sizes));
        int lost = t.draw("which piece is lost", AnyStream.lost()) % pieces.size();
        Talk.of(t).lost(pieces.remove(lost), pieces.size() - lost);
        return new ArrayList<>(inAnyOrder(t, pieces));
    }

    private static List<Piece> inAnyOrder(Trial t, List<Piece> pieces) {
        return t.draw("the order in which they arrive", AnyStream.order()).stream()
                .filter(number -> number < pieces.size())
                .map(pieces::get)
                .toList();
    }

    private static void send(Trial t, int octets, List<Piece> pieces) {
        int end = PeerStream.add(t, PeersText.octets(0, octets)).to();
        OneByOne all = t.put(new OneByOne(
                t,
                pieces.stream()
                        .map(piece -> piece.before(end))
                        .filter(piece -> piece.length() > 0)
                        .toList()));
        all.sendNext();
    }

    private void sendNext() {
        Piece next = left.poll();
        if (next == null) {
            isOver = true;
            return;
        }
        int heard = Scene.connection(trial).arrivals().size();
        PeerStream.send(trial, next);
        waitForAnswer(
                heard, trial.world().timeline().now().plus(Scene.isInRealTime(trial) ? REAL_LONG_ENOUGH : LONG_ENOUGH));
    }

    private void waitForAnswer(int heard, Duration end) {
        PeerConnection connection = Scene.connection(trial);
        trial.later(A_MOMENT, () -> {
            boolean answered = connection.arrivals().size() > heard;
            if (answered || trial.world().timeline().now().compareTo(end) >= 0) {
                sendNext();
            } else {
                waitForAnswer(heard, end);
            }
        });
    }

    /** All have left, and the last one was answered. */
    static Expectation done(Trial t) {
        return Becomes.becomesTrue(
                        "the peer has sent all its pieces", () -> t.the(OneByOne.class).isOver, () -> "it has not")
                .within(EndpointStream.SOONER_OR_LATER);
    }
}
