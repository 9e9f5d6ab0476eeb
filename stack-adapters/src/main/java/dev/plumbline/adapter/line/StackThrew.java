package dev.plumbline.adapter.line;

import java.util.regex.Pattern;

/** What a stack threw in its program: looks like the original, for its reader wants to see where in the stack that was. */
final class StackThrew extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,9}");

    private final String original;

    /** With the original's own words, its class first. */
    StackThrew(String original, StackTraceElement[] trace) {
        super(original, null, false, true);
        this.original = original;
        setStackTrace(trace);
    }

    /**
     * Reads a frame as Java prints it; one from another language becomes one that prints alike. In one pass: a frame may be as long
     * as a line, and be made so that a search goes astray in it.
     */
    static StackTraceElement frame(String text) {
        int open = text.lastIndexOf('(');
        int dot = text.lastIndexOf('.', open);
        if (dot < 1 || dot + 1 == open || !text.endsWith(")")) {
            return new StackTraceElement("", text, null, -1);
        }
        String where = text.substring(open + 1, text.length() - 1);
        int colon = where.indexOf(':');
        String number = colon < 0 ? "" : where.substring(colon + 1);
        if (colon >= 0 && !LINE_NUMBER.matcher(number).matches()) {
            return new StackTraceElement("", text, null, -1);
        }
        return new StackTraceElement(
                text.substring(0, dot),
                text.substring(dot + 1, open),
                colon < 0 ? where : where.substring(0, colon),
                colon < 0 ? -1 : Integer.parseInt(number));
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // it passes for another
    public String toString() {
        return original;
    }
}
