package dev.plumbline.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes {@code results.jsonl}, a line at a time, so that a run that dies leaves what it had; scenarios in the order in which
 * they were planned, however many are played at once. The format is in docs/results.md.
 */
final class ResultLog {
    private static final int FORMAT = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final Map<String, String> verdicts = new ConcurrentHashMap<>();
    private final InOrder order;
    private final Writer out;
    private final long started = System.nanoTime();

    ResultLog(Path folder, List<ScenarioInfo> planned) {
        this.folder = folder;
        this.order = new InOrder(planned.stream().map(ScenarioInfo::id).toList());
        try {
            Files.createDirectories(folder);
            this.out = Files.newBufferedWriter(folder.resolve("results.jsonl"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotRun("the results cannot be written to " + folder + ": " + e, e);
        }
    }

    /** Where the results go. */
    Path folder() {
        return folder;
    }

    /** How many scenarios have a result. */
    int scenarios() {
        return verdicts.size();
    }

    /** The verdict of a scenario; empty if it has none yet. */
    String verdict(String id) {
        return verdicts.getOrDefault(id, "");
    }

    void begin(RunOptions options, StackProvider provider, List<RequirementInfo> rows, int planned) {
        ObjectNode run = line("run");
        run.put("format", FORMAT);
        run.put("suite", version());
        run.put("stack", options.stack());
        run.put("timeBase", provider.timeBase().name());
        var capabilities = run.putArray("capabilities");
        provider.capabilities().stream().map(Enum::name).sorted().forEach(capabilities::add);
        run.put("seed", options.seed());
        run.put("tries", options.tries());
        run.put("tags", options.tags());
        run.put("replay", options.replay());
        run.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        run.put("java", System.getProperty("java.version"));
        run.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        run.put("planned", planned);
        var settings = run.putObject("settings");
        provider.settings().forEach(settings::put);
        write(run);
        rows.forEach(this::requirement);
    }

    private void requirement(RequirementInfo row) {
        ObjectNode line = line("requirement");
        line.put("id", row.id());
        line.put("level", row.level());
        line.put("section", row.section());
        line.put("sectionKo", row.sectionKo());
        line.put("statement", row.statement());
        line.put("statementKo", row.statementKo());
        line.put("source", row.source());
        line.put("scenarios", row.scenarios());
        var causes = line.putArray("causes");
        row.causes().forEach(causes::add);
        write(line);
    }

    /** A requirement that the stack is known not to keep. */
    void deviation(Deviation entry) {
        ObjectNode line = line("deviation");
        line.put("requirement", entry.requirement());
        line.put("scenario", entry.scenario());
        line.put("reason", entry.reason());
        line.put("link", entry.link());
        write(line);
    }

    /** A result is added as {@link ScenarioResult} puts it together. */
    void add(ObjectNode scenario) {
        String id = scenario.path("id").asText();
        verdicts.put(id, scenario.path("verdict").asText());
        order.add(id, () -> write(scenario));
    }

    /** An empty line of a type. */
    ObjectNode line(String type) {
        return json.createObjectNode().put("type", type);
    }

    void end() {
        order.doTheRest();
        ObjectNode line = line("end");
        line.put("scenarios", scenarios());
        line.put("wallMicros", (System.nanoTime() - started) / 1000);
        write(line);
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("results.jsonl", e);
        }
    }

    private synchronized void write(ObjectNode line) {
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("results.jsonl", e);
        }
    }

    private static String version() {
        String version = ResultLog.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
