package dev.plumbline.adapter.line;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stack threw in its program: looks like the original, for its reader wants to see where in the stack that was. */
final class StackThrew extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern FRAME = Pattern.compile("(.+)\\.([^.(]+)\\(([^:)]*)(?::(\\d{1,9}))?\\)");

    private final String original;

    /** With the original's own words, its class first. */
    StackThrew(String original, StackTraceElement[] trace) {
        super(original, null, false, true);
        this.original = original;
        setStackTrace(trace);
    }

    /** Reads a frame as Java prints it; one from another language becomes one that prints alike. */
    static StackTraceElement frame(String text) {
        Matcher frame = FRAME.matcher(text);
        if (!frame.matches()) {
            return new StackTraceElement("", text, null, -1);
        }
        int line = frame.group(4) == null ? -1 : Integer.parseInt(frame.group(4));
        return new StackTraceElement(frame.group(1), frame.group(2), frame.group(3), line);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // it passes for another
    public String toString() {
        return original;
    }
}
