package dev.plumbline.application;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.wire.Octets;
import org.jspecify.annotations.Nullable;

/** An application's RECEIVE calls: its buffer has room for so many octets, and for no more (RFC 9293 section 3.9.1.3). */
final class Receive {
    private @Nullable Finding tooMuch;

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
