package dev.plumbline.steps.udp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Lab;
import dev.plumbline.steps.Streams;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.List;

/** What leaves the endpoint for what its application has sent: one packet each, and none again (RFC 768 section "Introduction"). */
final class Departure {
    private Departure() {}

    /** Where all are lost, nothing else has told that they have left: the endpoint may do that a little later. */
    static Expectation ofAll(Trial t) {
        return Becomes.becomesTrue(expected(t), () -> left(t).size() >= due(t).size(), () -> found(t));
    }

    static Expectation ofNoMore(Trial t) {
        return Becomes.staysUntrue(expected(t), () -> !left(t).equals(due(t)), () -> found(t));
    }

    private static String expected(Trial t) {
        return "one packet for each datagram of the application, and none again: " + due(t).size();
    }

    private static String found(Trial t) {
        return "the endpoint sent " + packets(left(t).size()) + " for " + datagrams(due(t).size()) + ": "
                + Streams.words(left(t));
    }

    private static String packets(int count) {
        return count == 1 ? "1 packet" : count + " packets";
    }

    private static String datagrams(int count) {
        return count == 1 ? "1 datagram" : count + " datagrams";
    }

    private static List<Octets> due(Trial t) {
        return UdpScene.of(t).sent();
    }

    /** The data in every packet that has left; nothing for one that is no datagram. */
    private static List<Octets> left(Trial t) {
        return Wire.packets(t, Transcript.Kind.SENT, Lab.ENDPOINT)
                .map(packet -> packet.udp().map(UdpDatagram::payload).orElse(Octets.empty()))
                .toList();
    }
}
