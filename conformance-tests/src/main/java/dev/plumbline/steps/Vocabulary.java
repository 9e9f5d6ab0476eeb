package dev.plumbline.steps;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that the words of the features stand for, each known by its words. */
public final class Vocabulary {
    private Vocabulary() {}

    /**
     * The value with these words.
     *
     * @param all the values that there are; {@code toString} says the words
     * @throws IllegalArgumentException if there is none: a feature says something that nobody understands
     */
    public static <T> T find(T[] all, String words) {
        return Arrays.stream(all)
                .filter(value -> value.toString().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called '" + words + "'; there is "
                        + Stream.of(all).map(Object::toString).collect(Collectors.joining("', '", "'", "'"))));
    }
}
