package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.Octets;

/** What is urgent on a trial's connection, in either direction, and what the endpoint's application has heard of it (RFC 9293 section 3.8.5). */
final class Urgency {
    private Piece endpoints = new Piece(0, 0);
    private Piece peers = new Piece(0, 0);
    private int newsBefore;

    private Urgency() {}

    static Urgency of(Trial t) {
        return t.maybe(Urgency.class).orElseGet(() -> t.put(new Urgency()));
    }

    /** The endpoint's application sends data, all of it urgent, and the peer acknowledges what comes. */
    static void send(Trial t, Octets data) {
        int from = Talk.of(t).endpointData().length();
        of(t).endpoints = new Piece(from, from + data.length());
        Talk.of(t).addEndpointData(data);
        Scene.connection(t).acknowledgeByItself();
        Scene.application(t).sendUrgent(data);
    }

    /** Which part of the stream of the endpoint's application is urgent. */
    Piece endpoints() {
        return endpoints;
    }

    /** Which part of the peer's is, sent or not. */
    Piece peers() {
        return peers;
    }

    void peers(Piece piece) {
        peers = piece;
    }

    /** What the application is told from now on is news. */
    void begin(Trial t) {
        newsBefore = news(t);
    }

    /** Whether there is any. */
    boolean hasNews(Trial t) {
        return news(t) > newsBefore;
    }

    private static int news(Trial t) {
        return Scene.anyApplication(t).map(TcpApplication::urgentNews).orElse(0);
    }
}
