package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Level;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.tidy.Extent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of a student's stack has exactly the mistakes that its README says it has. */
@Timeout(600)
class StudentStackTest {
    /** The scenarios that its two mistakes break, and no other. */
    private static final Map<String, String> BROKEN = Map.of(
            "lesson/ports/two-clients-with-the-same-port-talk-to-one-port-at-the-same-time", "FAIL",
            "lesson/udp/a-checksum-that-comes-out-as-zero-is-sent-as-all-ones", "FAIL");

    @TempDir
    private Path folder;

    /** One in each build, and others where everything is proved. */
    static LongStream seeds() {
        return LongStream.range(7, Extent.of(10, 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Execution(ExecutionMode.CONCURRENT)
    void failsExactlyWhatItsReadmeSaysWhateverTheSeed(long seed) {
        Results results =
                Results.of("jar:" + compiled(project()), lesson(), Extent.of(25, 3), seed, folder.resolve("out"));
        assertThat(claimed(results)).isEqualTo(BROKEN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Execution(ExecutionMode.CONCURRENT)
    void passesEverythingOnceItIsRepairedWhateverTheSeed(long seed) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        copy(project().resolve("src"), copy.resolve("src"));
        Patch.apply(project().resolve("repair.patch"), copy);
        Results results = Results.of("jar:" + compiled(copy), lesson(), Extent.of(25, 3), seed, folder.resolve("out"));
        assertThat(claimed(results)).isEmpty();
    }

    /** It is a lesson's stack: of the RFC's own rows it keeps some, and nobody says which. */
    private static String lesson() {
        return ConformanceRun.catalogue().stream()
                .filter(row -> row.level() == Level.LESSON)
                .map(row -> "@" + row.id())
                .collect(Collectors.joining(" or "));
    }

    @Test
    void theReadmeShowsTheRepair() throws IOException {
        String readme = Files.readString(project().resolve("README.md"));
        assertThat(Files.readAllLines(project().resolve("repair.patch")).stream()
                        .filter(line -> line.matches("[-+] .*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }

    /** What is not claimed is not judged. */
    private static Map<String, String> claimed(Results results) {
        Map<String, String> all = results.notPassed();
        all.values().removeIf("NOT_CLAIMED"::equals);
        return all;
    }

    private Path compiled(Path student) {
        Path classes = folder.resolve("classes");
        try {
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path sources = student.resolve("src/main/java");
        return Compiled.folder(sources, classes, "StackProvider", "com.example.stack.MyProvider");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static Path project() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("examples"))) {
            root = root.getParent();
        }
        return root.resolve("examples/student-java");
    }
}
