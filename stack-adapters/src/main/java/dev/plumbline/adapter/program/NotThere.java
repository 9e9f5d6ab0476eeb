package dev.plumbline.adapter.program;

/** There is nothing to start: no such file, or one of another kind. The message is a sentence that says why. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public NotThere(String why) {
        super(why);
    }
}
