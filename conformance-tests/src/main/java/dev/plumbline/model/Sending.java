package dev.plumbline.model;

import dev.plumbline.tcp.SeqNumber;

/**
 * The endpoint's send variables (RFC 9293 section 3.3.1), and what its application has asked for.
 *
 * @param synSent whether its SYN has left; before that no number is known
 * @param iss ISS
 * @param una SND.UNA
 * @param nxt SND.NXT
 * @param queued octets that the application has sent and that have not left
 * @param closing whether the application has closed
 * @param finSent whether the FIN has left
 */
record Sending(
        boolean synSent, SeqNumber iss, SeqNumber una, SeqNumber nxt, int queued, boolean closing, boolean finSent) {
    /** Of a connection that has sent nothing. */
    static final Sending NOTHING = new Sending(false, SeqNumber.ZERO, SeqNumber.ZERO, SeqNumber.ZERO, 0, false, false);

    /** Its SYN has left. */
    Sending syn(SeqNumber number) {
        return new Sending(true, number, number, number.plus(1), queued, closing, finSent);
    }

    /** Everything up to here has left, the last of it a FIN or not. */
    Sending upTo(SeqNumber end, int data, boolean fin) {
        return new Sending(synSent, iss, una, end, queued - data, closing, finSent || fin);
    }

    /** The peer has acknowledged everything up to here. */
    Sending acknowledged(SeqNumber ack) {
        return new Sending(synSent, iss, SeqNumber.later(una, ack), nxt, queued, closing, finSent);
    }

    /** The application has sent so many octets more. */
    Sending queue(int octets) {
        return new Sending(synSent, iss, una, nxt, queued + octets, closing, finSent);
    }

    /** The application has closed. */
    Sending close() {
        return new Sending(synSent, iss, una, nxt, queued, true, finSent);
    }

    /** Whether something is under way. */
    boolean isUnderWay() {
        return synSent && una.isBefore(nxt);
    }

    /** Whether there is something that has never been sent. */
    boolean isWaiting() {
        return queued > 0 || (closing && !finSent);
    }

    /** Whether the peer has acknowledged the FIN. */
    boolean isFinAcknowledged() {
        return finSent && una.equals(nxt);
    }

    /** Whether it acknowledges something that is under way. */
    boolean isNews(SeqNumber ack) {
        return ack.isAfter(una) && ack.isAtOrBefore(nxt);
    }
}
