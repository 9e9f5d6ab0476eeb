package dev.plumbline.spi;

/**
 * An application with a TCP connection. Everything it is told is something that RFC 9293 section 3.9.1 or 3.10 tells its
 * user; what it does not care about it need not implement.
 */
public interface TcpHandler {
    /** A connection that was opened with {@link TcpService#connect} is established. */
    default void established(TcpConnection connection) {}

    /** There is data to {@link TcpConnection#receive}. Said once, then again only after it was found empty. */
    default void readable(TcpConnection connection) {}

    /**
     * The peer has urgent data, up to a place that the application has not reached (RFC 9293 section 3.8.5, MUST-32). Its octets stand in
     * the stream like all others. Told by a stack that claims {@link Capability#TCP_URGENT}, as soon as it knows.
     */
    default void urgent(TcpConnection connection) {}

    /** There is room again after {@link TcpConnection#send} took less than it was given. */
    default void writable(TcpConnection connection) {}

    /**
     * The peer will send no more, and everything it sent was taken: the end of the stream ("connection closing" in RFC 9293
     * section 3.10.7.4, eighth check). Sending is still allowed.
     */
    default void peerClosed(TcpConnection connection) {}

    /**
     * ERROR_REPORT: there is a trouble that may pass. Told only to who has asked for {@link TcpSetting.ErrorReports}, by a stack
     * that claims them.
     */
    default void reported(TcpConnection connection, TcpReport report) {}

    /** The connection ended with an error; nothing more happens to it. */
    default void failed(TcpConnection connection, TcpError error) {}

    /** The connection ended as it should: both sides have closed. A stack that cannot tell need not call this. */
    default void closed(TcpConnection connection) {}
}
