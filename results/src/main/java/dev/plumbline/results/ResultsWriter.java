package dev.plumbline.results;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a results file (docs/results.md), a line at a time, so that a run that dies leaves what it had: of scenarios that are
 * played side by side, too, so their lines stand in the order of their endings until the run has ended. Threads may share it:
 * lines do not mix.
 *
 * <p>What a run has found lies in memory; the file is a copy for those who come later. So a disk that is full, or a folder that
 * is gone, ends nothing: see {@link #trouble()}. And {@link #replace} writes all of it anew from memory, whatever has become of
 * the file meanwhile.
 */
public final class ResultsWriter implements AutoCloseable {
    /** What changes its meaning gets the next number. */
    static final int FORMAT = 1;

    /** Only the components of a record are fields, whatever else it can be asked. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private final Writer out;
    private @Nullable IOException trouble;

    /**
     * Begins a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public ResultsWriter(Path file) {
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /**
     * Writes a whole run with what the judge says of it, in one step: whoever reads meanwhile sees the old file or the new one.
     *
     * @return the digest of what is in the file now
     * @throws UncheckedIOException if it cannot be written
     */
    public static String replace(Path file, Results results) {
        byte[] content = text(results).getBytes(StandardCharsets.UTF_8);
        replace(file, content);
        return Digests.of(content);
    }

    /**
     * Writes a file in one step.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void replace(Path file, byte[] content) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            // New: a link that somebody has put there is not followed.
            Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String text(Results results) {
        StringBuilder text = new StringBuilder(line(results.run()));
        results.requirements().forEach(row -> text.append(line(row)));
        results.deviations().forEach(entry -> text.append(line(entry)));
        results.scenarios().forEach(scenario -> text.append(line(scenario)));
        Verdicts.of(results).forEach(verdict -> text.append(line("\"type\":\"verdict\"", verdict)));
        Optional.ofNullable(results.end()).ifPresent(end -> text.append(line(end)));
        return text.toString();
    }

    /** What was run: the first line. */
    public void run(RunHeader run) {
        write(line(run));
    }

    /** Rows of the catalogue. */
    public void requirements(List<Requirement> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(line(row)));
        write(lines.toString());
    }

    /** A requirement that the stack is known not to keep. */
    public void deviation(Deviation entry) {
        write(line(entry));
    }

    /** A scenario that has ended. */
    public void scenario(ScenarioResult result) {
        write(line(result));
    }

    /** What went wrong first, if a line could not be written. Later lines were not tried. */
    public synchronized Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Ends the file as it is. */
    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            note(e);
        }
    }

    private static String line(RunHeader run) {
        return line("\"type\":\"run\",\"format\":" + FORMAT, run);
    }

    private static String line(Requirement row) {
        return line("\"type\":\"requirement\"", row);
    }

    private static String line(Deviation entry) {
        return line("\"type\":\"deviation\"", entry);
    }

    private static String line(ScenarioResult result) {
        return line("\"type\":\"scenario\"", result);
    }

    private static String line(Results.End end) {
        return line("\"type\":\"end\"", end);
    }

    /** The record's fields behind those that say what it is. */
    private static String line(String type, Record content) {
        try {
            return "{" + type + "," + JSON.writeValueAsString(content).substring(1) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(type, e);
        }
    }

    private synchronized void write(String lines) {
        if (trouble == null) {
            try {
                out.write(lines);
                out.flush();
            } catch (IOException e) {
                note(e);
            }
        }
    }

    private void note(IOException e) {
        if (trouble == null) {
            trouble = e;
        }
    }
}
