package dev.plumbline.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at its blanks. */
public final class TextWrap {
    private TextWrap() {}

    /** The text in lines of at most this width, each behind the indent; a longer word stands on a line of its own. */
    public static List<String> wrap(String text, int width, String indent) {
        return hanging(indent, text, width, indent);
    }

    /** The same, where the first line begins otherwise than the later ones. */
    static List<String> hanging(String first, String text, int width, String later) {
        List<String> lines = new ArrayList<>();
        String indent = first;
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && indent.length() + line.length() + 1 + word.length() > width) {
                lines.add(indent + line);
                line.setLength(0);
                indent = later;
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(indent + line);
        return lines;
    }
}
