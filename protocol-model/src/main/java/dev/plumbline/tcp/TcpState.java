package dev.plumbline.tcp;

/** The states of a connection (RFC 9293 section 3.3.2). */
public enum TcpState {
    /** Waits for a SYN from anyone. */
    LISTEN,
    /** Has sent a SYN and waits for the peer's. */
    SYN_SENT,
    /** Has sent and received a SYN and waits for the acknowledgment of its own. */
    SYN_RECEIVED,
    /** Data flows both ways. */
    ESTABLISHED,
    /** Has sent a FIN and waits for its acknowledgment, or for the peer's FIN. */
    FIN_WAIT_1,
    /** Its FIN is acknowledged; waits for the peer's. */
    FIN_WAIT_2,
    /** Has received a FIN and waits for the application to close. */
    CLOSE_WAIT,
    /** Both have sent a FIN; waits for the acknowledgment of its own. */
    CLOSING,
    /** Has sent its FIN after the peer's and waits for the acknowledgment. */
    LAST_ACK,
    /** Waits long enough to be sure that the peer got the last acknowledgment: twice the MSL. */
    TIME_WAIT,
    /** No connection at all. */
    CLOSED
}
