package dev.plumbline.results;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a results file (docs/results.md), a line at a time, so that a run that dies leaves what it had. Threads may share it:
 * lines do not mix.
 */
public final class ResultsWriter implements AutoCloseable {
    /** What changes its meaning gets the next number. */
    static final int FORMAT = 1;

    /** Only the components of a record are fields, whatever else it can be asked. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private final Path file;
    private final Writer out;

    /**
     * Begins a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public ResultsWriter(Path file) {
        this.file = file;
        try {
            this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** What was run: the first line. */
    public void run(RunHeader run) {
        ObjectNode line = type("run").put("format", FORMAT);
        line.setAll((ObjectNode) JSON.valueToTree(run));
        write(line);
    }

    /** A row of the catalogue. */
    public void requirement(Requirement row) {
        write("requirement", row);
    }

    /** A requirement that the stack is known not to keep. */
    public void deviation(Deviation entry) {
        write("deviation", entry);
    }

    /** A scenario that has ended. */
    public void scenario(ScenarioResult result) {
        write("scenario", result);
    }

    /** The run was played to its end: the last line. */
    public void end(Results.End end) {
        write("end", end);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private void write(String type, Record content) {
        ObjectNode line = type(type);
        line.setAll((ObjectNode) JSON.valueToTree(content));
        write(line);
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private synchronized void write(ObjectNode line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
