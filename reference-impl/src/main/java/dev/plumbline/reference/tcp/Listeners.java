package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits for connections (RFC 9293 section 3.9.1.1). No two wait for the same. */
final class Listeners {
    private final List<Listener> all = new ArrayList<>();

    /**
     * Adds one.
     *
     * @throws CallRefused if there is one for what it would wait for
     */
    @Keeps("RFC9293/MUST-41")
    void add(Listener listener) {
        if (all.stream().anyMatch(listener::collidesWith)) {
            throw new CallRefused(
                    CallRefused.Reason.PORT_IN_USE,
                    "TCP port " + listener.local().port());
        }
        all.add(listener);
    }

    void remove(Listener listener) {
        all.remove(listener);
    }

    void clear() {
        all.clear();
    }

    /** Who waits for connections to this socket, if anybody does. */
    @Keeps({"PORT-3", "RFC9293/MUST-43"})
    @Nullable
    Listener find(SocketAddress socket) {
        return all.stream()
                .filter(listener -> listener.isFor(socket))
                .findFirst()
                .orElse(null);
    }

    boolean uses(Port port) {
        return all.stream().anyMatch(listener -> listener.local().port().equals(port));
    }
}
