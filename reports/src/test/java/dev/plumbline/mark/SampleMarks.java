package dev.plumbline.mark;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs in memory, and what they are worth. */
final class SampleMarks {
    static final Submission ALICE = new Submission("alice", "Alice A.");
    static final List<Requirement> CATALOGUE =
            List.of(row("HS-1", Level.LESSON), row("HS-2", Level.LESSON), row("UDP-1", Level.MUST));

    private final List<ScenarioResult> scenarios = new ArrayList<>();

    /** With a scenario of one requirement. */
    SampleMarks plays(String id, String requirement, Outcome outcome) {
        Failure failure = outcome == Outcome.FAIL ? failure(requirement) : null;
        scenarios.add(new ScenarioResult(
                id,
                "A feature",
                "",
                id,
                Stage.HANDSHAKE,
                List.of(requirement),
                List.of(),
                List.of(),
                List.of(),
                outcome,
                null,
                25,
                75,
                90,
                42,
                failure));
        return this;
    }

    Judgement judgement() {
        List<Requirement> rows = CATALOGUE.stream()
                .map(row -> row.withScenarios((int) scenarios.stream()
                        .filter(scenario -> scenario.requirements().contains(row.id()))
                        .count()))
                .toList();
        RunHeader run = new RunHeader(
                "0.1.0",
                "jar:alice",
                "VIRTUAL",
                List.of(),
                7,
                25,
                "tier/lesson",
                null,
                "",
                "",
                "",
                scenarios.size(),
                Map.of(),
                "bubblewrap",
                false,
                "");
        return Judgement.of(
                new Results(run, rows, List.of(), scenarios, new Results.End(scenarios.size(), 0, Map.of())), false);
    }

    static Requirement row(String id, Level level) {
        return new Requirement(
                id,
                level,
                Stage.HANDSHAKE,
                "S",
                "",
                "It keeps " + id,
                "",
                "",
                "",
                Set.of(),
                List.of(),
                Judging.SCENARIOS,
                "",
                0);
    }

    static ScenarioInfo info(String file, String name, String... requirements) {
        return new ScenarioInfo(
                file, 1, "A feature", "", name, List.of(), Arrays.asList(requirements), Stage.HANDSHAKE);
    }

    static Rubric rubric(Criterion... criteria) {
        return new Rubric("A course", "tier/lesson", 25, Arrays.asList(criteria));
    }

    static Criterion handshake(int points, boolean partial) {
        return new Criterion(
                "The handshake",
                BigDecimal.valueOf(points),
                partial,
                false,
                List.of(new Criterion.Item("HS-1"), new Criterion.Item("HS-2")));
    }

    /** A course of a good one, a bad one whose words are not to be trusted, and one that does not compile. */
    static Course course() {
        Rubric rubric = rubric(
                handshake(10, true),
                new Criterion("<b>UDP</b>", new BigDecimal("2.5"), false, true, List.of(new Criterion.Item("UDP-1"))));
        Grader grader = new Grader(rubric);
        Judgement good = new SampleMarks()
                .plays("a", "HS-1", Outcome.PASS)
                .plays("b", "HS-2", Outcome.PASS)
                .plays("c", "UDP-1", Outcome.PASS)
                .judgement();
        Judgement bad = new SampleMarks()
                .plays("a", "HS-1", Outcome.FAIL)
                .plays("b", "HS-2", Outcome.PASS)
                .plays("c", "UDP-1", Outcome.NOT_CLAIMED)
                .judgement();
        return new Course(
                rubric,
                7,
                "0.1.0",
                List.of(
                        grader.judged(ALICE, good),
                        grader.judged(new Submission("b b\"<i>", "=Bob, \"<B>\""), bad),
                        grader.notJudged(
                                new Submission("carl", "carl"),
                                State.DOES_NOT_COMPILE,
                                "A.java:1: no; & more\nline 2")));
    }

    private static Failure failure(String requirement) {
        return new Failure(
                "Then it is well",
                requirement,
                "it came <too> late & wrong",
                "soon",
                "late",
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                "",
                "T",
                null,
                null,
                false,
                false);
    }
}
