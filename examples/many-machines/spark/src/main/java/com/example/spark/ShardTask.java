package com.example.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Marks a shard on the machine where the task is: by {@code plumbline mark}, a process that starts each stack in its sandbox. No
 * student's code comes into the executor.
 *
 * @param of how many shards there are
 * @param command where {@code plumbline} lies, on each machine
 * @param submissions where they lie, on each machine
 * @param options what else {@code plumbline mark} is told
 */
record ShardTask(int of, String command, String submissions, List<String> options) implements Serializable {
    /** With 1 somebody was cut off, which is a result. */
    private static final int MARKED = 1;

    /** It ends when its standard input does: with its executor, however that ends. */
    private static final String ENDS_WITH_INPUT = "-Dplumbline.ends-with-input=true";

    ShardTask {
        options = new ArrayList<>(options);
    }

    MarkedShard mark(int number) {
        try {
            Path work = Files.createTempDirectory("plumbline-shard");
            try {
                run(number, work);
                return MarkedShard.read(number, work.resolve("out"));
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("shard " + number + " was given up", e);
        }
    }

    private void run(int number, Path work) throws IOException, InterruptedException {
        Path said = work.resolve("said");
        var builder = new ProcessBuilder(words(number, work.resolve("out")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JDK_JAVA_OPTIONS", ENDS_WITH_INPUT);
        Process process = builder.start();
        try {
            int exitCode = process.waitFor();
            if (exitCode > MARKED) {
                throw new IllegalStateException(
                        "shard " + number + " ended with exit code " + exitCode + ":\n" + Files.readString(said));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> words(int number, Path out) {
        List<String> words = new ArrayList<>(List.of(command, "mark", submissions, "--shard", number + "/" + of));
        words.addAll(List.of("--out", out.toString(), "--jobs", "1"));
        words.addAll(options);
        return words;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
