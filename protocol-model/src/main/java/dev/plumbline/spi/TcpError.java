package dev.plumbline.spi;

/** How a connection can fail. */
public enum TcpError {
    /** A reset answered the SYN: nobody listens there (RFC 9293 section 3.10.7.3). */
    REFUSED,
    /** The peer reset the connection (RFC 9293 section 3.10.7.4). */
    RESET,
    /** No answer for too long: R2 was reached (RFC 9293 section 3.8.3). */
    TIMED_OUT,
    /** ICMP says that it is hopeless (RFC 9293 section 3.9.2.2, SHLD-26). */
    UNREACHABLE
}
