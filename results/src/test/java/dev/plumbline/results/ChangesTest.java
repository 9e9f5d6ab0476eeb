package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesTest {
    private static final Set<Verdict> NOT_KEPT = EnumSet.of(Verdict.FAIL, Verdict.INCONCLUSIVE);

    /** All pairs there are, by what a reader means with the words. */
    @ParameterizedTest
    @EnumSource
    void whatWasAndWhatIs(Verdict was) {
        for (Verdict is : Verdict.values()) {
            Changes changes = Changes.between(judged(was), judged(is), false);
            boolean kept = is.light() == Verdict.Light.GREEN;
            boolean wasKept = was.light() == Verdict.Light.GREEN;
            assertThat(changes.mended().contains("HS-1")).as(was + " " + is).isEqualTo(NOT_KEPT.contains(was) && kept);
            assertThat(changes.broken().contains("HS-1"))
                    .as(was + " " + is)
                    .isEqualTo(wasKept && NOT_KEPT.contains(is));
            assertThat(changes.still().contains("HS-1"))
                    .as(was + " " + is)
                    .isEqualTo(NOT_KEPT.contains(was) && NOT_KEPT.contains(is));
            assertThat(changes.met().contains("HS-1"))
                    .as(was + " " + is)
                    .isEqualTo(!wasKept && !NOT_KEPT.contains(was) && NOT_KEPT.contains(is));
        }
    }

    @Test
    void toAStrictReaderARecommendationIsKeptOrNot() {
        Judgement deviates = judged(Verdict.DEVIATES);
        assertThat(Changes.between(judged(Verdict.PASS), deviates, true).broken())
                .containsExactly("HS-1");
        assertThat(Changes.between(judged(Verdict.PASS), deviates, false).isEmpty())
                .isTrue();
        assertThat(Changes.between(deviates, judged(Verdict.PASS), true).mended())
                .containsExactly("HS-1");
    }

    @Test
    void nothingIsNoChange() {
        assertThat(Changes.between(judged(Verdict.PASS), judged(Verdict.PASS), false)
                        .isEmpty())
                .isTrue();
        assertThat(Changes.between(judged(Verdict.FAIL), judged(Verdict.FAIL), false)
                        .isEmpty())
                .isFalse();
    }

    @Test
    void aRequirementThatTheEarlierSuiteDidNotHaveIsMet() {
        Judgement before = new Judgement(results(), List.of(), List.of(), RunVerdict.CONFORMS);
        assertThat(Changes.between(before, judged(Verdict.FAIL), false).met()).containsExactly("HS-1");
    }

    private static Judgement judged(Verdict verdict) {
        return new Judgement(
                results(),
                List.of(new JudgedRequirement(Sample.ROW, verdict, List.of())),
                List.of(),
                RunVerdict.CONFORMS);
    }

    private static Results results() {
        return new Results(Sample.RUN, List.of(), List.of(), List.of(), null);
    }
}
