package dev.plumbline.adapter.line;

/** The program behind a stack cannot be talked to any more: it ended, or does not keep to the line protocol. */
public class StackBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With all that is known about it. */
    public StackBroken(String message) {
        super(message);
    }

    StackBroken(String message, StackBroken earlier) {
        super(message, earlier);
    }

    /** The same to be thrown at a later call. */
    StackBroken again() {
        return new StackBroken(String.valueOf(getMessage()), this);
    }
}
