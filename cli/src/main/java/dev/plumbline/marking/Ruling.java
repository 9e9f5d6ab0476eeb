package dev.plumbline.marking;

import dev.plumbline.mark.State;
import dev.plumbline.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission.
 *
 * @param sentence what there is to say; empty if it was judged
 * @param results what was found, without a word of when and where; null if it was not judged to its end
 */
record Ruling(State state, String sentence, @Nullable Results results) {
    static Ruling not(State state, String sentence) {
        return new Ruling(state, sentence, null);
    }
}
