package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several applications of the endpoint, each with a port, and what each must receive (RFC 1122 section 4.1.3.1). */
final class Applications {
    private final Map<Port, UdpApplication> byPort = new LinkedHashMap<>();
    private final Map<Port, List<Octets>> expected = new LinkedHashMap<>();

    void open(Trial t, String name, Port port) {
        byPort.put(port, UdpApplication.open(Scene.endpoint(t), name, port));
        expected.put(port, new ArrayList<>());
    }

    List<Port> ports() {
        return List.copyOf(byPort.keySet());
    }

    /** A datagram was sent to {@code port}, which may be nobody's. */
    void expect(Port port, Octets data) {
        expected.computeIfAbsent(port, p -> new ArrayList<>()).add(data);
    }

    /** How many datagrams they have received together. */
    int heard() {
        return byPort.values().stream().mapToInt(UdpApplication::count).sum();
    }

    Expectation haveExactlyTheirOwn() {
        return Becomes.becomesTrue(
                "each application receives what was sent to its port, and nothing else", this::isRight, this::found);
    }

    private boolean isRight() {
        return byPort.entrySet().stream().allMatch(e -> e.getValue().data().equals(expected.get(e.getKey())));
    }

    private String found() {
        List<String> words = new ArrayList<>();
        byPort.forEach((port, application) -> {
            if (!application.data().equals(expected.get(port))) {
                words.add("the application with port " + port + " received " + Streams.words(application.data())
                        + " instead of " + Streams.words(expected.getOrDefault(port, List.of())));
            }
        });
        return String.join("; ", words);
    }
}
