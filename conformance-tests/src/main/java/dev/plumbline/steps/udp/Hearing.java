package dev.plumbline.steps.udp;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.util.Set;

/** What applications with UDP ports hear of errors about their datagrams (RFC 1122 section 4.1.3.3). */
final class Hearing {
    private Hearing() {}

    /** The one that has sent the datagram hears of it. */
    static Expectation told(Trial t) {
        UdpApplication application = UdpScene.of(t).application();
        SocketAddress destination = UdpScene.of(t).destination();
        return Becomes.becomesTrue(
                "the application is told that its datagram to " + destination + " did not arrive",
                () -> application.unreachable().contains(destination),
                () -> "it was told nothing of the kind" + words(application.unreachable()));
    }

    /** The others have sent nothing, and it has sent nothing else. */
    static void requireNoneElse(Trial t) {
        UdpScene scene = UdpScene.of(t);
        requireNone(scene.application().unreachable().stream()
                .filter(where -> !where.equals(scene.destination()))
                .toList());
        scene.neighbours().forEach(neighbour -> requireNone(neighbour.unreachable()));
    }

    private static void requireNone(Iterable<SocketAddress> wrong) {
        wrong.forEach(where -> {
            throw new FindingError(Finding.wrong(
                    "an application was told of an error about a datagram that it has not sent",
                    "a word to the application with the port that the datagram has come from, and to no other",
                    "a datagram to " + where));
        });
    }

    private static String words(Set<SocketAddress> others) {
        return others.isEmpty() ? "" : "; only of datagrams to " + others;
    }
}
