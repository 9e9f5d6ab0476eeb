package dev.plumbline.dns;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The names that some of a field's values have; the others are written as a word and a number (RFC 3597 section 5). */
final class CodeNames {
    private final String what;
    private final String word;
    private final int max;
    private final Map<Integer, String> names;
    private final Map<String, Integer> codes;

    CodeNames(String what, String word, int max, Map<Integer, String> names) {
        this.what = what;
        this.word = word;
        this.max = max;
        this.names = names;
        this.codes = names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    void check(int code) {
        if (code < 0 || code > max) {
            throw new IllegalArgumentException("a " + what + " is 0 to " + max + ", found " + code);
        }
    }

    String name(int code) {
        return names.getOrDefault(code, word + code);
    }

    int parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Integer known = codes.get(upper);
        if (known != null) {
            return known;
        }
        String digits = upper.startsWith(word) ? upper.substring(word.length()) : "";
        if (!digits.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "expected a " + what + " such as " + names.get(1) + " or " + word + "65280, found '" + text + "'");
        }
        check(Integer.parseInt(digits));
        return Integer.parseInt(digits);
    }
}
