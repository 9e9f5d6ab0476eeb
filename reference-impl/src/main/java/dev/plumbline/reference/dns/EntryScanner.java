package dev.plumbline.reference.dns;

import java.util.ArrayList;
import java.util.List;

/** Cuts a master file into entries: comments away, what parentheses hold together in one (RFC 1035 section 5.1). */
final class EntryScanner {
    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private List<Item> items = new ArrayList<>();
    private int at;
    private int line = 1;
    private int firstLine = 1;
    private int depth;
    private boolean startsWithBlank;

    private EntryScanner(String text) {
        this.text = text;
    }

    /**
     * A word or a string.
     *
     * @param text with its quoting by backslashes, without quotation marks
     * @param string whether it stood between quotation marks
     */
    record Item(String text, boolean string) {}

    /**
     * What belongs together, one item at least.
     *
     * @param line on which it begins, from 1
     * @param startsWithBlank whether it has no owner of its own
     */
    record Entry(int line, boolean startsWithBlank, List<Item> items) {}

    /** The entries of a file, in order. */
    static List<Entry> entries(String text) {
        EntryScanner scanner = new EntryScanner(text.replace("\r\n", "\n"));
        while (scanner.at < scanner.text.length()) {
            scanner.next(scanner.text.charAt(scanner.at));
        }
        if (scanner.depth > 0) {
            throw problem(scanner.firstLine, "expected a ')', found the end of the file");
        }
        scanner.endOfLine();
        return scanner.entries;
    }

    private void next(char c) {
        switch (c) {
            case '\n' -> {
                at++;
                endOfLine();
                line++;
                firstLine = depth == 0 ? line : firstLine;
            }
            case ' ', '\t' -> {
                startsWithBlank |= depth == 0 && (at == 0 || text.charAt(at - 1) == '\n');
                at++;
            }
            case ';' -> at = endOf(at, "\n");
            case '(', ')' -> parenthesis(c);
            case '"' -> string();
            default -> {
                int start = at;
                at = endOf(at, " \t\n;()\"");
                items.add(new Item(text.substring(start, at), false));
            }
        }
    }

    private void parenthesis(char c) {
        depth += c == '(' ? 1 : -1;
        if (depth < 0) {
            throw problem(line, "found a ')' without a '('");
        }
        at++;
    }

    /** It may go on over the end of a line. */
    private void string() {
        int end = endOf(at + 1, "\"");
        if (end == text.length()) {
            throw problem(line, "expected a '\"' that ends the string, found the end of the file");
        }
        String string = text.substring(at + 1, end);
        items.add(new Item(string, true));
        line += (int) string.chars().filter(c -> c == '\n').count();
        at = end + 1;
    }

    /** The next of these characters that no backslash quotes, or the end. */
    private int endOf(int start, String characters) {
        int i = start;
        while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
            // A comment cannot quote, and nothing quotes the end of a line.
            boolean quotes = text.charAt(i) == '\\' && !characters.equals("\n");
            i += quotes && i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1;
        }
        return i;
    }

    private void endOfLine() {
        if (depth > 0) {
            return;
        }
        if (!items.isEmpty()) {
            entries.add(new Entry(firstLine, startsWithBlank, items));
            items = new ArrayList<>();
        }
        startsWithBlank = false;
    }

    private static IllegalArgumentException problem(int line, String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
