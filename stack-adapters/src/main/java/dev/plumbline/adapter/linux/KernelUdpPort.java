package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.Verb;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** A UDP port that a host's application has open. */
final class KernelUdpPort implements Reactor.Watcher {
    private final KernelHost host;
    private final KernelSocket socket;
    private final int token;

    KernelUdpPort(KernelHost host, KernelSocket socket, int token) {
        this.host = host;
        this.socket = socket;
        this.token = token;
    }

    @Override
    public void ready(int events) {
        if ((events & Reactor.ERROR) != 0) {
            readErrors();
        }
        boolean more = true;
        while (more) {
            more = socket.receiveFrom((source, data) -> host.say(
                    Verb.UDP_RECEIVED, token, source.address(), source.port().number(), data));
        }
    }

    /** An error about an earlier datagram that is still to be told does not count against this one. */
    void send(SocketAddress destination, Octets data) {
        readErrors();
        int result = socket.sendTo(destination, data);
        if (result < 0) {
            throw new KernelError("send to " + destination, -result);
        }
    }

    void close() {
        host.forget(token);
        socket.close();
    }

    private void readErrors() {
        var unused = socket.takeError();
        for (SocketAddress where = ErrorQueue.next(socket); where != null; where = ErrorQueue.next(socket)) {
            host.say(Verb.UDP_UNREACHABLE, token, where.address(), where.port().number());
        }
    }
}
