package dev.plumbline.reference.tcp;

/** The timers of a connection (RFC 9293 section 3.10.8). */
public enum TimerKind {
    /** Something that was sent should be acknowledged by now (RFC 6298 section 5). */
    RETRANSMISSION,
    /** What is missing may only be late; by now it is lost (RFC 8985 section 6.2, step 5). */
    REORDERING,
    /** Nothing was heard of what was sent last; ask (RFC 8985 section 7.2). */
    LOSS_PROBE,
    /** The peer's window is closed; ask whether it still is (RFC 9293 section 3.8.6.1). */
    PROBE,
    /** The window is open, but too small to be worth using (RFC 9293 section 3.8.6.2.1). */
    OVERRIDE,
    /** An acknowledgment has waited long enough for something to ride on (RFC 9293 section 3.8.6.3). */
    DELAYED_ACK,
    /** The connection is idle; ask whether the peer is still there (RFC 9293 section 3.8.4). */
    KEEP_ALIVE,
    /** R2: to go on trying is hopeless (RFC 9293 section 3.8.3). */
    USER,
    /** Twice the maximum segment lifetime is over (RFC 9293 section 3.6.1). */
    TIME_WAIT
}
