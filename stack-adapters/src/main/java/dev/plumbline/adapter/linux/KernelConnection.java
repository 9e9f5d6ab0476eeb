package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.SettingName;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.wire.Octets;

/**
 * A connection of a host's application. The kernel tells of changes (epoll's edges); what they mean is asked of the socket,
 * without taking data from it: the receive window must close when the application does not take any.
 */
final class KernelConnection implements Reactor.Watcher {
    private static final int CLOSED = 7;

    private final KernelHost host;
    private final KernelSocket socket;
    private final int token;
    private boolean connecting;
    private boolean readable;
    private boolean wantsRoom;
    private boolean ownEnd;
    private boolean peerEnd;
    private boolean over;
    private boolean reporting;
    private boolean urgent;

    KernelConnection(KernelHost host, KernelSocket socket, int token, boolean connecting) {
        this.host = host;
        this.socket = socket;
        this.token = token;
        this.connecting = connecting;
    }

    @Override
    public void ready(int events) {
        if ((events & (Reactor.ERROR | Reactor.HANG_UP)) != 0 && failed()) {
            return;
        }
        if (connecting && (events & Reactor.OUT) != 0) {
            connecting = false;
            host.say(Verb.ESTABLISHED, token);
        }
        if (wantsRoom && (events & Reactor.OUT) != 0) {
            wantsRoom = false;
            host.say(Verb.WRITABLE, token);
        }
        if (!urgent && (events & Reactor.PRIORITY) != 0) {
            urgent = true;
            host.say(Verb.URGENT, token);
        }
        lookAtInput();
    }

    /** How many octets were taken. */
    int send(Octets data, boolean asUrgent) {
        int result = data.isEmpty() ? 0 : socket.send(data, asUrgent);
        if (result == -Errno.EAGAIN) {
            result = 0;
        }
        if (result < 0) {
            throw new KernelError("send", -result);
        }
        wantsRoom |= result < data.length();
        return result;
    }

    /** What there is, up to {@code max} octets; the application hears of more only once there was less than it asked for. */
    Octets receive(int max) {
        Octets data = socket.receive(max);
        if (data.length() < max) {
            readable = false;
        }
        urgent &= socket.isUrgent();
        return data;
    }

    /** Whether there is more, but not how much: that the kernel does not say. */
    int urgentLeft() {
        return socket.isUrgent() ? 1 : 0;
    }

    /** What an application asks for besides data. */
    void set(SettingName name, long value) {
        KernelOption.set(socket, name, value);
        reporting = name == SettingName.ERROR_REPORTS ? value == 1 : reporting;
    }

    /** To be called after a call was answered: what followed from it. */
    void lookAtInput() {
        if (connecting || over) {
            return;
        }
        int found = peerEnd ? -Errno.EAGAIN : socket.peek();
        if (found > 0 && !readable) {
            readable = true;
            host.say(Verb.READABLE, token);
        } else if (found == 0) {
            peerEnd = true;
            host.say(Verb.PEER_CLOSED, token);
        } else if (found < 0 && found != -Errno.EAGAIN) {
            fail(-found);
        }
        if (!over && ownEnd && peerEnd && socket.tcpState() == CLOSED) {
            end();
            host.say(Verb.CLOSED, token);
        }
    }

    /** Sends a FIN after what is queued; of a connection that is not yet one, nothing remains. */
    void close() {
        if (connecting) {
            abort();
            host.say(Verb.CLOSED, token);
            return;
        }
        ownEnd = true;
        socket.shutdownOutput();
        lookAtInput();
    }

    /** Sends a reset; nothing more is said about the connection. */
    void abort() {
        over = true;
        host.forget(token);
        socket.abort();
    }

    /**
     * SO_ERROR tells of soft errors, too, which have not ended the connection (sk_getsockopt takes sk_err_soft where there is no other):
     * only who wants to know hears of them.
     */
    private boolean failed() {
        int errno = socket.takeError();
        if (errno == 0) {
            return false;
        }
        if (!connecting && socket.tcpState() != CLOSED) {
            if (reporting) {
                host.say(Verb.REPORTED, token, TcpReport.ICMP_ERROR);
            }
            return false;
        }
        fail(errno);
        return true;
    }

    private void fail(int errno) {
        end();
        host.say(Verb.FAILED, token, Errno.failure(errno));
    }

    /** close(2): a FIN, or a reset if there is something that nobody has read. */
    void end() {
        over = true;
        host.forget(token);
        socket.close();
    }
}
