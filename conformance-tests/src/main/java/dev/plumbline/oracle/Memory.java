package dev.plumbline.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a law remembers of each connection, and forgets when the two sockets begin another one. */
final class Memory<M> {
    private final Map<Object, M> byConnection = new HashMap<>();
    private final Supplier<M> blank;
    /** The connection that was asked for last, and what is remembered of it: most often it is the next one's, too. */
    private @Nullable Object last;

    private @Nullable M ofLast;

    Memory(Supplier<M> blank) {
        this.blank = blank;
    }

    M of(TcpFlow flow) {
        Object connection = flow.connection();
        M known = ofLast;
        if (known == null || last != connection) {
            known = byConnection.computeIfAbsent(connection, c -> blank.get());
            last = connection;
            ofLast = known;
        }
        return known;
    }

    void clear() {
        byConnection.clear();
        last = null;
        ofLast = null;
    }
}
