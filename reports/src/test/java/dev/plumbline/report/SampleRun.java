package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results files as the suite does, line by line. */
final class SampleRun {
    /** Where each failure's ladder diagram is, if there is one. */
    static final String LADDER = "failures/ladder.svg";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final String stack;
    private int planned;
    private String tags = "";
    private String title = "";
    private boolean again;
    private @Nullable String token;

    SampleRun(String stack) {
        this.stack = stack;
    }

    SampleRun planned(int scenarios) {
        planned = scenarios;
        return this;
    }

    SampleRun tags(String expression) {
        tags = expression;
        return this;
    }

    /** Of a stack that calls itself so. */
    SampleRun titled(String name) {
        title = name;
        return this;
    }

    /** Of what failed in the run before alone. */
    SampleRun again() {
        again = true;
        return this;
    }

    SampleRun replay(String replayed) {
        token = replayed;
        return this;
    }

    SampleRun requirement(String id, Level level, String section, int scenarios) {
        return line(
                "requirement",
                "id",
                id,
                "level",
                level,
                "section",
                section,
                "sectionKo",
                "",
                "statement",
                "It does " + id,
                "statementKo",
                id + "의 뜻",
                "source",
                "RFC 9293 section 3.5",
                "scenarios",
                scenarios,
                "causes",
                List.of("Look at " + id + " first."));
    }

