package dev.plumbline.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runs that a folder has seen, the oldest first, a line each in {@code history.jsonl} (docs/results.md). A run adds a line and
 * changes none; of very many the oldest go. A line that somebody cut off, or that is none, is passed over.
 */
public final class History {
    /** The file's name in a run's folder. */
    public static final String NAME = "history.jsonl";

    private static final int MOST = 1000;
    private static final int KEPT = 800;
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    /** That of a run's folder. */
    public History(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The runs of which it tells; none if there is no such file. */
    public List<PastRun> runs() {
        return content().lines().flatMap(History::run).toList();
    }

    /** None if it is cut off, or not ours: the others still tell. */
    private static Stream<PastRun> run(String line) {
        try {
            return line.isBlank() ? Stream.of() : Stream.ofNullable(JSON.readValue(line, PastRun.class));
        } catch (JsonProcessingException e) {
            return Stream.of();
        }
    }

    /**
     * Adds a run, and tells those before it of the same stack.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public List<PastRun> remember(PastRun now) {
        String before = content();
        add(now, before);
        return before.lines()
                .flatMap(History::run)
                .filter(run -> now.stack().equals(run.stack()))
                .toList();
    }

    /**
     * Adds a run.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(PastRun run) {
        add(run, content());
    }

    private void add(PastRun run, String before) {
        try {
            String line = JSON.writeValueAsString(run) + "\n";
            boolean cutOff = !before.isEmpty() && !before.endsWith("\n");
            Files.writeString(file, cutOff ? "\n" + line : line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            List<String> all = (before + "\n" + line)
                    .lines()
                    .filter(each -> !each.isBlank())
                    .toList();
            if (all.size() > MOST) {
                String kept = String.join("\n", all.subList(all.size() - KEPT, all.size())) + "\n";
                ResultsWriter.replace(file, kept.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private String content() {
        try {
            // Not readString: a character that was cut in two must not be an error.
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
