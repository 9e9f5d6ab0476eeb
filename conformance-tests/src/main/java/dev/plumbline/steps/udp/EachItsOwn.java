package dev.plumbline.steps.udp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.peer.Retold;
import dev.plumbline.steps.Streams;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Several receivers, each of whom must have exactly what is its own (RFC 1122 section 4.1.3.1). */
final class EachItsOwn {
    private static final String DATA = "LAY-3";

    private EachItsOwn() {}

    static Expectation ofApplications(Trial t) {
        return becomesTrue(
                "each application receives what was sent to its port, and nothing else",
                () -> UdpScene.of(t).ports().stream()
                        .map(port -> application(t, port))
                        .toList());
    }

    static Expectation ofPeers(Trial t) {
        List<Peer> peers = UdpScene.of(t).peers(t);
        return becomesTrue(
                "each of the " + peers.size() + " hosts receives exactly its own data",
                () -> peers.stream().map(peer -> host(t, peer)).toList());
    }

    /** What one of them has, and what it should have. */
    private record Own(String who, List<Octets> received, List<Octets> due) {
        boolean isRight() {
            return received.equals(due);
        }

        @Override
        public String toString() {
            return who + " received " + Streams.instead(received, due);
        }
    }

    /** What they all have at the moment. */
    private interface Look {
        List<Own> all();
    }

    private static Own application(Trial t, Port port) {
        UdpScene scene = UdpScene.of(t);
        return new Own("the application with port " + port, scene.received(port), scene.due(t, port));
    }

    private static Own host(Trial t, Peer peer) {
        return new Own(
                "the host with the address " + peer.address(),
                peer.udpData(UdpScene.peerPort(t)),
                UdpScene.of(t).exchangedWith(peer.address()));
    }

    private static Expectation becomesTrue(String expected, Look look) {
        return new Retold(
                Becomes.becomesTrue(
                        expected,
                        () -> look.all().stream().allMatch(Own::isRight),
                        () -> look.all().stream()
                                .filter(own -> !own.isRight())
                                .map(Own::toString)
                                .collect(Collectors.joining("; "))),
                finding -> isTheirDataWrong(look.all()) ? finding.violating(DATA) : finding);
    }

    /** Who has got as much as was sent to him, but not what anybody has sent, was found all right: it is the data that is wrong. */
    private static boolean isTheirDataWrong(List<Own> all) {
        Set<Octets> sent = all.stream().flatMap(own -> own.due().stream()).collect(Collectors.toSet());
        boolean nothingIsMissing =
                all.stream().allMatch(own -> own.received().size() >= own.due().size());
        return nothingIsMissing
                && all.stream().flatMap(own -> own.received().stream()).anyMatch(data -> !sent.contains(data));
    }
}
