package dev.plumbline.spi;

/** A stack's answer to a call that cannot be carried out: the error returns of RFC 9293 section 3.9.1. */
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The stack does not claim the service. */
        NOT_CLAIMED,
        /** Another application has the port. */
        PORT_IN_USE,
        /** There is a connection between these two sockets already. */
        CONNECTION_EXISTS,
        /** The connection is not, or no longer, open for this call. */
        CONNECTION_CLOSING,
        /** No host can have the destination address: broadcast, multicast, zero. */
        INVALID_DESTINATION,
        /** The datagram does not fit into an IP packet. */
        TOO_LARGE,
        /** What should be a zone is none (RFC 1035 section 5). */
        BAD_ZONE,
        /** No port, no memory. */
        INSUFFICIENT_RESOURCES
    }

    private final Reason reason;

    /** With a sentence for the reader of a transcript. */
    public CallRefused(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
