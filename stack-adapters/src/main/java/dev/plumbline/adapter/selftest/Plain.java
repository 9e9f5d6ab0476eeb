package dev.plumbline.adapter.selftest;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.MalformedLine;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.adapter.line.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines without what a program may choose as it likes: its numbers are replaced by the order of their coming. */
final class Plain {
    private static final Set<Field> CHOSEN = Set.of(Field.HOST, Field.CALL, Field.SOCKET, Field.LISTENER, Field.TIMER);

    private final Map<Field, Map<Object, Integer>> numbers = new EnumMap<>(Field.class);
    private final Map<Object, Verb> calls = new HashMap<>();

    private Plain() {}

    static List<String> of(List<String> lines) {
        Plain plain = new Plain();
        List<String> all = new ArrayList<>();
        lines.forEach(line -> all.add(plain.line(line)));
        return all;
    }

    /** Names the first line in which two exchanges differ. */
    static void requireSame(List<String> once, List<String> again, String expected) {
        int most = Math.max(once.size(), again.size());
        for (int i = 0; i < most; i++) {
            String first = i < once.size() ? once.get(i) : "nothing";
            String second = i < again.size() ? again.get(i) : "nothing";
            if (!first.equals(second)) {
                throw new Wrong(
                        expected + "\nfirst:  " + first + "\nsecond: " + second + "\n(numbers are those of the order)");
            }
        }
    }

    private String line(String line) {
        try {
            LineMessage message = LineMessage.parse(line.substring(2));
            Verb verb = message.verb();
            if (verb.fields().contains(Field.CALL) && verb != Verb.OK && verb != Verb.REFUSED) {
                calls.put(message.words().value(Field.CALL), verb);
            }
            String text = line.substring(0, 2) + verb.word();
            if (verb == Verb.OK) {
                Verb answered = calls.getOrDefault(message.words().value(Field.CALL), Verb.BOOT);
                return text + words(message.answerTo(answered));
            }
            return text + words(message.words());
        } catch (MalformedLine e) {
            return line;
        }
    }

    private String words(Words words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.fields().size(); i++) {
            text.append(' ').append(word(words.fields().get(i), words.values().get(i)));
        }
        return text.toString();
    }

    private String word(Field field, Object value) {
        if (!CHOSEN.contains(field)) {
            return value.toString();
        }
        Map<Object, Integer> kind =
                numbers.computeIfAbsent(field == Field.LISTENER ? Field.SOCKET : field, any -> new HashMap<>());
        return Integer.toString(kind.computeIfAbsent(value, any -> kind.size() + 1));
    }
}
