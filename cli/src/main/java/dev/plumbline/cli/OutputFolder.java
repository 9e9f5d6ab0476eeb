package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that a run leaves its results in. */
record OutputFolder(Path path) {

    Path results() {
        return path.resolve("results.jsonl");
    }

    Path allureResults() {
        return path.resolve("allure-results");
    }

    Path report() {
        return path.resolve("report");
    }

    /** The lesson with its verdicts, beside Allure's report. */
    Path lesson() {
        return path.resolve("lesson.html");
    }

    Path log() {
        return path.resolve("suite.log");
    }

    /** Makes the folder, or empties it if an earlier run left it; anything else that is in it is not ours to delete. */
    void prepare() {
        try {
            if (Files.isRegularFile(results()) || holdsOnlyALog()) {
                empty();
            } else if (Files.exists(path) && !isEmptyFolder()) {
                throw new Suite.Refused(
                        path + " is not the folder of an earlier run (it holds no results.jsonl), so it is"
                                + " not emptied. Choose another with --out, or remove it.");
            }
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new Suite.Refused("Cannot write to " + path + ": " + e + ". Choose another folder with --out.", e);
        }
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** A run that could not begin leaves no results, but its log. */
    private boolean holdsOnlyALog() throws IOException {
        if (!Files.isRegularFile(log())) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(log()::equals);
        }
    }

    private void empty() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                if (!folder.equals(path)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
