package dev.plumbline.spi;

/**
 * The program that a stack runs in has ended, hangs, or cannot be understood any more. Thrown by stacks that are not objects in
 * this JVM; to repeat what led to it costs the start of a program.
 */
public class StackGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /**
     * What happened.
     *
     * @param sentence about the stack, to be followed by what was asked of it: "the stack ended its process with exit code 3"
     * @param detail what else is known, such as the program's last words; may be empty
     */
    public StackGone(String sentence, String detail) {
        super(sentence);
        this.detail = detail;
    }

    /** The same again, for a later call. */
    public StackGone(StackGone earlier) {
        super(earlier.getMessage(), earlier);
        this.detail = earlier.detail;
    }

    /** What else is known; may be empty. */
    public String detail() {
        return detail;
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
