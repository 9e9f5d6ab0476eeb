package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in one JVM do not notice each other. */
class SeveralRunsTest {
    private static final List<String> STACKS = List.of(
            "reference",
            "reference",
            "faulty:rst-ignored",
            "faulty:ack-off-by-one",
            "reference",
            "faulty:rst-ignored",
            "reference",
            "reference");

    private static final String TAGS = "HS-2 or HS-5 or DEL-2 or ORD-1 or UDP-2 or PORT-2 or DNS-3 or IP-4 or LAY-3";

    @TempDir
    private Path folder;

    @Test
    void eightAtOnceLeaveWhatTheSameEightLeaveOneAfterAnother() throws Exception {
        List<Map<String, String>> together = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(STACKS.size());
        try {
            for (Future<Map<String, String>> run : threads.invokeAll(runs("together"))) {
                together.add(run.get());
            }
        } finally {
            threads.shutdown();
        }
        List<Callable<Map<String, String>>> alone = runs("alone");
        for (int i = 0; i < STACKS.size(); i++) {
            Map<String, String> left = alone.get(i).call();
            Map<String, String> other = together.get(i);
            assertThat(other.keySet()).isEqualTo(left.keySet());
            left.forEach((file, text) -> assertThat(other.get(file)).as(file).isEqualTo(text));
        }
    }

    /** The same stack, where two scenarios are played at once and where one is. */
    @Test
    void scenariosSideBySideLeaveWhatTheyLeaveOneAfterAnother() {
        String alone = "in-process:" + OneAtATime.class.getName();
        Map<String, String> beside = run("reference", 7, folder.resolve("beside"));
        assertThat(beside).hasSizeGreaterThan(1);
        assertThat(withoutName(beside, "reference"))
                .isEqualTo(withoutName(run(alone, 7, folder.resolve("alone")), alone));
    }

    /** The reference, as a debugger likes it. */
    public static final class OneAtATime implements StackProvider {
        private final StackProvider reference = ConformanceRun.stack("reference");

        @Override
        public String name() {
            return "one-at-a-time";
        }

        @Override
        public Set<Capability> capabilities() {
            return reference.capabilities();
        }

        @Override
        public Stack boot(Host host) {
            return reference.boot(host);
        }
    }

    private static Map<String, String> withoutName(Map<String, String> files, String stack) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> file.getValue().replace(stack, "").replaceAll(",\"title\":\"[^\"]*\"", "")));
    }

    private List<Callable<Map<String, String>>> runs(String kind) {
        return IntStream.range(0, STACKS.size())
                .<Callable<Map<String, String>>>mapToObj(i -> () -> run(STACKS.get(i), i, folder.resolve(kind + i)))
                .toList();
    }

    private static Map<String, String> run(String stack, long seed, Path out) {
        ConformanceRun.run(new RunOptions(stack, TAGS, 5, seed, out, null), new RunListener() {});
        return files(out);
    }

    /** What a run has left, by file, without the time it took; except what is for Allure, where everything has a random name. */
    private static Map<String, String> files(Path out) {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(out.resolve("allure-results")))
                    .collect(Collectors.toMap(
                            file -> out.relativize(file).toString(), SeveralRunsTest::text, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .replaceAll("\"wallMicros\":\\d+|\"started\":\"[^\"]*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
