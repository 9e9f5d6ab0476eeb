package dev.plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An explanation in lines that fit a screen. Sentences are broken, each under its own beginning; the exchange and the values keep their
 * columns, however long they are, and a command can be pasted.
 */
final class Typeset {
    /** As in {@code Expected:      a segment}: the words of such a paragraph stand under each other. */
    private static final Pattern LABELLED = Pattern.compile("([A-Z][A-Za-z ]{0,13}: +)(\\S.*)");

    private static final Pattern INDENTED = Pattern.compile("( +(?:- )?)(\\S.*)");
    private static final String BEHIND_A_LABEL = " ".repeat(15);
    private static final String DEEPER = " ".repeat(4);

    /** How the command begins that plays it again. */
    private static final String COMMAND = "Replay:";

    private static final List<String> IN_COLUMNS = List.of("The exchange", "The smallest case");
    private static final String NOTICE = "Notice:";

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private String title = "";

    private Typeset(int width) {
        this.width = width;
    }

    /** In lines of at most this width, where they can be broken. */
    static List<String> lines(String explanation, int width) {
        Typeset set = new Typeset(width);
        explanation.lines().forEach(set::take);
        return set.lines;
    }

    private void take(String line) {
        boolean indented = line.startsWith(" ");
        title = indented ? title : line;
        boolean columns = indented && IN_COLUMNS.stream().anyMatch(title::startsWith);
        if (line.length() <= width || columns || line.startsWith(COMMAND)) {
            lines.add(line);
        } else if (indented) {
            indented(line);
        } else {
            Matcher labelled = LABELLED.matcher(line);
            boolean fits = labelled.matches() && labelled.group(1).length() <= BEHIND_A_LABEL.length();
            String label = fits ? labelled.group(1) : "";
            String words = fits ? labelled.group(2) : line;
            lines.addAll(TextWrap.hanging(label, words, width, BEHIND_A_LABEL));
        }
    }

    private void indented(String line) {
        Matcher parts = INDENTED.matcher(line);
        if (parts.matches()) {
            String first = parts.group(1);
            boolean paragraph = first.equals(DEEPER) && title.equals(NOTICE);
            boolean point = first.endsWith("- ");
            String later = " ".repeat(first.length()) + (paragraph || point ? "" : DEEPER);
            lines.addAll(TextWrap.hanging(first, parts.group(2), width, later));
        }
    }
}
