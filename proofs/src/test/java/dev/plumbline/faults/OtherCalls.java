package dev.plumbline.faults;

import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A stack whose applications have other connections than it makes, or are told of them otherwise. */
class OtherCalls extends ChangedStack {
    private final UnaryOperator<TcpConnection> change;

    OtherCalls(Stack stack, UnaryOperator<TcpConnection> change) {
        super(stack);
        this.change = change;
    }

    /** Tells an application; to be overridden by who does so at another time. */
    void tell(Runnable news) {
        news.run();
    }

    /** Whether it tells an application of urgent data, when it has told of it so often. */
    boolean tellsUrgent(int before) {
        return true;
    }

    /** Whether it tells an application of room to send, when it has told of it so often. */
    boolean tellsRoom(int before) {
        return true;
    }

    /** Whether it tells an application of a trouble. */
    boolean tells(TcpReport report) {
        return true;
    }

    @Override
    public TcpListener listen(Port port, TcpAcceptor acceptor) {
        return super.listen(port, opened -> {
            Told told = new Told();
            TcpConnection connection = change.apply(opened);
            tell(() -> told.meet(connection, acceptor.accepted(connection)));
            return told;
        });
    }

    @Override
    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
        Told told = new Told();
        TcpConnection connection = change.apply(super.connect(local, remote, told));
        told.meet(connection, handler);
        return connection;
    }

    /** Hands on what it is told. */
    private final class Told implements TcpHandler {
        private @Nullable TcpConnection connection;
        private @Nullable TcpHandler handler;
        private int urgent;
        private int room;

        void meet(TcpConnection theirs, TcpHandler application) {
            connection = theirs;
            handler = application;
        }

        private TcpConnection theirs() {
            return Objects.requireNonNull(connection);
        }

        private TcpHandler application() {
            return Objects.requireNonNull(handler);
        }

        @Override
        public void established(TcpConnection c) {
            tell(() -> application().established(theirs()));
        }

        @Override
        public void readable(TcpConnection c) {
            tell(() -> application().readable(theirs()));
        }

        @Override
        public void urgent(TcpConnection c) {
            if (tellsUrgent(urgent)) {
                urgent++;
                tell(() -> application().urgent(theirs()));
            }
        }

        @Override
        public void writable(TcpConnection c) {
            if (tellsRoom(room)) {
                room++;
                tell(() -> application().writable(theirs()));
            }
        }

        @Override
        public void peerClosed(TcpConnection c) {
            tell(() -> application().peerClosed(theirs()));
        }

        @Override
        public void reported(TcpConnection c, TcpReport report) {
            if (tells(report)) {
                tell(() -> application().reported(theirs(), report));
            }
        }

        @Override
        public void failed(TcpConnection c, TcpError error) {
            tell(() -> application().failed(theirs(), error));
        }

        @Override
        public void closed(TcpConnection c) {
            tell(() -> application().closed(theirs()));
        }
    }

    /** A connection that does what another one does; to be overridden where it is to differ. */
    static class Calls implements TcpConnection {
        private final TcpConnection connection;

        Calls(TcpConnection connection) {
            this.connection = connection;
        }

        @Override
        public SocketAddress local() {
            return connection.local();
        }

        @Override
        public SocketAddress remote() {
            return connection.remote();
        }

        @Override
        public int send(Octets data) {
            return connection.send(data);
        }

        @Override
        public int sendUrgent(Octets data) {
            return connection.sendUrgent(data);
        }

        @Override
        public int urgentLeft() {
            return connection.urgentLeft();
        }

        @Override
        public Octets receive(int max) {
            return connection.receive(max);
        }

        @Override
        public void close() {
            connection.close();
        }

        @Override
        public void closeHalfDuplex() {
            connection.closeHalfDuplex();
        }

        @Override
        public void abort() {
            connection.abort();
        }

        @Override
        public void set(TcpSetting setting) {
            connection.set(setting);
        }

        @Override
        public Optional<TcpStatus> status() {
            return connection.status();
        }
    }
}
