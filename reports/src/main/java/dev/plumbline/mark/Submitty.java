package dev.plumbline.mark;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.RoundingMode;
import java.util.List;

/**
 * What Submitty's grader writes as {@code results.json} (https://github.com/Submitty/Submitty, grading/main_validator.cpp,
 * {@code WriteToResultsJSON} and {@code validateTestCases}): a test case for each criterion, and two sums. Its points are whole: a part of
 * one is lost, as there.
 */
public record Submitty(
        List<TestCase> testcases,
        @JsonProperty("automatic_grading_total") int total,
        @JsonProperty("nonhidden_automatic_grading_total") int shown) {

    /** A criterion. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record TestCase(
            @JsonProperty("test_name") String name,
            @JsonProperty("view_testcase") boolean view,
            List<AutoCheck> autochecks,
            @JsonProperty("testcase_message") String message,
            @JsonProperty("points_awarded") int points) {}

    /** What is shown below it. */
    public record AutoCheck(String description, List<Message> messages) {}

    /** A line, with its colour. */
    public record Message(String message, String type) {}

    static Submitty of(Mark mark) {
        return new Submitty(
                mark.criteria().stream().map(each -> testCase(mark, each)).toList(),
                mark.criteria().stream().mapToInt(Submitty::whole).sum(),
                mark.criteria().stream()
                        .filter(each -> !each.hidden())
                        .mapToInt(Submitty::whole)
                        .sum());
    }

    private static TestCase testCase(Mark mark, Mark.Earned each) {
        List<Message> messages = Formats.why(mark, each)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Message(line, "failure"))
                .toList();
        List<AutoCheck> checks = messages.isEmpty() ? List.of() : List.of(new AutoCheck("Why", messages));
        return new TestCase(
                each.name(),
                !each.hidden(),
                checks,
                mark.state() == State.JUDGED ? "" : mark.state().word(),
                whole(each));
    }

    private static int whole(Mark.Earned each) {
        return each.points().setScale(0, RoundingMode.FLOOR).intValueExact();
    }
}
