package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example in C, judged as a command: it has exactly the mistakes that its README says it has. */
@Timeout(300)
class CProgramTest {
    private static final Path EXAMPLE = Project.root().resolve("examples/student-c");
    private static final String TAGS = "@UDP-2 or @UDP-3 or @UDP-4 or @PORT-1 or @PORT-4 or @IP-3 or @IPL-3 or @NET-2";
    private static final String[] REPAIRED = {"-DREPAIR_LENGTH", "-DREPAIR_PORTS"};

    @TempDir
    private Path folder;

    private Path compiler;

    @BeforeEach
    void needACompiler() {
        Optional<Path> cc = Stream.of(
                        System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
                .map(Path::of)
                .map(path -> path.resolve("cc"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(cc.isPresent(), "there is no C compiler (cc) here: the example in C is not judged");
        compiler = cc.orElseThrow();
    }

    @Test
    void failsExactlyWhatItsReadmeSays() {
        Results results = Results.of(built(), TAGS, 25, folder.resolve("out"));
        assertThat(claimed(results))
                .isEqualTo(Map.of(
                        "lesson/udp/a-length-that-cannot-be-is-not-believed", "FAIL",
                        "lesson/ports/a-port-is-given-to-one-application-only", "FAIL"));
    }

    @Test
    void passesAllThatItClaimsOnceItIsRepaired() {
        Results results = Results.of(built(REPAIRED), TAGS, 25, folder.resolve("out"));
        assertThat(results.scenarios()).hasSizeGreaterThan(20);
        assertThat(claimed(results)).isEmpty();
    }

    /** Each host has a process of its own, and which of them it is has no influence. */
    @Test
    void oneSeedMakesOneTranscript() {
        String program = built();
        Results once = Results.of(program, TAGS, 3, folder.resolve("once"));
        Results again = Results.of(program, TAGS, 3, folder.resolve("again"));
        assertThat(again.scenarios()).isNotEmpty().isEqualTo(once.scenarios());
        assertThat(again.transcripts()).isNotEmpty().isEqualTo(once.transcripts());
    }

    /** One host after another, each with the ports closed that the last one opened: the world is the same. */
    @Test
    void aProcessForEachHostMakesTheSameWorldAsOneForAll() {
        String tags = "@UDP-3 or @UDP-4";
        Results each = Results.of(built(REPAIRED), tags, 1, folder.resolve("each"));
        Results all =
                Results.of(built("-DREPAIR_LENGTH", "-DREPAIR_PORTS", "-DHOSTS=0"), tags, 1, folder.resolve("all"));
        assertThat(all.transcripts()).isNotEmpty().isEqualTo(each.transcripts());
    }

    @Test
    void theReadmeShowsTheRepair() throws IOException {
        String readme = Files.readString(EXAMPLE.resolve("README.md"));
        String source = Files.readString(EXAMPLE.resolve("udp.c"));
        assertThat(readme.lines().filter(line -> line.startsWith("+    ") || line.startsWith("-    ")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(source).contains(line.substring(1)));
    }

    @Test
    void theAdapterIsShort() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE.resolve("adapter.c"))).hasSizeLessThanOrEqualTo(100);
    }

    private static Map<String, String> claimed(Results results) {
        Map<String, String> all = results.notPassed();
        all.values().removeIf("NOT_CLAIMED"::equals);
        return all;
    }

    /** Whatever a compiler may warn of is an error. */
    private String built(String... options) {
        try {
            Path program = Files.createTempDirectory(folder, "built").resolve("student-c");
            List<String> command = new ArrayList<>(List.of(
                    compiler.toString(), "-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-o", program.toString()));
            command.addAll(List.of(options));
            Stream.of("adapter.c", "ip.c", "udp.c", "checksum.c")
                    .map(file -> EXAMPLE.resolve(file).toString())
                    .forEach(command::add);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return "exec:'" + program + "'";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
