package dev.plumbline.marking;

/** A course cannot be marked; the message says why, and what to do. */
public final class CannotMark extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotMark(String why) {
        super(why);
    }

    CannotMark(String why, Throwable cause) {
        super(why, cause);
    }
}
