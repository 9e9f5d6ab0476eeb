package dev.plumbline.values;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of the features behind which a value is drawn, whether they say "any" or not. */
public final class Drawn {
    /** By the names of their parameter types: a way has ports and numbers, a place is many numbers. */
    private static final Set<String> WORDS = Set.of("way", "segment", "place", "acknowledging");

    private Drawn() {}

    /** Whether a scenario that uses the word has to be played in many worlds. */
    public static boolean isDrawn(@Nullable String parameterType) {
        return parameterType != null && WORDS.contains(parameterType);
    }
}
