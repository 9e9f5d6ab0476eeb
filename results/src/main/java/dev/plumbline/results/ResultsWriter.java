package dev.plumbline.results;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a results file (docs/results.md), a line at a time, so that a run that dies leaves what it had: of scenarios that are
 * played side by side, too, so their lines stand in the order of their endings until the run has ended. Threads may share it:
 * lines do not mix.
 */
public final class ResultsWriter implements AutoCloseable {
    /** What changes its meaning gets the next number. */
    static final int FORMAT = 1;

    /** Only the components of a record are fields, whatever else it can be asked. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private final Path file;
    private final List<String> ended = new ArrayList<>();
    private Writer out;

    /**
     * Begins a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public ResultsWriter(Path file) {
        this.file = file;
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** What was run: the first line. */
    public void run(RunHeader run) {
        write("\"type\":\"run\",\"format\":" + FORMAT, run);
        flush();
    }

    /** Rows of the catalogue. */
    public void requirements(List<Requirement> rows) {
        rows.forEach(row -> write("\"type\":\"requirement\"", row));
        flush();
    }

    /** A requirement that the stack is known not to keep. */
    public void deviation(Deviation entry) {
        write("\"type\":\"deviation\"", entry);
        flush();
    }

    /** A scenario that has ended. */
    public synchronized void scenario(ScenarioResult result) {
        write("\"type\":\"scenario\"", result);
        flush();
        ended.add(result.id());
    }

    /** The run was played to its end: the last line. The scenarios' lines now stand in the order in which they were planned. */
    public synchronized void end(Results.End end, List<String> planned) {
        try {
            arrange(planned);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        write("\"type\":\"end\"", end);
        flush();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** In one step: a run that dies meanwhile leaves its lines in the one order or the other. */
    private void arrange(List<String> planned) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int first = lines.size() - ended.size();
        Map<String, String> scenarios = new HashMap<>();
        for (int i = 0; i < ended.size(); i++) {
            scenarios.put(ended.get(i), lines.get(first + i));
        }
        List<String> arranged = new ArrayList<>(lines.subList(0, first));
        planned.stream().filter(scenarios::containsKey).map(scenarios::get).forEach(arranged::add);
        if (!arranged.equals(lines)) {
            Path beside = file.resolveSibling(file.getFileName() + ".arranged");
            Files.write(beside, String.join("\n", arranged).concat("\n").getBytes(StandardCharsets.UTF_8));
            out.close();
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
        }
    }

    /** The record's fields behind those that say what it is. */
    private synchronized void write(String type, Record content) {
        try {
            out.write("{" + type + "," + JSON.writeValueAsString(content).substring(1) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
