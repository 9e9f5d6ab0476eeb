package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.plumbline.junit.ConformanceTest;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The example in C, judged as a command: it has exactly the mistakes that its README says it has. */
@Tag("long")
@Timeout(300)
class CProgramTest {
    private static final Path EXAMPLE = Project.root().resolve("examples/student-c");
    private static final String TAGS =
            "@IP-1 or @IP-2 or @IP-4 or @UDP-2 or @UDP-3 or @UDP-4 or @PORT-1 or @PORT-4 or @IP-3 or @IPL-3 or @NET-2";
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
                        "lesson/udp/what-the-length-does-not-count-is-none-of-the-data", "FAIL",
                        "lesson/ports/a-port-is-given-to-one-application-only", "FAIL"));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 762936779})
    void passesAllThatItClaimsOnceItIsRepaired(long seed) {
        Results results = Results.of(built(REPAIRED), TAGS, 25, seed, folder.resolve("out"));
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

    /** The suite can do what the header does, for a program that asks it to. */
    @Test
    void aProgramThatTheSuiteStartsForEachHostMakesTheSameWorld() throws IOException {
        String adapter = Files.readString(EXAMPLE.resolve("adapter.c"));
        String introduction = "\"mystack-in-c IPV4 UDP\"";
        assertThat(adapter).contains(introduction);
        Path asking = Files.writeString(
                folder.resolve("adapter.c"), adapter.replace(introduction, "\"mystack-in-c IPV4 UDP\\nhosts 1\""));
        Results forked = Results.of(built(), "@UDP-3", 3, folder.resolve("forked"));
        Results started = Results.of(built(asking, "-DHOSTS=0"), "@UDP-3", 3, folder.resolve("started"));
        assertThat(started.notPassed()).isEmpty();
        assertThat(started.transcripts()).isNotEmpty().isEqualTo(forked.transcripts());
    }

    /** Each host has a process of its own there, and yet it is told how that ended. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abort();                 | the stack ended its process with exit code 134 (signal 6) while receiving a datagram
            exit(3);                 | the stack ended its process with exit code 3 while receiving a datagram
            exit(0);                 | the stack ended its process with exit code 0 while receiving a datagram
            printf("hello\\n"), exit(0); | the adapter does not keep to the line protocol (in the line 'hello': expected a verb such as 'rx' as its first word) while receiving a datagram
            """)
    void howTheProcessOfAHostEndsIsTold(String body, String headline) throws IOException {
        String adapter = Files.readString(EXAMPLE.resolve("adapter.c"));
        String call = "ip_receive(octets, length);";
        assertThat(adapter).contains(call);
        Path changed = Files.writeString(folder.resolve("adapter.c"), adapter.replace(call, body));
        Results results = Results.of(built(changed), "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.headlines()).contains(headline);
    }

    /** A library of others, whose global variables are left alone: a host that saw another's would not stay as it is twice. */
    @Test
    void lwIpAsDebianHasItIsJudgedToo() {
        String program = lwIp();
        String tags = "@UDP-3 or @PORT-1 or @HS-1 or @DEL-1";
        Results once = Results.of(program, tags, 10, folder.resolve("once"));
        assertThat(once.scenarios()).hasSizeGreaterThan(10);
        assertThat(claimed(once)).isEmpty();
        Results again = Results.of(program, tags, 10, folder.resolve("again"));
        assertThat(again.transcripts()).isNotEmpty().isEqualTo(once.transcripts());
    }

    /** Its list of known deviations names all that fails, and nothing that does not. */
    @Test
    void lwIpDeviatesAsItsListSays() {
        String program = lwIp();
        Path list = Project.root().resolve("examples/lwip/deviations.yaml");
        String tags = "@HS-2 or @HS-3 or @HS-6 or @UDP-2 or @IP-3 or @RFC9293/3.10.5-ABORT";
        ConformanceRun.run(
                new RunOptions(program, tags, 25, 7, folder.resolve("out"), null, list, Detail.RESULTS),
                new RunListener() {});
        Map<String, String> verdicts = claimed(Results.read(folder.resolve("out")));
        verdicts.keySet().removeIf(id -> id.contains("simultaneous-open"));
        assertThat(verdicts)
                .hasSizeGreaterThan(8)
                .allSatisfy((id, verdict) -> assertThat(verdict).as(id).isEqualTo("LISTED"));
    }

    private String lwIp() {
        Path headers = Path.of("/usr/include/lwip");
        assumeTrue(Files.exists(headers.resolve("lwip/tcp.h")), "lwIP (Debian's liblwip-dev) is not here: not judged");
        return compiled(List.of(
                "-std=gnu11",
                "-O1",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-I" + headers,
                Project.root().resolve("examples/lwip/adapter.c").toString(),
                "-llwip"));
    }

    /** A failure's token is all that it takes, with a command as with any stack. */
    @Test
    void aFailureCanBePlayedAgain() {
        String program = built();
        Results run = Results.of(program, "@PORT-1", 5, folder.resolve("run"));
        String token = run.scenarios().stream()
                .map(line -> line.path("failure").path("token").asText(""))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow();
        Path again = folder.resolve("again");
        ConformanceRun.run(new RunOptions(program, "", 1, 0, again, token), new RunListener() {});
        assertThat(Results.read(again).headlines()).isNotEmpty().isEqualTo(run.headlines());
    }

    @ConformanceTest(command = "./student-c", tags = "@PORT-1 or @UDP-3", tries = 3, seed = 7)
    static final class InC {}

    @ConformanceTest
    static final class Nothing {}

    /** In a project's own build the command is looked for where the build says. */
    @Test
    void aBuildOfItsOwnJudgesItToo() {
        String program = built();
        System.setProperty(
                "plumbline.from",
                Path.of(program.substring("exec:'".length(), program.length() - 1))
                        .getParent()
                        .toString());
        System.setProperty("plumbline.out", folder.resolve("junit").toString());
        try {
            assertThat(failed(InC.class)).containsExactly("PORT-1");
            assertThat(failed(Nothing.class)).containsExactly("Nothing");
        } finally {
            System.clearProperty("plumbline.from");
            System.clearProperty("plumbline.out");
        }
    }

    private static List<String> failed(Class<?> type) {
        List<String> names = new ArrayList<>();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .filters(EngineFilter.includeEngines("plumbline"))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                                    names.add(test.getDisplayName().split("[: ]", 2)[0]);
                                }
                            }
                        });
        return names;
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
        return built(EXAMPLE.resolve("adapter.c"), options);
    }

    private String built(Path adapter, String... options) {
        List<String> words = new ArrayList<>(
                List.of("-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-I" + EXAMPLE));
        words.add(adapter.toString());
        words.addAll(List.of(options));
        Stream.of("ip.c", "udp.c", "checksum.c")
                .map(file -> EXAMPLE.resolve(file).toString())
                .forEach(words::add);
        return compiled(words);
    }

    private String compiled(List<String> words) {
        try {
            Path program = Files.createTempDirectory(folder, "built").resolve("student-c");
            List<String> command = new ArrayList<>(List.of(compiler.toString(), "-o", program.toString()));
            command.addAll(words);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return "exec:'" + program + "'";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
