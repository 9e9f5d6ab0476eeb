package dev.plumbline.steps.udp;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.Peer;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.Set;
import net.jqwik.api.Arbitraries;

/** What the endpoint's application sends, and what a peer does about it. */
final class ApplicationSends {
    private ApplicationSends() {}

    static void now(Trial t, Payloads payloads, SocketAddress to) {
        UdpScene scene = UdpScene.of(t);
        SocketAddress own = new SocketAddress(
                Scene.peer(t).endpoint(), scene.application().local().port());
        payloads.draw(t, "the application's data", own, to).forEach(data -> {
            scene.application().send(to, data);
            scene.sentByApplication(own, to, data);
        });
    }

    /** The same from an address that the application names. */
    static void fromAny(Trial t, Payloads payloads, SocketAddress to) {
        UdpScene scene = UdpScene.of(t);
        Ipv4Address own = t.draw("the source", Arbitraries.of(Scene.endpoint(t).moreAddresses()));
        SocketAddress from = new SocketAddress(own, scene.application().local().port());
        payloads.draw(t, "the application's data", from, to).forEach(data -> {
            scene.application().send(own, to, data);
            scene.sentByApplication(from, to, data);
        });
    }

    /** A second application asks for the port of the first, and must be told that it cannot have it. */
    static void requireRefusal(Trial t) {
        String told = "both got the port";
        try {
            UdpApplication.open(Scene.endpoint(t), "another application", Scene.endpointPort(t));
        } catch (CallRefused refused) {
            if (refused.reason() == CallRefused.Reason.PORT_IN_USE) {
                return;
            }
            told = String.valueOf(refused.getMessage());
        }
        throw new FindingError(
                Finding.wrong("two applications share one port", "an error for the second one: PORT_IN_USE", told));
    }

    /** What cannot be one datagram must be refused, or at least not go out as anything else. */
    static void tooLarge(Trial t, SocketAddress to) {
        UdpScene.of(t).mustDrop("it is a part of more than a datagram can hold");
        int length = UdpDatagram.MAX_PAYLOAD + 1 + t.draw("more than fits, by one and", AnyPacket.number(5000));
        try {
            UdpScene.of(t).application().send(to, Octets.wrap(new byte[length]));
        } catch (CallRefused refused) {
            t.show("the call", refused.reason());
        }
    }

    /** The peer sends an answer for everything that comes to a port, to where it has come from. */
    static void peerAnswers(Trial t, Payloads answers, SocketAddress at) {
        UdpScene scene = UdpScene.of(t);
        Peer peer = Scene.peer(t);
        var answer = answers.draw(t, "the peer's answer", at, Scene.endpointSocket(t))
                .get(0);
        peer.onArrival(arrival -> arrival.udp()
                .filter(udp -> udp.destinationPort().equals(at.port()))
                .ifPresent(udp -> {
                    scene.sentTo(Scene.endpointPort(t), answer, Set.of());
                    peer.sendUdp(at.port(), udp.sourcePort(), answer);
                }));
    }
}
