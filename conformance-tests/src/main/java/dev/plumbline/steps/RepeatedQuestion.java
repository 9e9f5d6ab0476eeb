package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;

/** An application that asks once a second until it has an answer: reliability built above UDP (RFC 1122 section 4.1.1). */
final class RepeatedQuestion {
    private final StackHost host;
    private final UdpApplication application;
    private final SocketAddress destination;
    private final Octets question;
    private int asked;

    private RepeatedQuestion(StackHost host, UdpApplication application, SocketAddress destination, Octets question) {
        this.host = host;
        this.application = application;
        this.destination = destination;
        this.question = question;
    }

    /** Asks for the first time, and goes on by itself. */
    static RepeatedQuestion ask(
            StackHost host, UdpApplication application, SocketAddress destination, Octets question) {
        RepeatedQuestion repeated = new RepeatedQuestion(host, application, destination, question);
        repeated.again();
        return repeated;
    }

    /** How often it has asked. */
    int asked() {
        return asked;
    }

    private void again() {
        if (application.count() == 0) {
            asked++;
            application.send(destination, question);
            host.after(Duration.ofSeconds(1), this::again);
        }
    }
}
