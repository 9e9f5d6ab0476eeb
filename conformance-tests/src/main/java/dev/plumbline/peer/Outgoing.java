package dev.plumbline.peer;

import dev.plumbline.wire.Octets;

/** Data that a peer has still to send, in segments as the endpoint's window and MSS take them. Nothing is sent again. */
public final class Outgoing {
    private final PeerConnection connection;
    private Octets waiting = Octets.empty();
    private int spare;

    Outgoing(PeerConnection connection) {
        this.connection = connection;
    }

    /** Leaves so many octets of the window unused. */
    public void spare(int octets) {
        spare = octets;
    }

    /** How much room it leaves. */
    public int spare() {
        return spare;
    }

    /** Nothing of it will be sent any more. */
    public void drop() {
        waiting = Octets.empty();
    }

    void add(Octets data) {
        waiting = waiting.plus(data);
        sendWhatFits();
    }

    void sendWhatFits() {
        while (!waiting.isEmpty() && connection.room() > spare) {
            int most = Math.min(waiting.length(), connection.room() - spare);
            Octets next = connection.fitting(waiting.slice(0, most), 0);
            waiting = waiting.from(next.length());
            connection.sendData(next);
        }
    }
}
