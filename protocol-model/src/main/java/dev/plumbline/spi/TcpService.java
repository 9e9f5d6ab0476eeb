package dev.plumbline.spi;

import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;

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
     * An active OPEN: sends a SYN to {@code remote}.
     *
     * @param local the port to use, or {@link Port#ANY} to have one chosen
     * @param handler told of what becomes of the connection, never before this call has returned
     * @throws CallRefused if the connection exists, or no host can have the address
     */
    default TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no TCP");
    }
}
