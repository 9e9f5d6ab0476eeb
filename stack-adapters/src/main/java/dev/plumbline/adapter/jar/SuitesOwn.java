package dev.plumbline.adapter.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Tells the suite's own places on a class path from a stack's: what judges it is not for it to read, nor to be. */
final class SuitesOwn {
    /** A file of each: the suite, its features, its results, the reference, what tells a run, and the command. */
    private static final List<String> MARKS = List.of(
            "dev/plumbline/suite/ConformanceRun.class",
            "requirements/lesson.yaml",
            "dev/plumbline/results/Results.class",
            "dev/plumbline/reference/ReferenceProvider.class",
            "dev/plumbline/report/SummaryPrinter.class",
            "dev/plumbline/cli/Main.class");

    private SuitesOwn() {}

    /** Those that a stack may have, whose provider is this class: where it is itself it will be found, wherever that is. */
    static List<Path> leftOut(List<Path> classPath, String provider) {
        String itself = provider.replace('.', '/') + ".class";
        return classPath.stream()
                .filter(path -> has(path, itself) || MARKS.stream().noneMatch(mark -> has(path, mark)))
                .toList();
    }

    private static boolean has(Path path, String file) {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve(file));
        }
        try (ZipFile jar = new ZipFile(path.toFile())) {
            return jar.getEntry(file) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
