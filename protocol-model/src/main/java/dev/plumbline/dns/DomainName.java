package dev.plumbline.dns;

import java.util.List;

/**
 * A domain name: labels from the leaf to the root, which itself is not listed (RFC 1034 section 3.1).
 *
 * <p>A character stands for one octet, U+0000 to U+00FF. Two names that differ only in the case of ASCII letters are equal
 * (RFC 4343 section 3), but each keeps its spelling.
 */
public final class DomainName {
    /** The longest label in octets (RFC 1035 section 2.3.4). */
    public static final int MAX_LABEL = 63;
    /** The longest name in octets as it stands on the wire (RFC 1035 section 2.3.4). */
    public static final int MAX_NAME = 255;

    private final List<String> labels;
    private final String folded;

    private DomainName(List<String> labels) {
        this.labels = labels;
        this.folded = folded(String.join(".", labels));
    }

    /**
     * Reads a name such as {@code www.example.com}, with or without a dot at its end.
     *
     * @throws IllegalArgumentException for an empty label, one or a name that is too long, or a character that is no octet
     */
    public static DomainName parse(String text) {
        requireOctets(text);
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        List<String> labels = bare.isEmpty() ? List.of() : List.of(bare.split("\\.", -1));
        int octets = 1;
        for (String label : labels) {
            if (label.isEmpty() || label.length() > MAX_LABEL) {
                throw new IllegalArgumentException(
                        "in the name '" + text + "' a label has " + label.length() + " octets; 1 to 63 are allowed");
            }
            octets += 1 + label.length();
        }
        if (octets > MAX_NAME) {
            throw new IllegalArgumentException("the name '" + text + "' takes " + octets + " octets; 255 are allowed");
        }
        return new DomainName(labels);
    }

    /** The labels from the leaf to the root. */
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainName that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** The labels with dots between and after them. */
    @Override
    public String toString() {
        return String.join(".", labels) + ".";
    }

    private static void requireOctets(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                throw new IllegalArgumentException(String.format(
                        "in the name '%s' the character U+%04X is not an octet", text, (int) text.charAt(i)));
            }
        }
    }

    /** Not {@code toLowerCase}, which folds letters beyond ASCII too. */
    private static String folded(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= 'A' && characters[i] <= 'Z') {
                characters[i] = (char) (characters[i] - 'A' + 'a');
            }
        }
        return new String(characters);
    }
}
