package dev.plumbline.adapter.line;

import dev.plumbline.spi.StackGone;
import org.jspecify.annotations.Nullable;

/** The program behind a stack cannot be talked to any more: it ended, or does not keep to the line protocol. */
public class StackBroken extends StackGone {
    private static final long serialVersionUID = 1L;

    /** With all that is known about it. */
    public StackBroken(String message) {
        super(message, "");
    }

    /** With a sentence about the stack, and what else is known. */
    public StackBroken(String sentence, String detail) {
        super(sentence, detail);
    }

    /** The same, of a program that would have kept to the protocol with what is {@code right}. */
    StackBroken(String sentence, String detail, @Nullable String right) {
        super(sentence, detail, right);
    }

    /** The same again, for a later call. */
    public StackBroken(StackBroken earlier) {
        super(earlier);
    }

    /** The same to be thrown at a later call. */
    StackBroken again() {
        return new StackBroken(this);
    }
}
