package dev.plumbline.marking;

import dev.plumbline.adapter.jar.SourceFolder;
import dev.plumbline.mark.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What was handed in.
 *
 * @param path where it lies
 */
public record Handed(Submission submission, Path path) {
    /** What it is. */
    enum Kind {
        SOURCES,
        CLASSES,
        ARCHIVE,
        NOTHING,
        ABSENT
    }

    Kind kind() {
        if (!Files.exists(path)) {
            return Kind.ABSENT;
        }
        if (Files.isRegularFile(path)) {
            return Submissions.isArchive(path) ? Kind.ARCHIVE : Kind.CLASSES;
        }
        if (SourceFolder.isOne(path)) {
            return Kind.SOURCES;
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.anyMatch(Files::isRegularFile) ? Kind.CLASSES : Kind.NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
