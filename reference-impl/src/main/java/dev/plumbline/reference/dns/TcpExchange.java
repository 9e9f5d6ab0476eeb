package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpService;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import java.util.function.Consumer;

/** A query over a connection of its own (RFC 1035 section 4.2.2): sends it, and hands up what comes back. */
final class TcpExchange implements TcpHandler {
    private static final int PIECE = 1 << 16;

    private final Consumer<Octets> received;
    private final Runnable ended;
    private final DnsFrames frames = new DnsFrames();
    private Octets unsent;
    private Optional<TcpConnection> connection = Optional.empty();
    private boolean over;

    /**
     * Of {@code query}, not yet connected.
     *
     * @param received told of each message that comes back
     * @param ended told once that nothing more will come, unless {@link #hangUp} was called before
     */
    TcpExchange(Octets query, Consumer<Octets> received, Runnable ended) {
        this.unsent = DnsFrames.frame(query);
        this.received = received;
        this.ended = ended;
    }

    /** Opens the connection. */
    void connect(TcpService tcp, SocketAddress server) {
        connection = Optional.of(tcp.connect(Port.ANY, server, this));
    }

    /** Closes the connection; from now on nobody is told anything. */
    void hangUp() {
        over = true;
        connection.ifPresent(TcpConnection::close);
    }

    @Override
    public void established(TcpConnection opened) {
        writable(opened);
    }

    @Override
    public void writable(TcpConnection opened) {
        if (!over) {
            unsent = unsent.from(opened.send(unsent));
        }
    }

    @Override
    public void readable(TcpConnection opened) {
        for (Octets piece = next(opened); !piece.isEmpty(); piece = next(opened)) {
            frames.receive(piece).forEach(this::handUp);
        }
    }

    private Octets next(TcpConnection opened) {
        return over ? Octets.empty() : opened.receive(PIECE);
    }

    private void handUp(Octets message) {
        if (!over) {
            received.accept(message);
        }
    }

    @Override
    public void peerClosed(TcpConnection opened) {
        end();
    }

    @Override
    public void failed(TcpConnection opened, TcpError error) {
        connection = Optional.empty();
        end();
    }

    private void end() {
        if (!over) {
            ended.run();
        }
    }
}
