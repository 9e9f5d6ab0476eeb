package dev.plumbline.suite;

import dev.plumbline.results.Failure;
import dev.plumbline.trial.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where to look. A row's hints are the rules behind it that are broken most often: none of them is proven, and they are introduced
 * so. What is about the same things as the failure stands first.
 */
final class Pointers {
    /** How they are introduced: what has been seen counts for more. */
    static final String TITLE = "Where to look first (often it is one of these, but it need not be):";

    /** Words that begin alike are the same word: acknowledges, acknowledged, acknowledgment. */
    private static final int BEGINNING = 5;

    /** Short words tell nothing, but for abbreviations: SYN, FIN, MSS. */
    private static final int SHORTEST = 4;

    private Pointers() {}

    /** For a reader of a finding: the place in the stack's own code first, if it threw. */
    static List<String> sorted(List<String> hints, Finding finding, String step) {
        Set<String> about = words(unasked(finding.headline() + " " + finding.expected() + " " + step));
        List<String> all = new ArrayList<>();
        place(finding).ifPresent(place -> all.add("It was thrown in " + place + "."));
        hints.stream()
                .sorted(Comparator.comparing((String hint) -> -inCommon(words(hint), about)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Optional<String> place(Finding finding) {
        return finding.kind() == Finding.Kind.CRASH ? Failure.place(finding.came()) : Optional.empty();
    }

    /** A long hint has more words in common with anything. */
    private static double inCommon(Set<String> words, Set<String> others) {
        return words.stream().filter(others::contains).count() / Math.sqrt(Math.max(1, words.size()));
    }

    /** A segment is expected without many flags, and is about none of these. */
    private static String unasked(String words) {
        return words.replaceAll("\\bno \\w+", "");
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Arrays.stream(text.split("[^A-Za-z]+"))
                .filter(word -> word.length() >= SHORTEST || (word.length() > 1 && isAbbreviation(word)))
                .map(Pointers::beginning)
                .forEach(words::add);
        return words;
    }

    private static boolean isAbbreviation(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String beginning(String word) {
        String same = word.equals("RST") ? "reset" : word.toLowerCase(Locale.ROOT);
        return same.substring(0, Math.min(BEGINNING, same.length()));
    }
}
