package dev.plumbline.model;

import dev.plumbline.spi.TcpError;
import java.util.Set;

/**
 * What the application knows of a connection, or may know.
 *
 * @param connected that it is there
 * @param peerClosed that the peer sends no more
 * @param mayEnd whether it may be told of the end
 * @param errors one of these, if any
 * @param silent whether its own call has ended the connection, so that it may be told anything or nothing
 */
record Known(boolean connected, boolean peerClosed, boolean mayEnd, Set<TcpError> errors, boolean silent) {
    static final Known NOTHING = new Known(false, false, false, Set.of(), false);

    Known ofConnection() {
        return new Known(true, peerClosed, mayEnd, errors, silent);
    }

    Known ofFin() {
        return new Known(connected, true, mayEnd, errors, silent);
    }

    Known ofEnd() {
        return new Known(connected, peerClosed, true, errors, silent);
    }

    Known of(Set<TcpError> some) {
        return new Known(connected, peerClosed, mayEnd, some, silent);
    }

    Known ofItsOwnDeed() {
        return new Known(connected, peerClosed, true, errors, true);
    }
}
