package dev.plumbline.model;

import dev.plumbline.tcp.SeqNumber;

/**
 * The endpoint's send variables (RFC 9293 section 3.3.1), and what its application has asked for.
 *
 * @param synSent whether its SYN has left; before that no number is known
 * @param iss ISS; before the SYN has left, that of the connection before
 * @param una SND.UNA
 * @param nxt SND.NXT
 * @param queued octets that the application has sent and that have not left
 * @param closing whether the application has closed
 * @param finSent whether the FIN has left
 * @param offer what the peer takes
 */
record Sending(
        boolean synSent,
        SeqNumber iss,
        SeqNumber una,
        SeqNumber nxt,
        int queued,
        boolean closing,
        boolean finSent,
        Offer offer) {
    /** Of a connection that has sent nothing. */
    static final Sending NOTHING =
            new Sending(false, SeqNumber.ZERO, SeqNumber.ZERO, SeqNumber.ZERO, 0, false, false, Offer.NONE);

    /** Of another connection between the same sockets: its number is another one (RFC 9293 section 3.4.1). */
    Sending another() {
        return new Sending(false, iss, SeqNumber.ZERO, SeqNumber.ZERO, 0, false, false, Offer.NONE);
    }

    /** Its SYN has left. */
    Sending syn(SeqNumber number) {
        return new Sending(true, number, number, number.plus(1), queued, closing, finSent, offer);
    }

    /** Whether it may begin with this number, or has begun with it. */
    boolean mayBegin(SeqNumber number) {
        return synSent ? number.equals(iss) : iss.equals(SeqNumber.ZERO) || !number.equals(iss);
    }

    /** Everything up to here has left, the last of it a FIN or not. */
    Sending upTo(SeqNumber end, int data, boolean fin) {
        return new Sending(synSent, iss, una, end, queued - data, closing, finSent || fin, offer);
    }

    /** The peer has acknowledged everything up to here. */
    Sending acknowledged(SeqNumber ack) {
        return new Sending(synSent, iss, SeqNumber.later(una, ack), nxt, queued, closing, finSent, offer);
    }

    /** What the peer takes has changed. */
    Sending offered(Offer next) {
        return new Sending(synSent, iss, una, nxt, queued, closing, finSent, next);
    }

    /** The application has sent so many octets more. */
    Sending queue(int octets) {
        return new Sending(synSent, iss, una, nxt, queued + octets, closing, finSent, offer);
    }

    /** The application has closed. */
    Sending close() {
        return new Sending(synSent, iss, una, nxt, queued, true, finSent, offer);
    }

    /** Whether something is under way. */
    boolean isUnderWay() {
        return synSent && una.isBefore(nxt);
    }

    /** Whether there is something that has never been sent. */
    boolean isWaiting() {
        return queued > 0 || (closing && !finSent);
    }

    /** Whether all of that may leave at once, or at least the data (RFC 9293 section 3.8.6.2.1). */
    boolean isWaitingForNothing() {
        return isWaiting() && offer.room(nxt) >= Math.max(1, queued);
    }

    /** Whether the peer takes nothing (section 3.8.6.1). */
    boolean isShut() {
        return synSent && offer.window() == 0;
    }

    /** Whether there is room for a part only, and not worth using at once (section 3.8.6.2.1). */
    boolean isCrumb() {
        return una.equals(nxt) && !isShut() && offer.window() < queued && offer.isCrumb();
    }

    /** Whether new numbers up to there are within the window, or a probe of a closed one: one number beyond it (section 3.8.6.1). */
    boolean mayReach(SeqNumber end) {
        boolean probe = end.minus(nxt) == 1 && offer.covers(nxt) && (isShut() || una.equals(nxt));
        return offer.covers(end) || probe;
    }

    /** Whether the peer has acknowledged the FIN. */
    boolean isFinAcknowledged() {
        return finSent && una.equals(nxt);
    }

    /** Whether it acknowledges nothing that was never sent. */
    boolean isSent(SeqNumber ack) {
        return ack.isAtOrBefore(nxt);
    }

    /** Whether it acknowledges something that is under way. */
    boolean isNews(SeqNumber ack) {
        return ack.isAfter(una) && ack.isAtOrBefore(nxt);
    }
}
