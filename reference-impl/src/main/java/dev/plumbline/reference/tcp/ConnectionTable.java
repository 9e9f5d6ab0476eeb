package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.transport.SocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which connection a segment belongs to: the pair of sockets decides (RFC 9293 section 3.3.1).
 *
 * @param <C> what stands for a connection
 */
public class ConnectionTable<C> {
    private final Map<Object, C> connections = new LinkedHashMap<>();

    /** What identifies a connection. */
    @Keeps("PORT-2")
    protected Object key(SocketAddress local, SocketAddress remote) {
        return List.of(local, remote);
    }

    /** The connection between the two, if there is one. */
    public @Nullable C find(SocketAddress local, SocketAddress remote) {
        return connections.get(key(local, remote));
    }

    /** Enters a connection. */
    public void put(SocketAddress local, SocketAddress remote, C connection) {
        connections.put(key(local, remote), connection);
    }

    /** Forgets a connection, unless another has taken its place. */
    public void remove(SocketAddress local, SocketAddress remote, C connection) {
        connections.remove(key(local, remote), connection);
    }

    /** All connections, the oldest first. */
    public List<C> all() {
        return List.copyOf(connections.values());
    }

    /** Forgets all. */
    public void clear() {
        connections.clear();
    }
}
