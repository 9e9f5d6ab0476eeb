package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds out whether a way can be taken on this machine, by taking it. */
final class Trial {
    private static final int WORKS = 42;
    private static final long PATIENCE_SECONDS = 10;

    private Trial() {}

    static boolean of(Way way) {
        if (way.grade() == Grade.NONE) {
            return true;
        }
        try {
            Path folder = Scratch.folder("trial");
            try {
                return exitCode(way, folder) == WORKS;
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(Way way, Path folder) throws IOException {
        Untrusted program = new Untrusted(List.of("/bin/sh", "-c", "exit " + WORKS), List.of(), List.of(), folder);
        Process process = Spawner.start(new ProcessBuilder(way.command(program, Stranger.next()))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
