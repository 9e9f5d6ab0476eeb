package dev.plumbline.model;

import dev.plumbline.spi.TcpError;
import java.util.Optional;

/**
 * What the endpoint's application has been told of its connection, up to now.
 *
 * @param connected that it is there
 * @param peerClosed that the peer sends no more
 * @param ended that both sides have closed
 * @param error that it has failed, and how
 * @param received how many octets it has got
 */
public record Heard(boolean connected, boolean peerClosed, boolean ended, Optional<TcpError> error, int received) {
    /** Nothing. */
    public static final Heard NOTHING = new Heard(false, false, false, Optional.empty(), 0);

    @Override
    public String toString() {
        return (connected ? "connected" : "no connection")
                + ", " + received + " octets"
                + (peerClosed ? ", the peer has closed" : "")
                + (ended ? ", the end" : "")
                + error.map(e -> ", " + e).orElse("");
    }
}
