package dev.plumbline.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What the scenarios of a run say about each row. A scenario that fails because a law was broken is a failure of the law; about
 * its own rows it tells nothing, for it was not played to its end.
 */
final class Rows {
    private static final Set<String> BINDING = Set.of("LESSON", "MUST");

    private final Map<String, List<Vote>> votes = new HashMap<>();
    private final Set<String> rows = new HashSet<>();
    private boolean anyFailed;

    /** What one scenario says about one row. */
    private record Vote(String verdict, String words) {}

    private Rows() {}

    /** Reads {@code results.jsonl}. */
    static Rows read(Path results) {
        Rows rows = new Rows();
        ObjectMapper json = new ObjectMapper();
        try {
            for (String line : Files.readAllLines(results)) {
                rows.add(json.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(results + " cannot be read", e);
        }
        return rows;
    }

    /** Tells JUnit what became of a row. */
    void report(RowDescriptor test, EngineExecutionListener listener) {
        String id = test.row().id();
        List<Vote> cast = votes.getOrDefault(id, List.of());
        if (words(cast, "PASS", "FAIL", "LISTED", "SUITE_ERROR", "INCONCLUSIVE").isEmpty()) {
            listener.executionSkipped(
                    test, cast.isEmpty() ? "nothing happened that it is about" : words(cast, "NOT_CLAIMED"));
            return;
        }
        listener.executionStarted(test);
        listener.executionFinished(
                test, result(cast, BINDING.contains(test.row().level())));
    }

    /** Where nothing fails, a row that was not judged must not pass for one that holds. */
    private TestExecutionResult result(List<Vote> cast, boolean binding) {
        String failures = words(cast, "FAIL", "SUITE_ERROR");
        if (!failures.isEmpty()) {
            return binding ? failed(failures) : aborted(failures);
        }
        String inconclusive = words(cast, "INCONCLUSIVE");
        if (!inconclusive.isEmpty()) {
            return anyFailed ? aborted(inconclusive) : failed(inconclusive);
        }
        String listed = words(cast, "LISTED");
        return listed.isEmpty() ? TestExecutionResult.successful() : aborted(listed);
    }

    private void add(JsonNode line) {
        switch (line.path("type").asText()) {
            case "requirement" -> rows.add(line.path("id").asText());
            case "scenario" -> vote(line);
            default -> {} // about the run as a whole
        }
    }

    private void vote(JsonNode scenario) {
        String verdict = scenario.path("verdict").asText();
        anyFailed |= verdict.equals("FAIL");
        Set<String> own = new HashSet<>();
        scenario.path("requirements").forEach(id -> own.add(id.asText()));
        JsonNode failure = scenario.path("failure");
        String words = failure.isObject()
                ? failure.path("message").asText()
                : scenario.path("name").asText() + ": "
                        + scenario.path("reason").asText(verdict);
        String culprit = failure.path("requirement").asText("");
        boolean foreign = verdict.equals("FAIL") && rows.contains(culprit) && !own.contains(culprit);
        scenario.path("laws").forEach(law -> vote(law.asText(), "PASS", "it held"));
        scenario.path("broken").forEach(law -> vote(law.asText(), "FAIL", words));
        if (foreign) {
            vote(culprit, verdict, words);
        }
        String aboutItsOwn = foreign ? "not judged, since this was broken:\n" + words : words;
        own.forEach(id -> vote(id, foreign ? "INCONCLUSIVE" : verdict, aboutItsOwn));
    }

    private void vote(String id, String verdict, String words) {
        votes.computeIfAbsent(id, any -> new ArrayList<>()).add(new Vote(verdict, words));
    }

    private static String words(List<Vote> cast, String... verdicts) {
        return cast.stream()
                .filter(vote -> Set.of(verdicts).contains(vote.verdict()))
                .map(Vote::words)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private static TestExecutionResult failed(String words) {
        AssertionFailedError failure = new AssertionFailedError(words);
        failure.setStackTrace(new StackTraceElement[0]);
        return TestExecutionResult.failed(failure);
    }

    private static TestExecutionResult aborted(String words) {
        return TestExecutionResult.aborted(new TestAbortedException(words));
    }
}
