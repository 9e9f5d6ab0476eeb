package dev.plumbline.adapter.linux;

/** A port on which a host's application accepts connections. */
final class KernelListener implements Reactor.Watcher {
    private final KernelHost host;
    private final KernelSocket socket;
    private final int token;

    KernelListener(KernelHost host, KernelSocket socket, int token) {
        this.host = host;
        this.socket = socket;
        this.token = token;
    }

    @Override
    public void ready(int events) {
        for (KernelSocket next = socket.accept(); next != null; next = socket.accept()) {
            host.accepted(token, next);
        }
    }

    /** Accepts no more; what is established by now is accepted first, since the kernel would reset it. */
    void close() {
        ready(Reactor.IN);
        host.forget(token);
        socket.close();
    }

    /** Ends at once, together with what the kernel has accepted without us. */
    void discard() {
        host.forget(token);
        socket.close();
    }
}
