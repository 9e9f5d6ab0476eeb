package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.forked.Impatient;
import dev.plumbline.forked.Results;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.suite.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a submission is, and what becomes of the folder that a run writes to: each changes neither a verdict nor anything else. */
@Tag("long")
@Timeout(120)
@Impatient(seconds = 1)
class SubmissionTest {
    private static final String TAGS = "@UDP-3";
    private static final String JUDGED = "got(\"judged\");";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "한글 스택",
                "it's \"quoted\"",
                "x; touch pwned; $(touch pwned) `touch pwned`",
                "-rf",
                "\u001b[2J\u202etxt\u2028",
                "<img src=x onerror=alert(1)>",
                "line\nbreak"
            })
    void aNameIsOnlyAName(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own").resolve(name));
        Hostile.stack(own, JUDGED);
        requireJudged("jar:" + own.resolve("classes"), folder.resolve("out").resolve(name));
        Path program = Files.writeString(own.resolve(name + ".sh"), """
                printf 'plumbline 1 virtual-time\\nstack evil IPV4 UDP\\nsettings\\nready\\n'
                read line
                echo give-up got judged
                """);
        String quoted = "'" + program.toString().replace("'", "'\\''") + "'";
        requireJudged("exec:/bin/sh " + quoted, folder.resolve("out2"));
        assertThat(folder.resolve("own").toFile().list()).containsExactly(name);
        assertThat(Path.of("pwned")).doesNotExist();
        assertThat(Path.of("../pwned")).doesNotExist();
    }

    /** A jar is read and never unpacked: what lies in it beside classes is nobody's. */
    @Test
    void aJarIsNeverUnpacked() throws IOException {
        Path classes = Hostile.stack(folder, JUDGED);
        Path jar = folder.resolve("stack.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new ZipEntry("../../slipped-98765"));
            out.write(1);
            out.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        requireJudged("jar:" + jar, folder.resolve("out"));
        assertThat(folder.resolve("../slipped-98765")).doesNotExist();
        assertThat(folder.resolve("../../slipped-98765")).doesNotExist();
    }

    @Test
    void aLinkInItsFolderLeadsNowhere() throws IOException {
        Grades.require(Grade.BUBBLEWRAP);
        Path secret = Files.writeString(folder.resolve("secret"), "the other's solution");
        Path classes = Hostile.stack(
                folder,
                "got(tried(() -> Files.readString(Path.of(Mine.class.getResource(\"/link\").toURI()))) + \" \""
                        + " + tried(() -> Files.list(Path.of(\"" + folder + "\")).toList().size()));");
        Files.createSymbolicLink(classes.resolve("link"), secret);
        assertThat(Results.of("jar:" + classes, TAGS, 1, folder.resolve("out")).headlines())
                .last()
                .asString()
                .matches(".*got (NullPointerException|NoSuchFileException) 1 while .*"); // its own classes alone
    }

    @Test
    void aPipeIsNoJar() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there is no mkfifo: left out");
        assertThatThrownBy(() -> Results.of("jar:" + pipe, TAGS, 1, folder.resolve("out")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("is no jar");
    }

    /** What it was found to claim is what is judged: less is no way out after a death. */
    @Test
    void claimsDoNotShrinkAfterADeath() throws IOException {
        Grades.require(Grade.BOUNDS);
        Path note = Path.of("/tmp/plumbline-98765-" + ProcessHandle.current().pid());
        Path classes = Hostile.stack(
                folder,
                "System.exit(4);",
                Map.of(
                        "MEMBERS",
                        "static boolean first() { return tried(() -> Files.createFile(Path.of(\"" + note
                                + "\"))) instanceof Path; }",
                        "CLAIMS",
                        "first() ? Set.of(Capability.IPV4, Capability.UDP) : Set.of(Capability.IPV4)"));
        try {
            Results results = Results.of("jar:" + classes, TAGS, 1, folder.resolve("out"));
            assertThat(note).exists();
            assertThat(results.scenarios()).hasSize(2);
            assertThat(results.notPassed().values()).hasSize(2).containsOnly("FAIL");
        } finally {
            Files.deleteIfExists(note);
        }
    }

    /** As a stack without a sandbox, a script or an administrator may do it, while the run lasts. */
    @ParameterizedTest
    @ValueSource(strings = {"removed", "a link", "a file", "forged"})
    void theFolderOfARunIsNotWhatIsJudged(String fate) throws IOException {
        Path out = folder.resolve("out");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        RunOutcome run = ConformanceRun.run(
                new RunOptions("jar:" + Hostile.stack(folder, JUDGED), TAGS, 1, 7, out, null), new RunListener() {
                    @Override
                    public void finished(String id, Outcome outcome) {
                        happen(fate, out, elsewhere);
                    }
                });
        assertThat(Judgement.of(run.results(), false).verdict()).isEqualTo(RunVerdict.DOES_NOT_CONFORM);
        assertThat(run.results().scenarios()).hasSize(2);
        if (fate.equals("a file")) {
            assertThat(run.trouble()).get().asString().startsWith("not all results could be kept in " + out + ": ");
        } else {
            assertThat(run.trouble()).isEmpty();
            assertThat(Files.readString(out.resolve("results.jsonl")))
                    .contains("got judged")
                    .contains("\"type\":\"end\"");
        }
    }

    private static void happen(String fate, Path out, Path elsewhere) {
        try {
            if (fate.equals("forged")) {
                Files.writeString(out.resolve("results.jsonl"), "{\"type\":\"end\"}\n");
                return;
            }
            if (Files.isSymbolicLink(out) || Files.isRegularFile(out)) {
                return;
            }
            delete(out);
            if (fate.equals("a link")) {
                Files.createSymbolicLink(out, elsewhere);
            } else if (fate.equals("a file")) {
                Files.createFile(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Two who judge the same submission into the same folder: each has its own verdict, and the folder one whole run's. */
    @Test
    void twoRunsInOneFolderKeepTheirVerdicts() throws Exception {
        Path classes = Hostile.stack(folder, JUDGED);
        Callable<RunOutcome> bad = () -> ConformanceRun.run(
                new RunOptions("jar:" + classes, TAGS, 1, 7, folder.resolve("out"), null), new RunListener() {});
        Callable<RunOutcome> good = () -> ConformanceRun.run(
                new RunOptions("reference", TAGS, 1, 7, folder.resolve("out"), null), new RunListener() {});
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            var both = threads.invokeAll(List.of(bad, good));
            assertThat(Judgement.of(both.get(0).get().results(), false).verdict())
                    .isEqualTo(RunVerdict.DOES_NOT_CONFORM);
            assertThat(Judgement.of(both.get(1).get().results(), false).verdict())
                    .isEqualTo(RunVerdict.CONFORMS);
        } finally {
            threads.shutdown();
        }
        assertThat(folder.resolve("out/results.jsonl")).content().contains("\"type\":\"end\"");
    }

    /** A stack that knows the answers of one run does not know those of the next. */
    @Test
    void anotherSeedMakesAnotherWorld() {
        Results one = Results.of("reference", "@HS-2", 3, 7, folder.resolve("one"));
        Results other = Results.of("reference", "@HS-2", 3, 8, folder.resolve("other"));
        assertThat(one.transcripts().keySet()).isEqualTo(other.transcripts().keySet());
        assertThat(one.transcripts()).isNotEqualTo(other.transcripts());
    }

    private static void requireJudged(String stack, Path out) {
        Results results = Results.of(stack, TAGS, 1, out);
        assertThat(results.isComplete()).isTrue();
        assertThat(results.notPassed().values()).containsOnly("FAIL");
        assertThat(results.headlines()).last().asString().contains("got judged");
    }
}
