package dev.plumbline.dns;

import java.util.ArrayList;
import java.util.List;

/**
 * A domain name: labels from the leaf to the root, which itself is not listed (RFC 1034 section 3.1).
 *
 * <p>A character stands for one octet, U+0000 to U+00FF, and a label may hold any of them (RFC 2181 section 11). Two names that
 * differ only in the case of ASCII letters are equal (RFC 4343 section 3), but each keeps its spelling.
 */
public final class DomainName {
    /** The longest label in octets (RFC 1035 section 2.3.4). */
    public static final int MAX_LABEL = 63;
    /** The longest name in octets as it stands on the wire (RFC 1035 section 2.3.4). */
    public static final int MAX_NAME = 255;
    /** The name without labels, of which all others are below (RFC 1034 section 3.1). */
    public static final DomainName ROOT = new DomainName(List.of());

    private final List<String> labels;
    private final List<String> folded;

    private DomainName(List<String> labels) {
        this.labels = labels;
        this.folded = labels.stream().map(DomainName::folded).toList();
    }

    /**
     * The name with these labels, from the leaf to the root; a label is taken as it is, dots and backslashes included.
     *
     * @throws IllegalArgumentException for an empty label, one or a name that is too long, or a character that is no octet
     */
    public static DomainName of(List<String> labels) {
        return checked(labels, NameText.write(labels));
    }

    /**
     * Reads a name such as {@code www.example.com}, with or without a dot at its end. In it {@code \.} is a dot within a label,
     * and {@code \DDD} the octet with that decimal number (RFC 1035 section 5.1).
     *
     * @throws IllegalArgumentException for an empty label, one or a name that is too long, a character that is no octet, or a
     *     backslash with nothing to quote
     */
    public static DomainName parse(String text) {
        return checked(NameText.read(text), text);
    }

    /** The labels from the leaf to the root, each as its octets, nothing quoted. */
    public List<String> labels() {
        return labels;
    }

    /** Whether this is the name without labels. */
    public boolean isRoot() {
        return labels.isEmpty();
    }

    /**
     * The name without its first label.
     *
     * @throws IllegalStateException for the root, which is nobody's child
     */
    public DomainName parent() {
        if (isRoot()) {
            throw new IllegalStateException("the root has no parent");
        }
        return new DomainName(labels.subList(1, labels.size()));
    }

    /**
     * The name with one more label before the others; the label is taken as it is, dots and backslashes included.
     *
     * @throws IllegalArgumentException for an empty label, or if it or the name is too long
     */
    public DomainName prepend(String label) {
        List<String> longer = new ArrayList<>(labels.size() + 1);
        longer.add(label);
        longer.addAll(labels);
        return of(longer);
    }

    /** Whether this name is {@code ancestor} or one below it. */
    public boolean isAtOrBelow(DomainName ancestor) {
        int more = folded.size() - ancestor.folded.size();
        return more >= 0 && folded.subList(more, folded.size()).equals(ancestor.folded);
    }

    /** The octets it takes on the wire when it is not compressed, 1 to 255 (RFC 1035 section 3.1). */
    public int wireLength() {
        return wireLength(labels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainName that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** The labels with dots between and after them, in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return NameText.write(labels);
    }

    private static DomainName checked(List<String> labels, String text) {
        for (String label : labels) {
            NameText.requireOctets(label, text);
            if (label.isEmpty() || label.length() > MAX_LABEL) {
                throw new IllegalArgumentException(
                        "in the name '" + text + "' a label has " + label.length() + " octets; 1 to 63 are allowed");
            }
        }
        int octets = wireLength(labels);
        if (octets > MAX_NAME) {
            throw new IllegalArgumentException("the name '" + text + "' takes " + octets + " octets; 255 are allowed");
        }
        return labels.isEmpty() ? ROOT : new DomainName(List.copyOf(labels));
    }

    private static int wireLength(List<String> labels) {
        return 1 + labels.stream().mapToInt(label -> 1 + label.length()).sum();
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
