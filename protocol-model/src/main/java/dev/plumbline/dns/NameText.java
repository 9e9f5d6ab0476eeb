package dev.plumbline.dns;

import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Names and strings of octets as text: what is special or cannot be printed is quoted (RFC 1035 section 5.1). */
public final class NameText {
    /** Besides the dot, what means something in a master file. */
    private static final String SPECIAL = "\\\"();@$";

    private NameText() {}

    /**
     * The octets of a string in which {@code \X} and {@code \DDD} quote.
     *
     * @throws IllegalArgumentException for a backslash with nothing to quote, or a character that is no octet
     */
    public static Octets unquote(String text) {
        requireOctets(text, () -> text);
        StringBuilder octets = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i += quoted(text, i, octets);
            } else {
                octets.append(text.charAt(i));
            }
        }
        return Octets.wrap(octets.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The labels that {@code text} has, which may be empty or too long. */
    static List<String> read(String text) {
        List<String> labels = new ArrayList<>();
        if (text.isEmpty() || text.equals(".")) {
            return labels;
        }
        StringBuilder label = new StringBuilder();
        boolean open = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            open = c != '.';
            if (c == '\\') {
                i += quoted(text, i, label);
            } else if (open) {
                label.append(c);
            } else {
                labels.add(label.toString());
                label.setLength(0);
            }
        }
        if (open) {
            labels.add(label.toString());
        }
        return labels;
    }

    /** The labels with a dot after each. */
    static String write(List<String> labels) {
        if (labels.isEmpty()) {
            return ".";
        }
        StringBuilder text = new StringBuilder();
        for (String label : labels) {
            label.chars().forEach(c -> write(text, (char) c, "." + SPECIAL));
            text.append('.');
        }
        return text.toString();
    }

    /** A string of octets between quotation marks. */
    public static String quote(Octets octets) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < octets.length(); i++) {
            char c = (char) octets.u8(i);
            if (c == ' ') {
                text.append(c);
            } else {
                write(text, c, "\\\"");
            }
        }
        return text.append('"').toString();
    }

    static void requireOctets(String label, Supplier<String> text) {
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) > 0xff) {
                throw new IllegalArgumentException(String.format(
                        "in '%s' the character U+%04X is not an octet", text.get(), (int) label.charAt(i)));
            }
        }
    }

    private static void write(StringBuilder text, char c, String special) {
        if (c > ' ' && c <= '~') {
            text.append(special.indexOf(c) >= 0 ? "\\" : "").append(c);
        } else {
            text.append(String.format("\\%03d", (int) c));
        }
    }

    /** Appends what the backslash at {@code at} quotes; says how many characters that are. */
    private static int quoted(String text, int at, StringBuilder label) {
        if (at + 1 < text.length() && !isDigit(text.charAt(at + 1))) {
            label.append(text.charAt(at + 1));
            return 1;
        }
        if (at + 3 < text.length() && isDigit(text.charAt(at + 2)) && isDigit(text.charAt(at + 3))) {
            int octet = Integer.parseInt(text.substring(at + 1, at + 4));
            if (octet <= 255) {
                label.append((char) octet);
                return 3;
            }
        }
        throw new IllegalArgumentException("in '" + text + "' the backslash at " + at
                + " quotes nothing; expected a character that is no digit, or three digits up to 255");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
