package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One client's connection: as many queries as it likes, answered in order (RFC 7766 section 6.2.1). */
final class QueryConnection implements TcpHandler {
    /** The most that is read at a time. */
    private static final int PIECE = 65535;

    private final TcpConnection connection;
    private final Function<Octets, Optional<Octets>> server;
    private final Set<QueryConnection> all;
    private final DnsFrames frames = new DnsFrames();
    private Octets unsent = Octets.empty();
    private boolean peerClosed;

    /** With the set that it is in as long as it lasts. */
    QueryConnection(TcpConnection connection, Function<Octets, Optional<Octets>> server, Set<QueryConnection> all) {
        this.connection = connection;
        this.server = server;
        this.all = all;
        all.add(this);
    }

    @Override
    public void readable(TcpConnection readable) {
        goOn();
    }

    @Override
    public void writable(TcpConnection writable) {
        goOn();
    }

    @Override
    public void peerClosed(TcpConnection closing) {
        peerClosed = true;
        goOn();
    }

    @Override
    public void failed(TcpConnection failing, TcpError error) {
        all.remove(this);
    }

    @Override
    public void closed(TcpConnection ended) {
        all.remove(this);
    }

    void abort() {
        all.remove(this);
        connection.abort();
    }

    /** Whoever does not read the answers is not asked for more questions. */
    private void goOn() {
        boolean more = true;
        while (more && flush()) {
            Octets piece = connection.receive(PIECE);
            frames.receive(piece).forEach(this::answer);
            more = !piece.isEmpty();
        }
        if (peerClosed && unsent.isEmpty()) {
            all.remove(this);
            connection.close();
        }
    }

    private void answer(Octets query) {
        server.apply(query).ifPresent(answer -> unsent = unsent.plus(DnsFrames.frame(answer)));
    }

    /** Sends what it can; says whether that was all. */
    private boolean flush() {
        if (!unsent.isEmpty()) {
            unsent = unsent.from(connection.send(unsent));
        }
        return unsent.isEmpty();
    }
}
