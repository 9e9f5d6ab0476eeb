package dev.plumbline.mistakes;

import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The mistakes of {@code mistakes.txt}. There each begins with a line of its name, the stack, the file and the rows; then come the words, if
 * there are some, the sentence, what is there and what is made of it.
 */
final class Mistakes {
    private static final String BEGIN = "== ";
    private static final String WORDS = "words: ";
    private static final String BEFORE = "\n--\n";
    private static final String AFTER = "\n++\n";

    private Mistakes() {}

    static List<Mistake> all() {
        try {
            String text = Files.readString(Project.root().resolve("proofs/src/test/resources/mistakes.txt"));
            List<Mistake> all = new ArrayList<>();
            Arrays.stream(("\n" + text).split("\n" + BEGIN)).skip(1).forEach(entry -> all.add(read(entry)));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mistake read(String entry) {
        int before = entry.indexOf(BEFORE);
        int after = entry.indexOf(AFTER);
        List<String> head = entry.substring(0, before).lines().toList();
        List<String> first = List.of(head.get(0).split(" "));
        boolean hasWords = head.get(1).startsWith(WORDS);
        return new Mistake(
                first.get(0),
                Original.valueOf(first.get(1).toUpperCase(Locale.ROOT)),
                first.get(2),
                first.subList(3, first.size()),
                hasWords ? head.get(1).substring(WORDS.length()) : "",
                head.get(head.size() - 1),
                entry.substring(before + BEFORE.length(), after),
                entry.substring(after + AFTER.length()).stripTrailing());
    }
}
