package dev.plumbline.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.adapter.runner.StackRunner;
import dev.plumbline.adapter.testing.JarMaker;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command is a stack: what is wrong with it before anything is judged is one sentence each. */
@Timeout(60)
class ExecLocatorTest {
    @TempDir
    private Path folder;

    @Test
    void aProgramThatSpeaksTheProtocolIsAStack() {
        Path jar = new JarMaker(folder)
                .provider("One", "public Set<Capability> capabilities() { return Set.of(Capability.TCP); }")
                .make();
        try (StackProvider provider = located(runnerOf(jar))) {
            assertThat(provider.unavailable()).isEmpty();
            assertThat(provider.capabilities()).containsExactly(Capability.TCP);
        }
    }

    @Test
    void aWordThatNamesAFileHereIsFoundFromTheEmptyFolderToo() {
        Path here = Path.of("").toAbsolutePath();
        Path jar = new JarMaker(folder).provider("One", "").make();
        assertThat(why(runnerOf(here.relativize(jar)))).isEmpty();
    }

    @Test
    void aProgramThatIsNotThere() {
        assertThat(why("exec:no-such-program -x"))
                .isEqualTo("there is no program no-such-program on the PATH; a program in this folder is written"
                        + " ./no-such-program");
        assertThat(why("exec:" + folder.resolve("none"))).isEqualTo("there is no program " + folder.resolve("none"));
        assertThat(why("exec:" + folder)).isEqualTo("there is no program " + folder);
    }

    @Test
    void aFileThatIsNoProgram() throws IOException {
        Path text = Files.writeString(folder.resolve("notes"), "not a program");
        assertThat(why("exec:" + text)).startsWith(text + " cannot be executed");
    }

    @Test
    void aCommandThatIsNone() {
        assertThat(why("exec:")).isEqualTo("the command '' is empty");
        assertThat(why("exec:./a 'b")).contains("a quote that is not closed");
    }

    @Test
    void aProgramThatSpeaksSomethingElse() {
        assertThat(why("exec:" + java() + " --version"))
                .startsWith("the adapter does not keep to the line protocol (in the line '");
    }

    @Test
    void aProgramThatEndsAtOnceIsQuoted() {
        assertThat(why("exec:" + java() + " NoSuchClass"))
                .startsWith("the stack ended its process with exit code 1")
                .contains("its standard error says", "NoSuchClass");
    }

    private static String runnerOf(Path jar) {
        return "exec:" + java() + " -cp '" + System.getProperty("java.class.path") + "' " + StackRunner.class.getName()
                + " 0 '' '" + jar + "'";
    }

    private static String java() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'";
    }

    private static String why(String name) {
        try (StackProvider provider = located(name)) {
            return provider.unavailable().orElse("");
        }
    }

    private static StackProvider located(String name) {
        return new ExecLocator().locate(name).orElseThrow();
    }
}
