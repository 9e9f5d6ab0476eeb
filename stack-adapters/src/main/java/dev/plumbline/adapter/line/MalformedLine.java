package dev.plumbline.adapter.line;

import dev.plumbline.text.Shown;

/** A line that is not a message of the line protocol; names the line and what was expected in it. */
public class MalformedLine extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final String expected;

    /** About {@code line}, in which {@code expected} was expected. */
    public MalformedLine(String line, String expected) {
        super("in the line '" + excerpt(line) + "': expected " + expected);
        this.expected = expected;
    }

    /** The same, where one word of it is wrong. */
    MalformedLine(String line, String expected, String found) {
        super("in the line '" + excerpt(line) + "': expected " + expected + "; found " + found);
        this.expected = expected;
    }

    /** What was expected: the same for the same mistake in another line. */
    public String expected() {
        return expected;
    }

    /** The first characters of a line, in a form that can stand in a message. */
    static String excerpt(String line) {
        String printable = Shown.line(line);
        return printable.length() <= SHOWN
                ? printable
                : printable.substring(0, SHOWN) + "... (" + line.length() + " characters)";
    }
}
