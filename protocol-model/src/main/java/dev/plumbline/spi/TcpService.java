package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.util.List;

/** TCP's user interface: OPEN (RFC 9293 section 3.9.1.1); the other calls are {@link TcpConnection}'s. */
public interface TcpService {
    /**
     * A passive OPEN: accepts connections from anyone until it is closed.
     *
     * @param port the port, or {@link Port#ANY} to have one chosen
     * @param acceptor told of each connection once it is established
     * @throws CallRefused if the port is in use
     */
    default TcpListener listen(Port port, TcpAcceptor acceptor) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no TCP");
    }

    /**
     * A passive OPEN with a local address (RFC 9293 section 3.9.1.1, MUST-43): accepts connections to that address only.
     *
     * @param local one of the host's addresses, and the port or {@link Port#ANY}
     * @throws CallRefused if the stack does not claim {@link Capability#TCP_LOCAL_ADDRESS}, the address is none of the host's, or the
     *     port is in use there
     */
    default TcpListener listen(SocketAddress local, TcpAcceptor acceptor) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack takes no local address");
    }

    /**
     * An active OPEN: sends a SYN to {@code remote}.
     *
     * @param local the port to use, or {@link Port#ANY} to have one chosen
     * @param handler told of what becomes of the connection, never before this call has returned
     * @throws CallRefused if the connection exists, or no host can have the address
     */
    default TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no TCP");
    }

    /**
     * The same with a local address (RFC 9293 section 3.9.1.1, MUST-43), from which all segments of the connection come.
     *
     * @param local one of the host's addresses, and the port to use or {@link Port#ANY}
     * @throws CallRefused if the stack does not claim {@link Capability#TCP_LOCAL_ADDRESS}, or the address is none of the host's, and
     *     for the reasons of the other
     */
    default TcpConnection connect(SocketAddress local, SocketAddress remote, TcpHandler handler) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack takes no local address");
    }

    /**
     * The same by way of gateways: all segments of the connection have this loose source route (RFC 9293 section 3.9.2.1, MUST-51).
     *
     * @param gateways one to nine, in the order in which a segment passes them; the peer is none of them
     * @throws CallRefused if the stack does not claim {@link Capability#SOURCE_ROUTE}, and for the reasons of the others
     */
    default TcpConnection connect(Port local, List<Ipv4Address> gateways, SocketAddress remote, TcpHandler handler) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack takes no source route");
    }
}
