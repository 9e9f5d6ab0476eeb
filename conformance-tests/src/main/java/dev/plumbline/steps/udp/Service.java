package dev.plumbline.steps.udp;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.util.function.UnaryOperator;

/** What an application does with the datagrams that come to its port. */
public enum Service {
    /** It remembers them, and sends when it is told. */
    WAITS("waits for datagrams") {
        @Override
        UdpApplication open(StackHost host, Port port) {
            return UdpApplication.open(host, "the application", port);
        }
    },
    /** It says always the same. */
    ANSWERS("answers every datagram") {
        @Override
        UdpApplication open(StackHost host, Port port) {
            return answering(host, port, question -> Octets.ofText("the answer"));
        }
    },
    /** It says what it was told. */
    RETURNS("returns every datagram") {
        @Override
        UdpApplication open(StackHost host, Port port) {
            return answering(host, port, question -> question);
        }
    };

    private final String words;

    Service(String words) {
        this.words = words;
    }

    abstract UdpApplication open(StackHost host, Port port);

    @Override
    public String toString() {
        return words;
    }

    private static UdpApplication answering(StackHost host, Port port, UnaryOperator<Octets> answer) {
        return UdpApplication.answering(host, "the server", port, answer);
    }
}
