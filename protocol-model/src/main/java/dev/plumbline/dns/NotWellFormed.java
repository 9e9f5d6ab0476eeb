package dev.plumbline.dns;

import dev.plumbline.wire.Malformed;

/** Ends the reading of a message from wherever in it; never leaves this package. */
final class NotWellFormed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Malformed why;

    NotWellFormed(Malformed why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    Malformed why() {
        return why;
    }
}
