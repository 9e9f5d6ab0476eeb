package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import java.time.Duration;

/** A piece of what is under way, with what is known of it (RFC 8985 section 5.2): a row of the {@link Scoreboard}. */
final class SentSegment {
    /** Its first number. */
    SeqNumber seq;

    /** The number after its last one. */
    final SeqNumber end;

    /** When it was sent last. */
    Duration sentAt;

    /** Whether it was sent more than once. */
    boolean retransmitted;

    /** Whether the peer says that it is there. */
    boolean sacked;

    /** Whether it is taken for lost, and was not sent again since. */
    boolean lost;

    SentSegment(SeqNumber seq, SeqNumber end, Duration sentAt) {
        this.seq = seq;
        this.end = end;
        this.sentAt = sentAt;
    }

    /** How many numbers it takes up. */
    int length() {
        return end.minus(seq);
    }

    /** The same, but only up to {@code newEnd}. */
    SentSegment before(SeqNumber newEnd) {
        SentSegment first = new SentSegment(seq, newEnd, sentAt);
        first.retransmitted = retransmitted;
        first.sacked = sacked;
        first.lost = lost;
        return first;
    }

    /** It leaves again (RFC 8985 section 6.1). */
    void sentAgain(Duration now) {
        sentAt = now;
        retransmitted = true;
        lost = false;
    }

    /**
     * Whether it was sent after another that was sent at {@code otherAt} and ends at {@code otherEnd} (RFC 8985 section 6.2, step 2):
     * what left at the same time left in order.
     */
    boolean isSentAfter(Duration otherAt, SeqNumber otherEnd) {
        int order = sentAt.compareTo(otherAt);
        return order > 0 || (order == 0 && end.isAfter(otherEnd));
    }
}
