package dev.plumbline.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program that a stack runs in has ended, hangs, or cannot be understood any more. Thrown by stacks that are not objects in
 * this JVM; to repeat what led to it costs the start of a program.
 */
public class StackGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;
    private final @Nullable String right;

    /**
     * What happened.
     *
     * @param sentence about the stack, to be followed by what was asked of it: "the stack ended its process with exit code 3"
     * @param detail what else is known, such as the program's last words; may be empty
     */
    public StackGone(String sentence, String detail) {
        this(sentence, detail, null);
    }

    /**
     * The same, of a program that does not keep to the protocol that it speaks.
     *
     * @param right what would have been right to say; nothing if it is not the program's words that are wrong
     */
    public StackGone(String sentence, String detail, @Nullable String right) {
        super(sentence);
        this.detail = detail;
        this.right = right;
    }

    /** The same again, for a later call. */
    public StackGone(StackGone earlier) {
        super(earlier.getMessage(), earlier);
        this.detail = earlier.detail;
        this.right = earlier.right;
    }

    /** What else is known; may be empty. */
    public String detail() {
        return detail;
    }

    /** If it is the adapter that is wrong, the program around the stack, and not the stack: what would have been right. */
    public Optional<String> adapterShould() {
        return Optional.ofNullable(right);
    }

    /** Whether it says something about the stack; if not, about the machine that it runs on. */
    public boolean isTheStacksFault() {
        return true;
    }

    /** The sentence alone: the name of this class tells a reader nothing. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message must stay what it is
    public String toString() {
        return String.valueOf(getMessage());
    }
}
