package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.NameText;
import dev.plumbline.reference.dns.EntryScanner.Item;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the items of one entry, front to back. Whatever it says of a wrong one has "expected" and "found" in it. */
final class EntryReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    private final List<Item> items;
    private final DomainName origin;
    private int next;

    EntryReader(List<Item> items, DomainName origin) {
        this.items = items;
        this.origin = origin;
    }

    boolean hasNext() {
        return next < items.size();
    }

    /** Whether the next item is such a word, without quotation marks. */
    boolean nextMatches(String pattern) {
        return hasNext() && !items.get(next).string() && items.get(next).text().matches(pattern);
    }

    String word(String expected) {
        if (!hasNext()) {
            throw new IllegalArgumentException("expected " + expected + ", found the end of the entry");
        }
        return items.get(next++).text();
    }

    /** An absolute name, a relative one that the origin completes, or the origin itself. */
    DomainName name(String expected) {
        String text = word(expected);
        if (text.equals("@")) {
            return origin;
        }
        return DomainName.parse(isAbsolute(text) || origin.isRoot() ? text : text + "." + origin);
    }

    long number(String expected, long max) {
        String text = word(expected);
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) > max) {
            throw new IllegalArgumentException(
                    "expected " + expected + ", a number from 0 to " + max + ", found '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** All strings that are left, one at least. */
    List<Octets> strings() {
        List<Octets> strings = new ArrayList<>();
        do {
            strings.add(NameText.unquote(word("a string")));
        } while (hasNext());
        return strings;
    }

    /** The hexadecimal digits that are left, in as many items as they may be. */
    Octets hex() {
        StringBuilder digits = new StringBuilder();
        while (hasNext()) {
            digits.append(word("hexadecimal digits"));
        }
        if (!digits.toString().matches("[0-9a-fA-F]*") || digits.length() % 2 != 0) {
            throw new IllegalArgumentException("expected pairs of hexadecimal digits, found '" + digits + "'");
        }
        return Octets.ofHex(digits.toString());
    }

    void requireEnd() {
        if (hasNext()) {
            throw new IllegalArgumentException(
                    "expected the end of the entry, found '" + items.get(next).text() + "'");
        }
    }

    /** Whether a dot ends it that no backslash quotes. */
    private static boolean isAbsolute(String text) {
        int dot = text.length() - 1;
        int start = dot;
        while (start > 0 && text.charAt(start - 1) == '\\') {
            start--;
        }
        return text.endsWith(".") && (dot - start) % 2 == 0;
    }
}
