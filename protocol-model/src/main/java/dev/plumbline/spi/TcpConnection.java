package dev.plumbline.spi;

import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** One end of a TCP connection: SEND, RECEIVE, CLOSE, ABORT and STATUS of RFC 9293 section 3.9.1. None of them waits. */
public interface TcpConnection {
    /** This end's address and port. */
    SocketAddress local();

    /** The peer's address and port. */
    SocketAddress remote();

    /**
     * SEND: queues data for the peer, pushed.
     *
     * @return how many octets were taken, 0 to {@code data.length()}; if fewer, {@link TcpHandler#writable} tells when to go on
     * @throws CallRefused if this side has closed or the connection is gone
     */
    int send(Octets data);

    /**
     * SEND with the URGENT flag: the same, and the octets up to the last one that was taken are urgent (RFC 9293 section 3.8.5).
     *
     * @return how many octets were taken
     * @throws CallRefused if the stack does not claim {@link Capability#TCP_URGENT}, and for the reasons of {@link #send}
     */
    default int sendUrgent(Octets data) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack sends no urgent data");
    }

    /**
     * RECEIVE: takes data that has arrived in order. What the application does not take stays, and the window closes.
     *
     * @param max how many octets at most, 1 or more
     * @return what there was; empty if there is nothing now
     */
    Octets receive(int max);

    /**
     * How far the peer's urgent data goes (RFC 9293 section 3.8.5, MUST-33), counted from the octet that {@link #receive} gives
     * next; it may not have arrived yet.
     *
     * @return 0 if nothing more is urgent; a stack that cannot tell how much there is says any other number
     * @throws CallRefused if the stack does not claim {@link Capability#TCP_URGENT}
     */
    default int urgentLeft() {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack knows of no urgent data");
    }

    /** CLOSE: sends what is queued, then a FIN. Receiving goes on. */
    void close();

    /**
     * CLOSE, after which the application reads no more either (RFC 9293 section 3.6.1, MAY-1): what is queued leaves, then a FIN; but
     * the peer is sent a reset, if it has sent something that nobody has read, or sends more. Nothing more is said about the connection.
     *
     * @throws CallRefused if the stack does not claim {@link Capability#TCP_HALF_DUPLEX_CLOSE}
     */
    default void closeHalfDuplex() {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack closes one direction at a time");
    }

    /** ABORT: sends a reset and forgets the connection. */
    void abort();

    /**
     * Asks for something else than data: a service that the stack claims beside {@link Capability#TCP}.
     *
     * @throws CallRefused if the stack has no such service, or the connection is gone
     */
    default void set(TcpSetting setting) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no " + setting.needs());
    }

    /** STATUS: the connection's variables, if the stack claims {@link Capability#INSPECT}. */
    default Optional<TcpStatus> status() {
        return Optional.empty();
    }
}
