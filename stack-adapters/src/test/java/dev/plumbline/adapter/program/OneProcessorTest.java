package dev.plumbline.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.processor.Helper;
import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.transport.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program and the thread that takes turns with it are on one processor while they do, as the system tells it (proc(5)). */
@Timeout(60)
class OneProcessorTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path THIS_THREAD = Path.of("/proc/thread-self/status");
    private static final String MANY = "settings a=b";
    private static final int DIE = 1;
    private static final int HANG = 2;
    private static final int BE_LONG = 3;
    private static final int WORK = 100;
    private static final int ATTEMPTS = 20;
    /** Less than a watchdog needs to notice. */
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(90);

    @TempDir
    private Path folder;

    private String everywhere = "";
    private long longest;

    @FunctionalInterface
    private interface Trial {
        void run() throws IOException;
    }

    @BeforeEach
    void needProcessors() {
        assumeTrue(Files.isExecutable(SHELL), "there is no /bin/sh here, which plays a stack in C");
        assumeTrue(Files.exists(THIS_THREAD), "the system does not tell who runs where: left out");
        everywhere = here();
        assumeTrue(everywhere.matches(".*[,-].*"), "there is one processor here: nobody can be on another");
        assumeTrue(mayCallTheSystem(), "this JVM may not call the system (--enable-native-access): left out");
    }

    @AfterEach
    void theThreadIsFreeAgain() {
        System.clearProperty("plumbline.turn");
        assertThat(here()).isEqualTo(everywhere);
    }

    @ParameterizedTest
    @CsvSource({MANY + ", 1", "hosts 1, 3", "hosts 2, 2"})
    void bothAreOnOneProcessorWhileAHostIsOn(String introduction, int programs) throws IOException {
        unlessTheMachineStandsStill(() -> oneRun(introduction, programs));
    }

    private void oneRun(String introduction, int programs) throws IOException {
        try (StackProvider provider = warm(introduction)) {
            List<Stack> stacks = new ArrayList<>();
            for (int host = 0; host < 3; host++) {
                stacks.add(boot(provider));
                assertThat(open(stacks.get(host), WORK)).isEqualTo(WORK);
            }
            String kept = here();
            assertThat(kept).matches("\\d+");
            assertThat(placesOfPrograms().stream().filter(kept::equals)).hasSize(programs);
            for (Stack stack : stacks) {
                assertThat(here()).isEqualTo(kept);
                stack.close();
            }
            assertThat(here()).isEqualTo(everywhere);
            Stack again = boot(provider);
            assertThat(here()).matches("\\d+");
            again.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MANY, "hosts 1"})
    void whenOneDiesOrHangsTheThreadIsFreeAtOnce(String introduction) throws IOException {
        System.setProperty("plumbline.turn", "1");
        for (int way : new int[] {DIE, HANG}) {
            unlessTheMachineStandsStill(() -> {
                try (StackProvider provider = warm(introduction)) {
                    Stack stack = boot(provider);
                    assertThat(here()).matches("\\d+");
                    assertThatThrownBy(() -> stack.openUdp(new Port(way), (source, data) -> {}))
                            .hasMessageStartingWith("the stack");
                    assertThat(here()).isEqualTo(everywhere);
                }
            });
        }
    }

    @Test
    void whoTakesLongInATurnIsFreeToUseTheWholeMachine() throws IOException {
        try (StackProvider provider = provider(MANY)) {
            Stack stack = boot(provider);
            assertThat(open(stack, BE_LONG)).isEqualTo(BE_LONG);
            assertThat(here()).isEqualTo(everywhere);
            assertThat(placesOfPrograms()).containsOnly(everywhere);
        }
    }

    @Test
    void whenTheRunEndsTheThreadIsFree() throws IOException {
        unlessTheMachineStandsStill(() -> {
            try (StackProvider provider = warm(MANY)) {
                boot(provider);
                assertThat(here()).isNotEqualTo(everywhere);
            }
        });
        assertThat(here()).isEqualTo(everywhere);
    }

    /** The watchdog, and what starts and ends other programs. */
    @Test
    void itsHelpersAreNotKeptThere() throws IOException {
        unlessTheMachineStandsStill(() -> {
            try (StackProvider provider = warm(MANY)) {
                boot(provider);
                assertThat(here()).isNotEqualTo(everywhere);
                CompletableFuture<String> seen = new CompletableFuture<>();
                Helper.of(() -> seen.complete(here()), "helper").start();
                assertThat(seen.join()).isEqualTo(everywhere);
            }
        });
    }

    /** From Java 22 on it has to be told. */
    private static boolean mayCallTheSystem() {
        try {
            return Boolean.TRUE.equals(
                    Module.class.getMethod("isNativeAccessEnabled").invoke(Helper.class.getModule()));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** On a machine that stands still a turn takes long, whatever is in it. */
    private void unlessTheMachineStandsStill(Trial trial) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            longest = 0;
            try {
                trial.run();
                return;
            } catch (AssertionError e) {
                if (longest < LONG_NANOS) {
                    throw e;
                }
            }
        }
        abort("this machine stood still again and again: nothing can be said");
    }

    /** Who waits for a sandbox waits for no turn. */
    private StackProvider warm(String introduction) throws IOException {
        StackProvider provider = provider(introduction);
        boot(provider).close();
        longest = 0;
        return provider;
    }

    private Stack boot(StackProvider provider) {
        return timed(() -> provider.boot(new TestHost("192.0.2.1")));
    }

    private <T> T timed(Supplier<T> call) {
        long before = System.nanoTime();
        try {
            return call.get();
        } finally {
            longest = Math.max(longest, System.nanoTime() - before);
        }
    }

    private static String here() {
        return places(THIS_THREAD);
    }

    private static String places(Path status) {
        try {
            return Files.readString(status, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.split("\\s+", -1)[1])
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return ""; // it has just ended
        }
    }

    /** Which processors each of them may use; in a pool some are ahead and serve nobody. */
    private List<String> placesOfPrograms() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .filter(this::plays)
                    .map(path -> places(path.resolve("status")))
                    .filter(list -> !list.isEmpty())
                    .toList();
        }
    }

    private boolean plays(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .startsWith(SHELL + "\0" + folder.resolve("stack.sh"));
        } catch (IOException e) {
            return false;
        }
    }

    private int open(Stack stack, int port) {
        return timed(() -> stack.openUdp(new Port(port), (source, data) -> {})
                .local()
                .port()
                .number());
    }

    private StackProvider provider(String introduction) throws IOException {
        Path script = Files.writeString(folder.resolve("stack.sh"), """
                echo plumbline 2 virtual-time
                echo stack obedient UDP
                echo %s
                echo ready
                while read -r verb call host port rest; do
                  case $verb in
                    time) ;;
                    udp-open)
                      case $port in
                        1) exit 3 ;;
                        2) while :; do :; done ;;
                        3) sleep 0.5 ;;
                      esac
                      echo ok $call 1 192.0.2.1 $port ;;
                    boot) echo ok $call ;;
                    bye) exit 0 ;;
                    *) echo done ;;
                  esac
                done
                """.formatted(introduction));
        return new ExecLocator().locate("exec:" + SHELL + " '" + script + "'").orElseThrow();
    }
}
