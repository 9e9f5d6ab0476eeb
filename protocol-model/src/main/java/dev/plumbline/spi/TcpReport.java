package dev.plumbline.spi;

/** A trouble that may pass; the connection goes on (RFC 9293 section 3.9.1.8). */
public enum TcpReport {
    /** ICMP has said that something on the way is wrong (RFC 9293 section 3.9.2.2, SHLD-25). */
    ICMP_ERROR,
    /** The same was sent again and again, and nobody acknowledges it: R1 was reached (RFC 9293 section 3.8.3, SHLD-9). */
    RETRANSMISSIONS
}
