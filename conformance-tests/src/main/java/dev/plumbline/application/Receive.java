package dev.plumbline.application;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.wire.GrowingOctets;
import dev.plumbline.wire.Octets;
import org.jspecify.annotations.Nullable;

/** An application's RECEIVE calls: its buffer has room for so many octets, and for no more (RFC 9293 section 3.9.1.3). */
final class Receive {
    /** A stack may give an octet twice, which a check will tell; it gives none for ever that has not come in. */
    private static final int MOST_TIMES = 4;

    private @Nullable Finding tooMuch;

    /**
     * All that there is, in as many calls as it needs.
     *
     * @param into what was taken before, and then this as well
     * @param cameIn how many octets have come in, of anything
     * @return false if there is no end of it
     */
    static boolean all(TcpConnection connection, int most, GrowingOctets into, long cameIn) {
        for (Octets some = connection.receive(most); !some.isEmpty(); some = connection.receive(most)) {
            into.add(some);
            if (into.length() > MOST_TIMES * cameIn) {
                return false;
            }
        }
        return true;
    }

    Octets from(TcpConnection connection, int most) {
        Octets some = connection.receive(most);
        if (some.length() > most && tooMuch == null) {
            tooMuch = Finding.wrong(
                    "the application asked for at most " + Words.octets(most) + " and was given "
                            + Words.octets(some.length()),
                    "as many octets as the call asks for, or fewer; the rest waits for the next call",
                    Words.octets(some.length()));
        }
        return some;
    }

    /** To be asked when the call is over: within it, what is thrown is the stack's. */
    void requireRoom() {
        Finding finding = tooMuch;
        if (finding != null) {
            throw new FindingError(finding);
        }
    }
}
