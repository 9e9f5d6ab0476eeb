package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Judgement;
import dev.plumbline.peer.SegmentPattern;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Clients of the endpoint that ask for connections with ports of the peer (RFC 9293 section 3.9.1.1). */
final class Asking {
    /** Of so many SYNs each is looked at. */
    static final int A_FEW = 5;

    /** So near to the one before is a port that anybody can guess. */
    private static final int NEAR = 8;

    private final List<SocketAddress> servers;
    private final List<Port> ports;
    private final List<TcpSegment> syns = new ArrayList<>();

    private Asking(List<SocketAddress> servers, List<Port> ports) {
        this.servers = servers;
        this.ports = ports;
    }

    /** One client for each port; where it names none, the stack chooses. */
    static void begin(Trial t, List<SocketAddress> servers, List<Port> ports) {
        var unused = t.put(new Asking(servers, ports));
        for (int i = 0; i < ports.size(); i++) {
            t.put(TcpApplication.connect(Scene.endpoint(t), "the client", ports.get(i), servers.get(i)));
        }
    }

    static Asking of(Trial t) {
        return t.the(Asking.class);
    }

    /** A SYN of the client with this number, counted from 0; there is nothing to wait for if there are not so many. */
    Expectation syn(Trial t, int number) {
        if (number >= ports.size()) {
            return Expectation.NOTHING;
        }
        SegmentPattern pattern = ports.size() > 1
                ? Handshake.BARE_SYN
                : Handshake.BARE_SYN.between(new SocketAddress(Scene.peer(t).endpoint(), ports.get(0)), servers.get(0));
        return new Arrives(
                ports.size() > 1
                        ? Scene.peer(t).tcp(servers.get(number).port())
                        : Scene.peer(t).everything(),
                pattern + (ports.size() > 1 ? ", from another port than before" : ""),
                arrival -> arrival.tcp().filter(this::isKnown).isPresent()
                        ? Judgement.harmless("it comes from a port like one before")
                        : Packets.judge(arrival, pattern),
                arrival -> syns.add(arrival.tcp().orElseThrow()));
    }

    /** The SYNs of all clients, if there are more than a few. */
    Expectation allOthers(Trial t) {
        return ports.size() <= A_FEW
                ? Expectation.NOTHING
                : Becomes.becomesTrue(
                        "SYNs come from " + ports.size() + " ports, one for each client",
                        () -> portsSeen(t) == ports.size(),
                        () -> "they came from " + portsSeen(t));
    }

    private static long portsSeen(Trial t) {
        return Scene.peer(t).arrivals().stream()
                .flatMap(packet -> packet.tcp().stream())
                .map(TcpSegment::sourcePort)
                .distinct()
                .count();
    }

    private boolean isKnown(TcpSegment syn) {
        return syns.stream()
                .anyMatch(s -> s.sourcePort().equals(syn.sourcePort())
                        && s.destinationPort().equals(syn.destinationPort()));
    }

    /** Not each a few numbers behind the one before, up or down (RFC 6056 section 3.3). */
    void checkThatNobodyGuesses() {
        List<Integer> numbers =
                syns.stream().map(syn -> syn.sourcePort().number()).toList();
        if (isStaircase(numbers, 1) || isStaircase(numbers, -1)) {
            throw new FindingError(Finding.wrong(
                    "who has seen one port of the endpoint's clients knows the next: they are " + numbers,
                    "ports of which none tells the next",
                    numbers.toString()));
        }
    }

    private static boolean isStaircase(List<Integer> numbers, int direction) {
        return IntStream.range(1, numbers.size())
                .map(i -> direction * (numbers.get(i) - numbers.get(i - 1)))
                .allMatch(step -> step >= 0 && step <= NEAR);
    }

    /** A port that the stack has chosen is not one that others look for somebody else at (RFC 6056 section 3.2). */
    void checkChosenPorts() {
        for (TcpSegment syn : syns) {
            if (syn.sourcePort().isWellKnown() && ports.contains(Port.ANY)) {
                throw new FindingError(Finding.wrong(
                        "the stack gave a client the well-known port " + syn.sourcePort(),
                        "a port from 1024 on, best from 49152 on",
                        "port " + syn.sourcePort()));
            }
        }
    }
}
