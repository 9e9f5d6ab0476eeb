package dev.plumbline.steps.udp;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.steps.Scene;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** All the ports that a stack gives to applications that name none (RFC 6056 section 3.3). */
final class AllPorts {
    private final StackHost host;
    private final Map<Port, UdpSocket> taken = new HashMap<>();

    private AllPorts(StackHost host) {
        this.host = host;
    }

    /** Applications ask until they are refused, which must happen before there are more of them than ports. */
    static void take(Trial t) {
        AllPorts all = t.put(new AllPorts(Scene.endpoint(t)));
        // One entry of the transcript: nobody wants to read so many.
        Optional<Port> twice = all.host.call("applications ask for UDP ports until they are refused", all::askOn);
        twice.ifPresent(port -> {
            throw new FindingError(Finding.wrong(
                    "the endpoint gave UDP port " + port + " to two applications",
                    "a port of its own for each of them, or a refusal",
                    "port " + port + " again, when " + all.taken.size() + " ports were in use"));
        });
    }

    /** The port that somebody gets although another has it, if that happens. */
    private Optional<Port> askOn() {
        Optional<UdpSocket> next = ask();
        while (next.isPresent()) {
            Port port = next.get().local().port();
            if (taken.put(port, next.get()) != null) {
                return Optional.of(port);
            }
            next = ask();
        }
        return Optional.empty();
    }

    private Optional<UdpSocket> ask() {
        Stack stack = host.stack();
        try {
            return Optional.of(stack.openUdp(Port.ANY, (source, data) -> {}));
        } catch (CallRefused nothingLeft) {
            return Optional.empty();
        }
    }

    /** One of them gives its port up; then another one gets a port. */
    static void giveUpOne(Trial t) {
        AllPorts all = t.the(AllPorts.class);
        if (all.host
                .call("one of them gives its port up, and another asks", all::askAgain)
                .isEmpty()) {
            throw new FindingError(Finding.wrong(
                    "the endpoint refused a UDP port, although one had been given up",
                    "a port, for there is one again",
                    "a refusal"));
        }
    }

    private Optional<UdpSocket> askAgain() {
        Iterator<UdpSocket> sockets = taken.values().iterator();
        if (sockets.hasNext()) {
            sockets.next().close();
            sockets.remove();
        }
        return ask();
    }
}
