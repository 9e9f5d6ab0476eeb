package dev.plumbline.mark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a runner of GitHub Classroom's autograding hands to its reporter, which takes it in base64 as {@code RUNNER_RESULTS}
 * (https://github.com/classroom-resources/autograding-grading-reporter, README.md and src/main.js): it adds up each test's score, and
 * fails the job where the status is not {@code pass}.
 */
public record Classroom(
        int version,
        String status,
        @JsonProperty("max_score") BigDecimal maxScore,
        List<Test> tests) {
    private static final int VERSION = 1;

    /** A criterion. */
    public record Test(String name, String status, BigDecimal score, String message) {}

    static Classroom of(Mark mark) {
        List<Test> tests = mark.criteria().stream()
                .map(each -> new Test(each.name(), status(mark, each.isFull()), each.points(), Formats.why(mark, each)))
                .toList();
        boolean full = mark.criteria().stream().allMatch(Mark.Earned::isFull);
        return new Classroom(VERSION, status(mark, full), mark.max(), tests);
    }

    private static String status(Mark mark, boolean full) {
        if (mark.state() == State.BROKE) {
            return "error";
        }
        return full ? "pass" : "fail";
    }
}
