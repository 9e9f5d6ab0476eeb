package dev.plumbline.steps;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A value that features name. Its words stand here and nowhere else; the parameter type that reads it takes whatever stands in
 * its place, so a new word is one more constant.
 */
public interface Phrase {
    /** How features call it. */
    String phrase();

    /**
     * The one that is called so.
     *
     * @throws IllegalArgumentException if there is none, with those that there are
     */
    static <E extends Enum<E> & Phrase> E find(Class<E> kind, String words) {
        E[] all = kind.getEnumConstants();
        return Arrays.stream(all)
                .filter(value -> value.phrase().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feature can say '" + words + "' there; it can say "
                        + Arrays.stream(all).map(v -> "'" + v.phrase() + "'").collect(Collectors.joining(", "))));
    }
}
