package dev.plumbline.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a law remembers of each connection, and forgets when the two sockets begin another one. */
final class Memory<M> {
    private final Map<Object, M> byConnection = new HashMap<>();
    private final Supplier<M> blank;

    Memory(Supplier<M> blank) {
        this.blank = blank;
    }

    M of(TcpFlow flow) {
        return byConnection.computeIfAbsent(flow.connection(), connection -> blank.get());
    }

    void clear() {
        byConnection.clear();
    }
}
