package dev.plumbline.text;

import java.util.regex.Pattern;

/**
 * What a stack says is shown, never obeyed: its names, log lines and exceptions may hold anything, and stand on terminals, in
 * pages, in results and in commands that are pasted into a shell. All of these ask here.
 *
 * <p>A character that would do something else than be seen is written as its number, {@code \u001B}: the controls C0 and C1,
 * line and paragraph separators, those that turn the direction of text or cannot be seen at all (Unicode's categories Cc, Cf, Zl and
 * Zp), halves of surrogate pairs (Cs), and the two that XML does not know (XML 1.0, production Char).
 */
public final class Shown {
    private static final String HIDDEN = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\uFFFE\\uFFFF";
    private static final Pattern UNSEEN = Pattern.compile("[" + HIDDEN + "]");
    private static final Pattern UNSEEN_BUT_LAYOUT = Pattern.compile("[" + HIDDEN + "&&[^\\n\\t]]");
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shown() {}

    /** On one line. */
    public static String line(String text) {
        return written(UNSEEN, text);
    }

    /** On as many lines as it has; tabs stay, too. */
    public static String lines(String text) {
        return written(UNSEEN_BUT_LAYOUT, text);
    }

    /** In a page of HTML, as text or as an attribute's value in quotes of either kind; line feeds and tabs stay. */
    public static String html(String text) {
        return lines(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** As one word of a command for a shell (POSIX.1-2017, Shell Command Language, section 2.2.2). */
    public static String shellWord(String text) {
        String line = line(text);
        return NEEDS_NO_QUOTES.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
    }

    private static String written(Pattern unseen, String text) {
        return isPlain(text) ? text : replaced(unseen, text);
    }

    /** Nearly all words are: to look at each character costs less than to search. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String replaced(Pattern unseen, String text) {
        return unseen.matcher(text).replaceAll(found -> {
            StringBuilder numbers = new StringBuilder();
            // Two backslashes: the first belongs to the replacement's own syntax.
            found.group().chars().forEach(c -> numbers.append(String.format("\\\\u%04X", c)));
            return numbers.toString();
        });
    }
}
