package dev.plumbline.mark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What Gradescope reads as {@code /autograder/results/results.json}
 * (https://gradescope-autograders.readthedocs.io/en/latest/specs/, "Output format"): a test for each criterion. What is hidden is shown
 * when the marks are published.
 *
 * @param output said of the whole submission
 * @param tests instead of a score for the whole, which would override theirs
 */
public record Gradescope(String output, String visibility, List<Test> tests) {
    private static final String VISIBLE = "visible";

    /** One line of the list; it is numbered so that the order stays. */
    public record Test(
            BigDecimal score,
            @JsonProperty("max_score") BigDecimal maxScore,
            String name,
            String number,
            String output,
            String visibility) {}

    static Gradescope of(Mark mark) {
        List<Test> tests = IntStream.range(0, mark.criteria().size())
                .mapToObj(i -> test(mark, mark.criteria().get(i), i + 1))
                .toList();
        return new Gradescope(Formats.summary(mark), VISIBLE, tests);
    }

    private static Test test(Mark mark, Mark.Earned each, int number) {
        return new Test(
                each.points(),
                each.max(),
                each.name(),
                Integer.toString(number),
                Formats.why(mark, each),
                each.hidden() ? "after_published" : VISIBLE);
    }
}
