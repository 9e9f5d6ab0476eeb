package dev.plumbline.marking;

import dev.plumbline.mark.Grader;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.State;
import dev.plumbline.mark.Submission;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission.
 *
 * @param sentence what there is to say; empty if it was judged
 * @param judgement of what was found, without a word of when and where; null if it was not judged to its end
 */
record Ruling(State state, String sentence, @Nullable Judgement judgement) {
    static Ruling not(State state, String sentence) {
        return new Ruling(state, sentence, null);
    }

    static Ruling judged(Results results) {
        return new Ruling(State.JUDGED, "", Judgement.of(results, false));
    }

    /** What that is worth. */
    Mark mark(Grader grader, Submission submission) {
        return judgement == null ? grader.notJudged(submission, state, sentence) : grader.judged(submission, judgement);
    }
}
