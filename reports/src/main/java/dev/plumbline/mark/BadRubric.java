package dev.plumbline.mark;

/** A rubric that says nothing, or something that cannot be; the message names the place. */
public final class BadRubric extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRubric(String what) {
        super(what);
    }
}
