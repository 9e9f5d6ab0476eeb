package dev.plumbline.trial;

import dev.plumbline.testbed.Transcript;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to say about a scenario that failed: of all trials that did, the smallest.
 *
 * @param finding what is wrong
 * @param besides the laws that were broken in the same world, except the finding's own
 * @param trial the number of the first trial that failed, from 0
 * @param trials how many trials there were
 * @param values what was drawn, after shrinking, by name in the order of drawing
 * @param holding what it takes for it to hold: another value for one of what was drawn, by name
 * @param token makes the same world again
 * @param story the transcript as text, seen from the stack under test
 * @param transcript the transcript itself
 */
public record TrialFailure(
        Finding finding,
        List<Finding> besides,
        int trial,
        int trials,
        Map<String, Object> values,
        Map<String, Object> holding,
        ReplayToken token,
        String story,
        Transcript transcript) {
    /** From here on people read it. */
    public TrialFailure {
        finding = finding.shown();
        besides = besides.stream().map(Finding::shown).toList();
    }
}
