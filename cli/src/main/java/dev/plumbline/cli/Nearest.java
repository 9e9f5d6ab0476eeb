package dev.plumbline.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant. */
final class Nearest {
    private static final int MOST = 5;

    private Nearest() {}

    /** Of these words the few that are nearest to another: those that hold it, then those that differ in few letters. */
    static List<String> to(String word, Collection<String> words) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(each -> isNear(wanted, each.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(
                                (String each) -> !each.toLowerCase(Locale.ROOT).contains(wanted))
                        .thenComparing(each -> distance(wanted, each.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
    }

    private static boolean isNear(String wanted, String word) {
        return word.contains(wanted) || distance(wanted, word) <= 1 + wanted.length() / 4;
    }

    /** How many letters must be put in, taken out or exchanged (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
