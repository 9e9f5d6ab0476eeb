package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.spi.TcpError;
import dev.plumbline.testbed.Words;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the endpoint's application has been told up to some moment.
 *
 * @param connected that it is connected
 * @param peerClosed that the peer has closed
 * @param error that the connection has failed, and how
 * @param received the peer's data
 */
record Hearsay(boolean connected, boolean peerClosed, Optional<TcpError> error, Octets received) {
    /** Of an application that does not know of any connection. */
    static final Hearsay NOTHING = new Hearsay(false, false, Optional.empty(), Octets.empty());

    static Hearsay of(TcpScene scene) {
        return scene.anyApplication().map(Hearsay::of).orElse(NOTHING);
    }

    private static Hearsay of(TcpApplication application) {
        return new Hearsay(
                application.isConnected(), application.isPeerClosed(), application.error(), application.received());
    }

    /** In words, what is new since {@code before}. */
    String since(Hearsay before) {
        int data = received.length() - before.received.length();
        String told = Stream.of(
                        connected && !before.connected ? "that it is connected" : "",
                        data > 0 ? "of " + Words.octets(data) : "",
                        peerClosed && !before.peerClosed ? "that the peer has closed" : "",
                        error.map(e -> "that the connection failed: " + e).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return "it was told " + (told.isEmpty() ? "nothing" : told)
                + (error.isEmpty() ? "; for it the connection goes on" : "");
    }
}
