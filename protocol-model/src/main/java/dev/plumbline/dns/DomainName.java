package dev.plumbline.dns;

import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
    public static final DomainName ROOT = new DomainName(Octets.of(0));

    /** Each label after its length, then a zero octet: a name read from a message is a slice of it, where it can be. */
    private final Octets wire;

    private DomainName(Octets wire) {
        this.wire = wire;
    }

    /**
     * The name with these labels, from the leaf to the root; a label is taken as it is, dots and backslashes included.
     *
     * @throws IllegalArgumentException for an empty label, one or a name that is too long, or a character that is no octet
     */
    public static DomainName of(List<String> labels) {
        return checked(labels, () -> NameText.write(labels));
    }

    /**
     * Reads a name such as {@code www.example.com}, with or without a dot at its end. In it {@code \.} is a dot within a label,
     * and {@code \DDD} the octet with that decimal number (RFC 1035 section 5.1).
     *
     * @throws IllegalArgumentException for an empty label, one or a name that is too long, a character that is no octet, or a
     *     backslash with nothing to quote
     */
    public static DomainName parse(String text) {
        return checked(NameText.read(text), () -> text);
    }

    /** The name that stands on the wire like this, uncompressed; whoever read it has checked its lengths. */
    static DomainName ofWire(Octets wire) {
        return wire.length() == 1 ? ROOT : new DomainName(wire);
    }

    /** The name as it stands on the wire when it is not compressed (RFC 1035 section 3.1). */
    Octets wire() {
        return wire;
    }

    /** The labels from the leaf to the root, each as its octets, nothing quoted. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int at = 0; wire.u8(at) != 0; at = next(at)) {
            labels.add(new String(wire.slice(at + 1, next(at)).toByteArray(), StandardCharsets.ISO_8859_1));
        }
        return List.copyOf(labels);
    }

    /** Whether this is the name without labels. */
    public boolean isRoot() {
        return wire.length() == 1;
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
        return ofWire(wire.from(next(0)));
    }

    /**
     * The name with one more label before the others; the label is taken as it is, dots and backslashes included.
     *
     * @throws IllegalArgumentException for an empty label, or if it or the name is too long
     */
    public DomainName prepend(String label) {
        List<String> longer = new ArrayList<>();
        longer.add(label);
        longer.addAll(labels());
        return of(longer);
    }

    /** Whether this name is {@code ancestor} or one below it. */
    public boolean isAtOrBelow(DomainName ancestor) {
        int more = wire.length() - ancestor.wire.length();
        int at = 0;
        while (at < more) {
            at = next(at);
        }
        return at == more && isFrom(at, ancestor);
    }

    /** The octets it takes on the wire when it is not compressed, 1 to 255 (RFC 1035 section 3.1). */
    public int wireLength() {
        return wire.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainName that && wire.length() == that.wire.length() && isFrom(0, that);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < wire.length(); i++) {
            hash = 31 * hash + folded(wire.u8(i));
        }
        return hash;
    }

    /** The labels with dots between and after them, in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return NameText.write(labels());
    }

    /** Where the label after the one at {@code at} begins. */
    private int next(int at) {
        return at + 1 + wire.u8(at);
    }

    /** Whether all from {@code start} on is {@code that}, but for the case of letters; a length is never taken for one. */
    private boolean isFrom(int start, DomainName that) {
        for (int i = start; i < wire.length(); i++) {
            if (folded(wire.u8(i)) != folded(that.wire.u8(i - start))) {
                return false;
            }
        }
        return true;
    }

    private static DomainName checked(List<String> labels, Supplier<String> text) {
        int octets = 1;
        for (String label : labels) {
            NameText.requireOctets(label, text);
            if (label.isEmpty() || label.length() > MAX_LABEL) {
                throw new IllegalArgumentException("in the name '" + text.get() + "' a label has " + label.length()
                        + " octets; 1 to 63 are allowed");
            }
            octets += 1 + label.length();
        }
        if (octets > MAX_NAME) {
            throw new IllegalArgumentException(
                    "the name '" + text.get() + "' takes " + octets + " octets; 255 are allowed");
        }
        OctetWriter out = new OctetWriter(octets);
        for (String label : labels) {
            out.u8(label.length()).octets(Octets.wrap(label.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return new DomainName(out.u8(0).toOctets());
    }

    /** Not {@code toLowerCase}, which folds letters beyond ASCII too. */
    private static int folded(int octet) {
        return octet >= 'A' && octet <= 'Z' ? octet - 'A' + 'a' : octet;
    }
}
