package dev.plumbline.adapter.line;

import dev.plumbline.spi.TcpListener;
import dev.plumbline.transport.SocketAddress;

/** A listening port of a {@link LineStack}. */
final class LineListener implements TcpListener {
    private final LineStack stack;
    private final int socket;
    private final SocketAddress local;

    LineListener(LineStack stack, int socket, SocketAddress local) {
        this.stack = stack;
        this.socket = socket;
        this.local = local;
    }

    @Override
    public SocketAddress local() {
        return local;
    }

    @Override
    public void close() {
        stack.tell(Verb.LISTEN_CLOSE, socket);
        stack.forget(socket);
    }
}
