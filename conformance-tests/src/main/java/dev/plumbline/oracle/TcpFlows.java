package dev.plumbline.oracle;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All connections that an onlooker at the host's link sees, found by the peer's address and both ports. */
final class TcpFlows {
    private record Key(Ipv4Address peer, Port peerPort, Port ownPort) {
        // Written out for those who ask of every packet: what a record has by itself goes through method handles.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && peer.equals(that.peer)
                    && peerPort.equals(that.peerPort)
                    && ownPort.equals(that.ownPort);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * peer.hashCode() + peerPort.hashCode()) + ownPort.hashCode();
        }
    }

    private final Map<Key, TcpFlow> flows = new HashMap<>();

    TcpFlow receiving(Ipv4Address source, TcpSegment segment) {
        return flow(new Key(source, segment.sourcePort(), segment.destinationPort()));
    }

    TcpFlow sending(Ipv4Address destination, TcpSegment segment) {
        return flow(new Key(destination, segment.destinationPort(), segment.sourcePort()));
    }

    List<TcpFlow> all() {
        return new ArrayList<>(flows.values());
    }

    private TcpFlow flow(Key key) {
        return flows.computeIfAbsent(key, k -> new TcpFlow());
    }
}
