package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.mark.BadRubric;
import dev.plumbline.mark.Rubric;
import dev.plumbline.mark.RubricReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A rubric as a lecturer writes it, in YAML (docs/marking.md). */
final class RubricFile {
    private RubricFile() {}

    /**
     * What it says; what is usual if there is none.
     *
     * @throws Suite.Refused if it says nothing that can be
     */
    static Rubric read(@Nullable Path file, Suite suite) {
        RubricReader reader = new RubricReader(suite.catalogue(), suite::scenarios);
        try {
            return file == null ? reader.usual() : reader.read(new YAMLMapper().readTree(file.toFile()));
        } catch (BadRubric e) {
            throw new Suite.Refused(file + ": " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new Suite.Refused(file + " is no YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Suite.Refused("the rubric cannot be read: " + e.getMessage(), e);
        }
    }
}
