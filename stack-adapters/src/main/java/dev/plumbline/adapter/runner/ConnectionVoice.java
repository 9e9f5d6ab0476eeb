package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpReport;

/** Tells the suite what a connection tells its application. */
record ConnectionVoice(Guest guest, int socket) implements TcpHandler {
    @Override
    public void established(TcpConnection connection) {
        guest.tell(Verb.ESTABLISHED, socket);
    }

    @Override
    public void readable(TcpConnection connection) {
        guest.tell(Verb.READABLE, socket);
    }

    @Override
    public void urgent(TcpConnection connection) {
        guest.tell(Verb.URGENT, socket);
    }

    @Override
    public void writable(TcpConnection connection) {
        guest.tell(Verb.WRITABLE, socket);
    }

    @Override
    public void peerClosed(TcpConnection connection) {
        guest.tell(Verb.PEER_CLOSED, socket);
    }

    @Override
    public void reported(TcpConnection connection, TcpReport report) {
        guest.tell(Verb.REPORTED, socket, report);
    }

    @Override
    public void failed(TcpConnection connection, TcpError error) {
        guest.tell(Verb.FAILED, socket, error);
    }

    @Override
    public void closed(TcpConnection connection) {
        guest.tell(Verb.CLOSED, socket);
    }
}
