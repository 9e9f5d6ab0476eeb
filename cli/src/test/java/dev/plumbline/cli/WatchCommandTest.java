package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Ink;
import dev.plumbline.results.History;
import dev.plumbline.results.Outcome;
import dev.plumbline.suite.Again;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WatchCommandTest {
    @TempDir
    private Path folder;

    private final FakeSuite suite = new FakeSuite();
    private final StringWriter out = new StringWriter();
    private final Deque<Runnable> waits = new ArrayDeque<>();

    @AfterEach
    void letGoOfTheLogFile() {
        Logs.silence();
    }

    @Test
    void whatFailedLastComesFirstAfterEachBuild() {
        suite.outcome = Outcome.FAIL;
        waits.add(() -> {
            suite.outcome = Outcome.PASS;
            build("the second build");
        });
        waits.add(() -> {
            suite.meanwhile = () -> {
                suite.meanwhile = () -> {};
                build("the fourth, while the third is being judged");
            };
            build("the third");
        });
        waits.add(Thread.currentThread()::interrupt);

        assertThat(watched()).isZero();
        assertThat(suite.ran).allMatch(Suite.Options::all);
        assertThat(suite.ran).extracting(Suite.Options::seed).containsExactly(5L, 5L, 5L, 5L);
        assertThat(suite.ran)
                .extracting(Suite.Options::again)
                .containsExactly(
                        Again.NOTHING, new Again(Set.of("handshake/syn"), false), Again.NOTHING, Again.NOTHING);
        assertThat(out.toString())
                .containsSubsequence(
                        "with seed 5 ...",
                        "Waiting for the next build of " + jar(),
                        "with seed 5, first by what failed last time (1) ...",
                        "1 of 1 that failed last time holds now",
                        "CONFORMS",
                        "Since the last run",
                        "lesson: ",
                        "It was built anew meanwhile: from the beginning.",
                        "CONFORMS");
        assertThat(new History(folder.resolve("out")).runs()).hasSize(3);
    }

    /** A jar that is no stack, say: the next build may be one. */
    @Test
    void whatCannotBeJudgedIsToldAndTheNextBuildAwaited() {
        suite.refusal = new Suite.Refused("there is no provider in it");
        waits.add(() -> {
            suite.refusal = null;
            build("better");
        });
        waits.add(Thread.currentThread()::interrupt);

        assertThat(watched()).isZero();
        assertThat(out.toString()).containsSubsequence("plumbline: there is no provider in it", "Waiting", "CONFORMS");
    }

    @Test
    void aStackThatIsBuiltIntoNoFileIsRefused() {
        assertThat(plumbline("watch", "--stack=reference")).isEqualTo(2);
        assertThat(out.toString()).contains("plumbline: nothing that 'reference' is built into can be watched");
    }

    private int watched() {
        build("the first");
        int code = plumbline("watch", "--all", "--seed=5", "--stack=jar:" + jar(), "--out=" + folder.resolve("out"));
        assertThat(Thread.interrupted()).isTrue();
        return code;
    }

    private int plumbline(String... arguments) {
        Screen screen = new Screen(new Telling(), new PrintWriter(out), false, Ink.PLAIN);
        int code = Main.execute(Main.commandLine(suite, screen, folder), screen, arguments);
        screen.out().flush();
        screen.err().flush();
        return code;
    }

    private Path jar() {
        return folder.resolve("mine.jar");
    }

    private void build(String content) {
        try {
            Files.writeString(jar(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something happens each time the command says that it waits. */
    private final class Telling extends PrintWriter {
        Telling() {
            super(WatchCommandTest.this.out);
        }

        @Override
        public void println(String line) {
            super.println(line);
            if (line.startsWith("Waiting")) {
                waits.remove().run();
            }
        }
    }
}
