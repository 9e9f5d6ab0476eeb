package dev.plumbline.adapter.line;

/** The program behind a stack did not answer a call, or did not read what it was sent, within the time it has for that. */
public final class StackUnresponsive extends StackBroken {
    private static final long serialVersionUID = 1L;

    /** Names the call and the last lines that were exchanged. */
    public StackUnresponsive(String message) {
        super(message);
    }

    /** With a sentence about the stack, and what else is known. */
    StackUnresponsive(String sentence, String detail) {
        super(sentence, detail);
    }

    private StackUnresponsive(StackUnresponsive earlier) {
        super(earlier);
    }

    @Override
    StackBroken again() {
        return new StackUnresponsive(this);
    }
}
