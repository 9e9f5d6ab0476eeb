package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExitTest {
    @TempDir
    Path folder;

    @Test
    void aStackThatEndsTheCommandDoesNotPassForOneThatConforms() throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "run",
                        "--stack=in-process:" + Quits.class.getName(),
                        "--tags=@UDP-3",
                        "--out=" + folder.resolve("out"))
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor()).as(said).isEqualTo(PlumblineCommand.COULD_NOT_RUN);
        assertThat(said).contains("the stack ended the process, and the run with it, by calling System.exit");
    }

    /** A stack that does not boot, but goes. */
    public static final class Quits implements StackProvider {
        @Override
        public String name() {
            return "quits";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.IPV4, Capability.UDP);
        }

        @Override
        public Stack boot(Host host) {
            System.exit(0);
            throw new IllegalStateException("unreachable");
        }
    }
}
