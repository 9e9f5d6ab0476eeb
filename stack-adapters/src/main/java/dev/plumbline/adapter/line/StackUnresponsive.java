package dev.plumbline.adapter.line;

/** The program behind a stack did not answer a call, or did not read what it was sent, within the time it has for that. */
public final class StackUnresponsive extends StackBroken {
    private static final long serialVersionUID = 1L;

    /** Names the call and the last lines that were exchanged. */
    public StackUnresponsive(String message) {
        super(message);
    }

    private StackUnresponsive(String message, StackBroken earlier) {
        super(message, earlier);
    }

    @Override
    StackBroken again() {
        return new StackUnresponsive(String.valueOf(getMessage()), this);
    }
}
