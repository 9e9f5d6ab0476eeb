package dev.plumbline.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.adapter.sandbox.Sandbox;
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
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the programs of a stack that serves one host each have to do with one another, where they share a sandbox and where they do
 * not: nothing. The one here does what the port says that it is to open.
 */
@Tag("long")
@Timeout(120)
class RoomTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final int DIE = 1;
    private static final int BE_KILLED = 2;
    private static final int HANG = 3;
    private static final int LEAVE_A_FILE = 4;
    private static final int LEAVE_A_DAEMON = 5;
    private static final int END_ALL = 6;
    private static final int WORK = 100;
    private static final int MORE_THAN_ONE_SANDBOX_TAKES = 70;

    @TempDir
    private Path folder;

    @AfterEach
    void backToTheBest() {
        System.clearProperty(Sandbox.PROPERTY);
        System.clearProperty("plumbline.turn");
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void howOneEndsIsToldAndTheOthersGoOn(Grade grade) throws IOException {
        try (StackProvider provider = provider(grade)) {
            Stack other = boot(provider);
            Stack dying = boot(provider);
            Stack killed = boot(provider);
            assertThatThrownBy(() -> open(dying, DIE))
                    .hasMessage("the stack ended its process with exit code 3")
                    .asInstanceOf(broken())
                    .extracting(StackBroken::detail)
                    .asString()
                    .contains("its standard error says:\nit had enough");
            assertThatThrownBy(() -> open(killed, BE_KILLED))
                    .hasMessage("the stack ended its process with exit code 137 (signal 9)");
            assertThat(open(other, WORK)).isEqualTo(WORK);
            assertThat(open(boot(provider), WORK)).isEqualTo(WORK);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void oneThatHangsIsEndedAlone(Grade grade) throws IOException {
        System.setProperty("plumbline.turn", "1");
        try (StackProvider provider = provider(grade)) {
            Stack other = boot(provider);
            Stack hanging = boot(provider);
            assertThatThrownBy(() -> open(hanging, HANG)).hasMessageContaining("did not come back within 1 s");
            assertThat(open(other, WORK)).isEqualTo(WORK);
            assertThat(open(boot(provider), WORK)).isEqualTo(WORK);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void noneFindsWhatAnotherHasWritten(Grade grade) throws IOException {
        try (StackProvider provider = provider(grade)) {
            for (int host = 0; host < 8; host++) {
                Stack stack = boot(provider);
                assertThat(open(stack, LEAVE_A_FILE)).isEqualTo(LEAVE_A_FILE);
                if (host % 2 == 0) {
                    stack.close();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void whenASandboxIsFullThereIsAnother(Grade grade) throws IOException {
        try (StackProvider provider = provider(grade)) {
            List<Integer> ports = IntStream.range(0, MORE_THAN_ONE_SANDBOX_TAKES)
                    .map(host -> {
                        Stack stack = boot(provider);
                        int port = open(stack, WORK + host);
                        stack.close();
                        return port;
                    })
                    .boxed()
                    .toList();
            assertThat(ports)
                    .isEqualTo(IntStream.range(WORK, WORK + MORE_THAN_ONE_SANDBOX_TAKES)
                            .boxed()
                            .toList());
        }
    }

    /** Without namespaces an ordinary user's program that makes a session of its own is not found. */
    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void nothingIsLeftOfADaemon(Grade grade) throws IOException {
        List<ProcessHandle> daemons;
        try (StackProvider provider = provider(grade)) {
            Stack stack = boot(provider);
            assertThat(open(stack, LEAVE_A_DAEMON)).isEqualTo(LEAVE_A_DAEMON);
            daemons = daemons();
            assertThat(daemons).isNotEmpty();
            stack.close();
            assertThat(open(boot(provider), WORK)).isEqualTo(WORK);
        }
        assertThat(CompletableFuture.allOf(
                        daemons.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new)))
                .succeedsWithin(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void oneThatEndsAllThatItCanReachIsToldAndTheNextAreServed(Grade grade) throws IOException {
        try (StackProvider provider = provider(grade)) {
            assertThatThrownBy(() -> open(boot(provider), END_ALL))
                    .hasMessageStartingWith("the stack ended its process with exit code");
            List<Integer> ports = new ArrayList<>();
            for (int host = 0; host < 10; host++) {
                try {
                    ports.add(open(boot(provider), WORK));
                } catch (StackBroken alongWithIt) {
                    // One that was started ahead, in the sandbox whose processes it has ended.
                }
            }
            assertThat(ports).hasSizeGreaterThanOrEqualTo(4).containsOnly(WORK);
        }
    }

    private static InstanceOfAssertFactory<StackBroken, ObjectAssert<StackBroken>> broken() {
        return InstanceOfAssertFactories.type(StackBroken.class);
    }

    private static Stack boot(StackProvider provider) {
        return provider.boot(new TestHost("192.0.2.1"));
    }

    private static int open(Stack stack, int port) {
        return stack.openUdp(new Port(port), (source, data) -> {})
                .local()
                .port()
                .number();
    }

    private List<ProcessHandle> daemons() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .filter(path -> commandOf(path).contains(marker()))
                    .flatMap(path ->
                            ProcessHandle.of(Long.parseLong(path.getFileName().toString())).stream())
                    .toList();
        }
    }

    private static String commandOf(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private String marker() {
        return "600." + Math.floorMod(folder.hashCode(), 1_000_000);
    }

    private StackProvider provider(Grade grade) throws IOException {
        assumeTrue(Files.isExecutable(SHELL), "there is no /bin/sh here, which plays a stack in C");
        System.setProperty(Sandbox.PROPERTY, grade.name().toLowerCase(Locale.ROOT));
        assumeTrue(Sandbox.here().grade() == grade, "the sandbox " + grade + " does not work here: left out");
        Path script = Files.writeString(folder.resolve("stack.sh"), """
                echo plumbline 2 virtual-time
                echo stack obedient UDP
                echo hosts 1
                echo ready
                while read -r verb call host port rest; do
                  case $verb in
                    time) ;;
                    udp-open)
                      case $port in
                        1) echo it had enough >&2; exit 3 ;;
                        2) kill -9 $$ ;;
                        3) while :; do :; done ;;
                        4) [ -e seen ] && port=9999; : >seen ;;
                        5) (setsid sh -c ': >up; exec sleep MARKER' >/dev/null 2>&1 </dev/null &)
                           while [ ! -e up ]; do :; done ;;
                        6) kill -9 -1; exit 3 ;;
                      esac
                      echo ok $call 1 192.0.2.1 $port ;;
                    boot) echo ok $call ;;
                    bye) exit 0 ;;
                    *) echo done ;;
                  esac
                done
                """.replace("MARKER", marker()));
        return new ExecLocator().locate("exec:" + SHELL + " '" + script + "'").orElseThrow();
    }
}
