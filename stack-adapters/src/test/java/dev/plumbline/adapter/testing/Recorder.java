package dev.plumbline.adapter.testing;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;

/** An application that notes every event of its connection and does nothing about it. */
public final class Recorder implements TcpHandler {
    private final TestHost host;

    /** Notes the events at {@code host}. */
    public Recorder(TestHost host) {
        this.host = host;
    }

    @Override
    public void established(TcpConnection connection) {
        host.note("established");
    }

    @Override
    public void readable(TcpConnection connection) {
        host.note("readable");
    }

    @Override
    public void writable(TcpConnection connection) {
        host.note("writable");
    }

    @Override
    public void peerClosed(TcpConnection connection) {
        host.note("peer-closed");
    }

    @Override
    public void failed(TcpConnection connection, TcpError error) {
        host.note("failed " + error);
    }

    @Override
    public void closed(TcpConnection connection) {
        host.note("closed");
    }
}
