package dev.plumbline.reference.kit;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** An application that writes down what it is told, and reads at once unless it is told to be lazy. */
public final class App implements TcpHandler {
    /** What it was told, in order. */
    public final List<String> told = new ArrayList<>();

    private Octets received = Octets.empty();
    private boolean lazy;

    /** From now on it does not read of its own accord. */
    public App lazy() {
        lazy = true;
        return this;
    }

    /** Everything it has read. */
    public Octets received() {
        return received;
    }

    /** Reads what there is. */
    public void read(TcpConnection connection) {
        for (Octets data = connection.receive(1 << 16); !data.isEmpty(); data = connection.receive(1 << 16)) {
            received = received.plus(data);
        }
    }

    @Override
    public void established(TcpConnection connection) {
        told.add("established");
    }

    @Override
    public void readable(TcpConnection connection) {
        told.add("readable");
        if (!lazy) {
            read(connection);
        }
    }

    @Override
    public void writable(TcpConnection connection) {
        told.add("writable");
    }

    @Override
    public void peerClosed(TcpConnection connection) {
        told.add("peer closed");
    }

    @Override
    public void failed(TcpConnection connection, TcpError error) {
        told.add("failed " + error);
    }

    @Override
    public void closed(TcpConnection connection) {
        told.add("closed");
    }
}
