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
    /** So many calls in a row may be given the same: who gives a little each time does so in a stream of equal octets. */
    private static final int MOST_ALIKE = 300;

    /** But not so many octets, more than any peer sends here: then it never lets go of what it gives. */
    private static final int MOST_OCTETS_ALIKE = 1 << 18;

    private @Nullable Finding tooMuch;

    /**
     * All that there is, in as many calls as it needs.
     *
     * @return false if there is no end of it
     */
    static boolean all(TcpConnection connection, int most, GrowingOctets into) {
        Octets last = Octets.empty();
        int alike = 0;
        for (Octets some = connection.receive(most); !some.isEmpty(); some = connection.receive(most)) {
            into.add(some);
            alike = some.equals(last) ? alike + 1 : 0;
            last = some;
            if (alike >= MOST_ALIKE && (long) alike * some.length() >= MOST_OCTETS_ALIKE) {
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
