package dev.plumbline.marking;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.mark.Rubric;
import dev.plumbline.mark.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is marked, and by what: {@code mark.json}. Who goes on with it, on this machine or another, must have the same.
 *
 * @param hidden the digest of the lecturer's own scenarios; empty if there are none
 * @param submissions all of them, whichever a shard has
 */
public record Plan(int format, String suite, long seed, Rubric rubric, String hidden, List<Submission> submissions) {
    /** What changes its meaning gets the next number. */
    public static final int FORMAT = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Copies the list. */
    public Plan {
        submissions = List.copyOf(submissions);
    }

    byte[] written() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    static Plan read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Plan.class);
        } catch (IOException e) {
            throw new CannotMark(file + " is not what a marking leaves: " + e.getMessage(), e);
        }
    }
}
