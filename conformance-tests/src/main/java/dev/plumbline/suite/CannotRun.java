package dev.plumbline.suite;

/** The run cannot start; the message says what is wrong and what to do about it. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public CannotRun(String message) {
        super(message);
    }

    /** With a sentence for the user, and what caused it. */
    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
