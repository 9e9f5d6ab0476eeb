package dev.plumbline.reference.dns;

import java.time.Duration;

/** When a query is sent again, and when it is given up (RFC 1035 section 4.2.1, RFC 1123 section 6.1.3.3). */
public class Retries {
    /** How often each server is asked, 1 or more. */
    public int rounds() {
        return 3;
    }

    /**
     * How long to wait for a reply before the next server is asked, or the same one again: two seconds, which is the least
     * that RFC 1035 section 4.2.1 recommends, and twice as long in each further round.
     *
     * @param round how often this server has been asked before, from 0
     */
    public Duration patience(int round) {
        return Duration.ofSeconds(2).multipliedBy(1L << round);
    }

    /** How long to wait for a reply over TCP, the handshake included. */
    public Duration patienceOverTcp() {
        return Duration.ofSeconds(10);
    }
}
