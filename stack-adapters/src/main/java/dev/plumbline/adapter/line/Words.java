package dev.plumbline.adapter.line;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words after a verb, or after {@code ok N}, as values.
 *
 * @param fields what each of them is
 * @param values what each of them says, in the same order
 */
public record Words(List<Field> fields, List<Object> values) {
    /** Copies both lists, which must be of one length. */
    public Words {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
        if (fields.size() != values.size()) {
            throw new IllegalArgumentException("expected values for " + fields + ", found " + values);
        }
    }

    /** Reads words of the given kinds from {@code text}, a part of {@code line}. */
    static Words parse(String text, List<Field> fields, String line) {
        List<Object> values = new ArrayList<>(fields.size());
        int at = skipBlanks(text, 0);
        for (Field field : fields) {
            int end = field == Field.TEXT ? text.length() : wordEnd(text, at);
            values.add(read(field, text.substring(at, end).strip(), line));
            at = skipBlanks(text, end);
        }
        if (at < text.length()) {
            throw new MalformedLine(line, "its end instead of '" + MalformedLine.excerpt(text.substring(at)) + "'");
        }
        return new Words(fields, values);
    }

    /** The words with one blank before each. */
    String format() {
        return format("", "");
    }

    /** The same between two texts: in one piece, for the words may be a whole datagram. */
    String format(String before, String after) {
        String[] words = new String[fields.size()];
        int length = before.length() + after.length();
        for (int i = 0; i < words.length; i++) {
            words[i] = fields.get(i).write(values.get(i));
            length += 1 + words[i].length();
        }
        StringBuilder text = new StringBuilder(length).append(before);
        for (String word : words) {
            text.append(word.isEmpty() ? "" : " ").append(word);
        }
        return text.append(after).toString();
    }

    /** The number that stands in {@code field}. */
    public int number(Field field) {
        return (Integer) value(field);
    }

    /** The span or point of time, in nanoseconds. */
    public long nanos() {
        return (Long) value(Field.NANOS);
    }

    /** The address that stands in {@code field}. */
    public Ipv4Address address(Field field) {
        return (Ipv4Address) value(field);
    }

    /** ADDRESS and PORT together. */
    public SocketAddress local() {
        return new SocketAddress(address(Field.ADDRESS), Port.of(number(Field.PORT)));
    }

    /** REMOTE_ADDRESS and REMOTE_PORT together. */
    public SocketAddress remote() {
        return new SocketAddress(address(Field.REMOTE_ADDRESS), Port.of(number(Field.REMOTE_PORT)));
    }

    /** The octets. */
    public Octets octets() {
        return (Octets) value(Field.OCTETS);
    }

    /**
     * The words of the text at the end, each of which is octets.
     *
     * @throws MalformedLine if one is not
     */
    public List<Octets> listOfOctets() {
        return Arrays.stream(text().split(" +", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> (Octets) read(Field.OCTETS, word, text()))
                .toList();
    }

    /** The text at the end. */
    public String text() {
        return (String) value(Field.TEXT);
    }

    /** Whatever stands in {@code field}. */
    public Object value(Field field) {
        int at = fields.indexOf(field);
        if (at < 0) {
            throw new IllegalArgumentException("there is no " + field + " in " + fields);
        }
        return values.get(at);
    }

    private static Object read(Field field, String word, String line) {
        try {
            return field.read(word);
        } catch (IllegalArgumentException e) {
            String found = word.isEmpty() ? "nothing" : "'" + MalformedLine.excerpt(word) + "'";
            throw new MalformedLine(line, field.expected(), found);
        }
    }

    static int wordEnd(String text, int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
