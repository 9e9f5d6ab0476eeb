package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two hosts that are alike in all that an onlooker can know: the stack, the address, how long they have been on, and the sockets of
 * their connections. Whoever has one of them can compute what the other one computes, unless that is made of a secret (RFC 9293 section
 * 3.4.1, MUST-9).
 */
final class Lives {
    private Lives() {}

    static void connect(Trial t) {
        List<Port> own = List.copyOf(t.draw("the two clients' ports", Any.ports(2, 2)));
        List<Port> remote = List.copyOf(t.draw("the two ports asked", Any.ports(2, 2)));
        // The peer is there first, so that the hosts have been on for equally long.
        Scene.peer(t);
        connect(t, Scene.endpoint(t), own, remote);
        connect(t, Scene.lab(t).twin(), own, remote);
    }

    private static void connect(Trial t, StackHost host, List<Port> own, List<Port> remote) {
        for (int i = 0; i < own.size(); i++) {
            var unused = TcpApplication.connect(
                    host, "client " + (i + 1), own.get(i), Scene.peer(t).at(remote.get(i)));
        }
    }

    /** The numbers that the endpoint's connections begin with. */
    static List<SeqNumber> endpoint(Trial t) {
        return numbers(t, Lab.ENDPOINT);
    }

    /** The same of the other host. */
    static List<SeqNumber> twin(Trial t) {
        return numbers(t, Scene.lab(t).twin().name());
    }

    /** In the order in which they were asked for; a SYN that comes again counts once. */
    private static List<SeqNumber> numbers(Trial t, String host) {
        Map<Port, SeqNumber> first = new LinkedHashMap<>();
        Scene.lab(t).transcript().entries().stream()
                .filter(entry -> entry.kind() == Kind.SENT && entry.host().equals(host))
                .map(Entry::datagram)
                .flatMap(datagram -> Packet.of(datagram).tcp().stream())
                .filter(segment -> segment.has(TcpFlag.SYN))
                .forEach(segment -> first.putIfAbsent(segment.sourcePort(), segment.seq()));
        return List.copyOf(first.values());
    }
}
