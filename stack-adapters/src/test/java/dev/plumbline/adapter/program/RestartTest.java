package dev.plumbline.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.transport.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that started once and does not start again costs one wait, and a short one, whatever it is asked for afterwards. */
@Timeout(120)
class RestartTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String TOO_SLOW = "the stack did not come back within 2 s";

    private final AtomicInteger starts = new AtomicInteger();

    @BeforeEach
    void needAShell() {
        assumeTrue(Files.isExecutable(SHELL), "there is no /bin/sh here, which plays a stack in C");
    }

    @Test
    void oneThatServesAllIsNotWaitedForAsAtFirst() {
        try (StackProvider provider = startingWell(1, "settings a=b")) {
            assertThatThrownBy(() -> boot(provider))
                    .hasMessageStartingWith("the stack ended its process with exit code 3");
            for (int scenario = 0; scenario < 5; scenario++) {
                assertThatThrownBy(() -> boot(provider)).hasMessageStartingWith(TOO_SLOW);
            }
        }
        assertThat(starts).hasValue(2);
    }

    @Test
    void noneOfThoseThatServeOneHostEachIsWaitedForOnceOneWasTooSlow() {
        try (StackProvider provider = startingWell(2, "hosts 1")) {
            assertThatThrownBy(() -> boot(provider))
                    .hasMessageStartingWith("the stack ended its process with exit code 3");
            for (int host = 0; host < 25; host++) {
                assertThatThrownBy(() -> boot(provider)).hasMessageStartingWith(TOO_SLOW);
            }
        }
        assertThat(starts).hasValue(3);
    }

    @Test
    void threeThatDieAtOnceAreEnough() {
        try (StackProvider provider = program("hosts 1", 2, "exit 4")) {
            assertThatThrownBy(() -> boot(provider))
                    .hasMessageStartingWith("the stack ended its process with exit code 3");
            for (int host = 0; host < 25; host++) {
                assertThatThrownBy(() -> boot(provider))
                        .hasMessageStartingWith("the stack ended its process with exit code 4");
            }
        }
        assertThat(starts).hasValue(5);
    }

    private static void boot(StackProvider provider) {
        var unused = provider.boot(new TestHost("192.0.2.1")).openUdp(Port.ANY, (source, data) -> {});
    }

    private StackProvider startingWell(int times, String introduction) {
        return program(introduction, times, "exec sleep 60");
    }

    /** The first few say what they must, and die of the first call; what those do that come after them is said. */
    private StackProvider program(String introduction, int good, String otherwise) {
        String script = """
                echo plumbline 2 virtual-time
                echo stack mortal UDP
                echo %s
                echo ready
                while read -r verb call rest; do
                  case $verb in
                    time) ;;
                    boot) echo ok $call ;;
                    bye) exit 0 ;;
                    *) exit 3 ;;
                  esac
                done
                """.formatted(introduction);
        return new ProgramProvider("mortal", place -> {
            String what = starts.incrementAndGet() <= good ? script : otherwise;
            return ChildProgram.start("mortal", List.of(SHELL.toString(), "-c", what));
        });
    }
}
