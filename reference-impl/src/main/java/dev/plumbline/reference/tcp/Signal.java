package dev.plumbline.reference.tcp;

/** What a connection tells its user apart from errors (RFC 9293 section 3.9.1.8 and the "signal"s of section 3.10). */
public enum Signal {
    /** The handshake is complete. */
    ESTABLISHED,
    /** There is data to take. */
    READABLE,
    /** The peer has urgent data. */
    URGENT,
    /** There is room for more to send. */
    WRITABLE,
    /** ICMP has complained of what is under way. */
    ICMP_ERROR,
    /** R1 is reached. */
    RETRANSMISSIONS,
    /** The peer's stream has ended, and all of it was taken. */
    PEER_CLOSED,
    /** Both sides have closed, and the TCB is deleted. */
    CLOSED
}
