package dev.plumbline.peer;

import dev.plumbline.wire.Octets;

/** Data that a peer has still to send, in segments as the endpoint's window and MSS take them. Nothing is sent again. */
final class Outgoing {
    private final PeerConnection connection;
    private Octets waiting = Octets.empty();

    Outgoing(PeerConnection connection) {
        this.connection = connection;
    }

    void add(Octets data) {
        waiting = waiting.plus(data);
        sendWhatFits();
    }

    void sendWhatFits() {
        while (!waiting.isEmpty() && connection.room() > 0) {
            Octets next = connection.fitting(waiting, 0);
            waiting = waiting.from(next.length());
            connection.sendData(next);
        }
    }
}
