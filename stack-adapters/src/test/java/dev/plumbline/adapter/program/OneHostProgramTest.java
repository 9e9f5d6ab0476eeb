package dev.plumbline.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.transport.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that says {@code hosts N} serves no more than N, and need set nothing back. The one here counts ports in a variable. */
@Timeout(60)
class OneHostProgramTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path folder;

    @BeforeEach
    void needAShell() {
        assumeTrue(Files.isExecutable(SHELL), "there is no /bin/sh here, which plays a stack in C");
    }

    @Test
    void eachHostHasAProgramThatHasServedNobody() throws IOException {
        assertThat(numbersOfFirstSockets("hosts 1")).containsExactly(1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void twoHostsToEach() throws IOException {
        assertThat(numbersOfFirstSockets("hosts 2")).containsExactly(1, 2, 1, 2, 1, 2, 1);
    }

    @Test
    void whoDoesNotSaySoServesAll() throws IOException {
        assertThat(numbersOfFirstSockets("settings a=b")).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void noProgramIsLeftWhenTheRunHasEnded() throws IOException {
        long before = children();
        assertThat(numbersOfFirstSockets("hosts 1")).hasSize(7);
        assertThat(children()).isEqualTo(before);
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    private List<Integer> numbersOfFirstSockets(String introduction) throws IOException {
        try (StackProvider provider = counting(introduction)) {
            assertThat(provider.capabilities()).containsExactly(Capability.UDP);
            List<Stack> stacks = new ArrayList<>();
            List<Integer> ports = IntStream.range(0, 7)
                    .map(i -> {
                        Stack stack = provider.boot(new TestHost("192.0.2.1"));
                        stacks.add(stack);
                        return stack.openUdp(Port.ANY, (source, data) -> {})
                                .local()
                                .port()
                                .number();
                    })
                    .boxed()
                    .toList();
            stacks.forEach(Stack::close);
            return ports;
        }
    }

    /** Names port after port: 1, 2, 3, whatever the host. */
    private StackProvider counting(String introduction) throws IOException {
        Path script = Files.writeString(folder.resolve("stack.sh"), """
                echo plumbline 2 virtual-time
                echo stack counting UDP
                echo %s
                echo ready
                ports=0
                while read verb call host rest; do
                  case $verb in
                    time) ;;
                    udp-open) ports=$((ports + 1)); echo ok $call $ports 192.0.2.1 $ports ;;
                    boot) echo ok $call ;;
                    bye) exit 0 ;;
                    *) echo done ;;
                  esac
                done
                """.formatted(introduction));
        return new ExecLocator().locate("exec:" + SHELL + " '" + script + "'").orElseThrow();
    }
}
