package dev.plumbline.adapter.line;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One message of the line protocol.
 *
 * @param verb what it is about
 * @param words what it says
 */
public record LineMessage(Verb verb, Words words) {
    /** The version of the protocol that this is. */
    public static final int VERSION = 2;
    /** The oldest version that the suite still speaks. */
    public static final int OLDEST_VERSION = 1;
    /** The longest line in octets, its end included. */
    public static final int MAX_LINE = 256 * 1024;
    /** The most octets of data that one message carries. */
    public static final int MAX_OCTETS = 65536;

    /** Refuses words that do not go with the verb. */
    public LineMessage {
        if (!words.fields().equals(verb.fields())) {
            throw new IllegalArgumentException(verb + " has " + verb.fields() + ", found " + words.fields());
        }
    }

    /** A message with these values, one for each of the verb's fields. */
    public static LineMessage of(Verb verb, Object... values) {
        return new LineMessage(verb, new Words(verb.fields(), List.of(values)));
    }

    /** The answer to a call that was carried out. */
    public static LineMessage ok(int call, Verb answered, Object... values) {
        return of(
                Verb.OK,
                call,
                new Words(answered.answer(), List.of(values)).format().strip());
    }

    /**
     * Reads a line without its end.
     *
     * @throws MalformedLine if it is not a message, with the reason
     */
    public static LineMessage parse(String line) {
        int end = Words.wordEnd(line, 0);
        String word = line.substring(0, end);
        Verb verb =
                Verb.named(word).orElseThrow(() -> new MalformedLine(line, "a verb such as 'rx' as its first word"));
        return new LineMessage(verb, Words.parse(line.substring(end), verb.fields(), line));
    }

    /**
     * What is wrong with a line that was said before it was time for {@code next}. One that is no message at any time is told as
     * that: the same mistake is told in the same words, whenever it is met.
     */
    static MalformedLine tooEarly(String line, String next) {
        try {
            parse(line);
            return new MalformedLine(line, "silence until " + next);
        } catch (MalformedLine e) {
            return e;
        }
    }

    /** Whether this greeting is of a version that the suite speaks. */
    boolean isSpoken() {
        int version = words.number(Field.VERSION);
        return version >= OLDEST_VERSION && version <= VERSION;
    }

    /** The line, without its end. */
    public String format() {
        return words.format(verb.word(), "");
    }

    /** The line with its end, as it is written. */
    byte[] octets() {
        return words.format(verb.word(), "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the values of an {@code ok}.
     *
     * @param answered the call that it answers
     * @throws MalformedLine if these are not the values that such a call is answered with
     */
    public Words answerTo(Verb answered) {
        return Words.parse(words.text(), answered.answer(), format());
    }

    /** {@code text} with blanks for its control characters: what may stand in a field TEXT. */
    public static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", " ").strip();
    }

    @Override
    public String toString() {
        return MalformedLine.excerpt(format());
    }
}
