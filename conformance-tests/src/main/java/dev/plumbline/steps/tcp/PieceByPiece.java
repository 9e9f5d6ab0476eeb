package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;

/** The endpoint's application sends the same few octets again and again, each time when it likes; the peer answers when somebody has it. */
final class PieceByPiece {
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Trial trial;
    private final Octets piece;
    private final int start;
    private int sent;

    PieceByPiece(Trial t) {
        trial = t;
        piece = Amount.A_FEW.draw(t, "the application", "a piece of ");
        start = Talk.of(t).endpointData().length();
    }

    /** The first piece leaves. From now on {@code arrival} gets the peer's answers, to be run when it likes. */
    void begin(Consumer<Runnable> arrival) {
        Scene.connection(trial).replies().comeLate(arrival);
        say();
    }

    private void say() {
        sent++;
        Talk.of(trial).addEndpointData(piece);
        Scene.application(trial).send(piece);
    }

    /** The peer answers, and a moment later the next piece leaves. */
    void goOn(Runnable reply) {
        reply.run();
        trial.later(A_MOMENT, this::say);
    }

    /** How many have been sent. */
    int sent() {
        return sent;
    }

    /** How long each of them is. */
    int length() {
        return piece.length();
    }

    /** Where the piece of this number begins in the stream, counted from 0. */
    int placeOf(int number) {
        return start + number * piece.length();
    }

    /** Whether the peer has all of them, and nothing else. */
    boolean haveArrived() {
        return Scene.connection(trial).rcvNxt().equals(EndpointStream.numberOf(trial, placeOf(sent)));
    }

    /** When the piece of this number was sent, the first time and again. */
    Sendings sendings(int number) {
        return Sendings.of(trial, placeOf(number));
    }
}
