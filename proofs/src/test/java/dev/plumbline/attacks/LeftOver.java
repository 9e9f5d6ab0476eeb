package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What of an attack still runs. */
final class LeftOver {
    /** In which the system has buried what was killed. */
    private static final long SECONDS = 20;

    private LeftOver() {}

    /** No process has {@code mark} in its command. */
    static void requireNone(String mark) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!with(mark).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(with(mark)).isEmpty();
    }

    private static List<String> with(String mark) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .map(LeftOver::commandOf)
                    .filter(command -> command.contains(mark))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commandOf(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // it has just ended
        }
    }
}
