package dev.plumbline.report;

import dev.plumbline.results.Verdict;

/** Whether text is coloured, as terminals understand it. */
public enum Ink {
    /** For files, pipes and those who asked for no colour. */
    PLAIN,
    /** With ANSI escape sequences. */
    COLOURED;

    /** Good. */
    public String green(String text) {
        return paint("32", text);
    }

    /** Bad. */
    public String red(String text) {
        return paint("1;31", text);
    }

    /** Worth a look. */
    public String yellow(String text) {
        return paint("33", text);
    }

    /** Of less interest. */
    public String faint(String text) {
        return paint("2", text);
    }

    /** The colour of a verdict. */
    String verdict(Verdict verdict, String text) {
        return switch (verdict.light()) {
            case RED -> red(text);
            case GREEN -> verdict == Verdict.PASS ? green(text) : yellow(text);
            case GREY -> faint(text);
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