    /** The last requirement is about a service of its own. */
    SampleRun needing(String capability) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).replace("\"scenarios\":", "\"needs\":[\"" + capability + "\"],\"scenarios\":"));
        return this;
    }

    /** A law, which watches all scenarios. */
    SampleRun law(String id, String section) {
        return judged(id, section, Judging.LAW);
    }

    /** A row that is judged otherwise than by scenarios of its own. */
    SampleRun judged(String id, String section, Judging judging) {
        requirement(id, Level.MUST, section, 0);
        int last = lines.size() - 1;
        String said = "\"scenarios\":0,\"judging\":\"" + judging + "\"";
        lines.set(last, lines.get(last).replace("\"scenarios\":0", said));
        return this;
    }

    SampleRun deviation(String requirement, @Nullable String scenario) {
        return deviation(requirement, scenario, false);
    }

    /** A deviation that a run may well see nothing of. */
    SampleRun nowAndThen(String requirement) {
        return deviation(requirement, null, true);
    }

    private SampleRun deviation(String requirement, @Nullable String scenario, boolean nowAndThen) {
        return line(
                "deviation",
                "requirement",
                requirement,
                "scenario",
                scenario,
                "reason",
                "Everybody knows about " + requirement + ".",
                "link",
                "https://example.org/" + requirement,
                "nowAndThen",
                nowAndThen);
    }

    SampleRun scenario(String id, Outcome outcome, String... requirements) {
        return scenario(id, outcome, null, List.of(), List.of(), List.of(), requirements);
    }

    /** It fails, and the list says so. */
    SampleRun listed(String id, String deviation, String... requirements) {
        return scenario(
                id,
                Outcome.LISTED,
                failure(id, deviation, "it failed"),
                List.of(),
                List.of(),
                List.of(deviation),
                requirements);
    }

    /** It fails as the list says, but breaks a law that is on no list. */
    SampleRun listedBesides(String id, String deviation, String law, String words, String... requirements) {
        Map<String, Object> failure = failure(id, deviation, "it failed");
        failure.put("besides", List.of(law + ": " + words));
        return scenario(id, Outcome.LISTED, failure, List.of(law), List.of(law), List.of(deviation), requirements);
    }

    /** It holds, and a law has watched it. */
    SampleRun watched(String id, String law, String... requirements) {
        return scenario(id, Outcome.PASS, null, List.of(law), List.of(), List.of(), requirements);
    }

    /** It holds but for a law, which is listed. */
    SampleRun deviating(String id, String law, String... requirements) {
        return scenario(id, Outcome.PASS, null, List.of(law), List.of(), List.of(law), requirements);
    }

    SampleRun failing(String id, String culprit, String headline, String... requirements) {
        return scenario(
                id, Outcome.FAIL, failure(id, culprit, headline), List.of(), List.of(), List.of(), requirements);
    }

    /** The stack threw something in this frame of its own. */
    SampleRun crashing(String id, String culprit, String headline, String frame) {
        Map<String, Object> failure = failure(id, culprit, headline);
        failure.put("came", "java.lang.IllegalStateException\n    at " + frame);
        failure.put("breakdown", true);
        return scenario(id, Outcome.FAIL, failure, List.of(), List.of(), List.of(), culprit);
    }

    /** A well-known mistake makes exactly what came. */
    SampleRun explained(String id, String culprit, String headline) {
        Map<String, Object> failure = failure(id, culprit, headline);
        failure.put("diagnosed", true);
        return scenario(id, Outcome.FAIL, failure, List.of(), List.of(), List.of(), culprit);
    }

    /** The program around the stack has made a mistake. */
    SampleRun mistaken(String id, String headline, String... requirements) {
        return scenario(id, Outcome.ADAPTER, failure(id, "", headline), List.of(), List.of(), List.of(), requirements);
    }

    /** It fails by what it is about, and a law is broken besides. */
    SampleRun failingBesides(String id, String law, String headline, String... requirements) {
        return scenario(
                id,
                Outcome.FAIL,
                failure(id, requirements[0], headline),
                List.of(law),
                List.of(law),
                List.of(),
                requirements);
    }

    SampleRun end(int scenarios) {
        return line("end", "scenarios", scenarios, "wallMicros", 2_500_000);
    }

    /** Of a run that left out what stands on what fails. */
    SampleRun stopped(int scenarios, String why) {
        return line("end", "scenarios", scenarios, "wallMicros", 2_500_000, "stopped", why);
    }

    Results results() {
        try {
            Path file = Files.createTempFile("results", ".jsonl");
            try {
                Files.writeString(file, text());
                return ResultsReader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Judgement judgement() {
        return Judgement.of(results(), false);
    }

    String text() {
        String run = json(
                "run",
                "format",
                1,
                "suite",
                "0.1.0",
                "stack",
                stack,
                "timeBase",
                "VIRTUAL",
                "capabilities",
                List.of("IPV4", "TCP"),
                "seed",
                123,
                "tries",
                25,
                "tags",
                tags,
                "replay",
                token,
                "started",
                "2026-11-22T13:00:00Z",
                "java",
                "17.0.15",
                "os",
                "Linux 6.18",
                "planned",
                planned,
                "settings",
                Map.of(),
                "again",
                again,
                "title",
                title);
        return run + "\n" + String.join("", lines);
    }

    private SampleRun scenario(
            String id,
            Outcome outcome,
            @Nullable Map<String, Object> failure,
            List<String> laws,
            List<String> broken,
            List<String> deviations,
            String... requirements) {
        return line(
                "scenario",
                "id",
                id,
                "feature",
                "A feature",
                "rule",
                "A rule",
                "name",
                "The name of " + id,
                "requirements",
                Arrays.asList(requirements),
                "laws",
                laws,
                "broken",
                broken,
                "deviations",
                deviations,
                "verdict",
                outcome,
                "reason",
                outcome == Outcome.INCONCLUSIVE ? "the handshake did not come about" : null,
                "trials",
                25,
                "datagrams",
                75,
                "virtualMicros",
                90_000_000,
                "wallMicros",
                4_200,
                "failure",
                failure);
    }

    private static Map<String, Object> failure(String id, String culprit, String headline) {
        return fields(
                "step",
                "Then it is well",
                "requirement",
                culprit,
                "headline",
                headline,
                "expected",
                "what was expected",
                "came",
                "what came",
                "noticed",
                List.of("what the exchange <shows>"),
                "message",
                headline + "\nand more",
                "values",
                List.of(Map.of("name", "port", "value", "1")),
                "transcript",
                "the transcript",
                "token",
                "T-" + id.replace('/', '-'),
                "pcap",
                null,
                "ladder",
                LADDER);
    }

    private SampleRun line(String type, Object... fields) {
        lines.add(json(type, fields) + "\n");
        return this;
    }

    private static String json(String type, Object... fields) {
        Map<String, Object> object = fields("type", type);
        object.putAll(fields(fields));
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
