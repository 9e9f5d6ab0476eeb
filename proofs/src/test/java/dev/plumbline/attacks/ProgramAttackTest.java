package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.forked.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program in any language may try: it speaks the protocol until its first host, and tells what it got as it gives up. */
@Tag("long")
@Timeout(60)
class ProgramAttackTest {
    private static final String GREETING =
            "printf 'plumbline 1 virtual-time\\nstack evil IPV4 UDP\\nsettings\\nready\\n'\n";
    private static final String MARK = "98764";

    @TempDir
    private Path folder;

    @BeforeEach
    void beImpatient() {
        System.setProperty("plumbline.turn", "1");
    }

    @AfterEach
    void bePatient() {
        System.clearProperty("plumbline.turn");
        System.clearProperty(Sandbox.PROPERTY);
    }

    /** What holds in any sandbox; MARK is in the command of what may be left. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            31 ignores signals            | trap '' TERM INT HUP; while :; do :; done     | the stack did not come back within 1 s .*
            36 never reads                | sleep 98764                                   | the stack did not come back within 1 s .*
            36 a flood without a line     | cat /dev/zero                                 | the stack sent a line that makes a line of more .*
            53 half a line, then silence  | printf 'tx 1 45'; sleep 98764                 | the stack did not come back within 1 s .*
            53 a line that is none        | printf '\\377\\000\\033[2J\\n'; sleep 98764 | the adapter does not keep to the line .*
            67 leaves who holds the pipe  | sleep 98764 & exit 3                          | the stack ended its process with exit code 3
            53 closes its output          | exec 1>&-; sleep 98764                        | the stack .*
            """)
    void isToldAsWhatItIs(String name, String shell, String headline) throws IOException {
        assertThat(headline(shell)).matches("(?s)" + headline + " while booting");
        LeftOver.requireNone(MARK);
    }

    /** Calls of the kernel, on the machines that most have; each prints the number of the error that it got. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            8  ptrace                  | syscall(101,0,0,0,0)                     | 1
            48 io_uring                | syscall(425,1,0)                         | 1
            48 keyctl                  | syscall(250,0,-3,0)                      | 1
            48 bpf                     | syscall(321,0,0,0)                       | 1
            48 perf_event_open         | syscall(298,0,0,0,0,0)                   | 1
            48 userfaultfd             | syscall(323,0)                           | 1
            48 unshare                 | syscall(272,0x10000000)                  | 1
            48 clone of a namespace    | syscall(56,0x10000011,0,0,0,0)           | 1
            48 clone3                  | syscall(435,0,0)                         | 38
            48 a mount                 | syscall(165,0,0,0,0,0)                   | 1
            49 typing into a terminal  | do { $x = "a"; ioctl(STDIN, 0x5412, $x) ? 0 : -1 } | 1
            22 the hypervisor's socket | (socket(S, 40, 1, 0) ? 0 : -1)           | 97
            45 a signal to the suite   | (kill(9, SUITE) ? 0 : -1)                | 3
            """)
    void isRefusedByTheKernel(String name, String call, String error) throws IOException {
        assumeTrue(Sandbox.here().grade() == Grade.BUBBLEWRAP, "bubblewrap does not work here: left out");
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the numbers are those of x86-64: left out");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "there is no perl: left out");
        String perl =
                call.replace("SUITE", Long.toString(ProcessHandle.current().pid()));
        Files.writeString(folder.resolve("call.pl"), "$r = " + perl + "; print $r == -1 ? $!+0 : 'it';");
        assertThat(headline("echo give-up got $(perl " + folder.resolve("call.pl") + ")"))
                .isEqualTo("got " + error + " while booting");
    }

    private String headline(String shell) throws IOException {
        Path program = Files.writeString(folder.resolve("evil.sh"), GREETING + "read line\n" + shell + "\n");
        Results results = Results.of("exec:sh '" + program + "'", "@UDP-3", 1, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.scenarios()).hasSize(2);
        String headline = results.headlines().get(0);
        assertThat(results.notPassed().values())
                .hasSize(2)
                .containsOnly(headline.startsWith("the adapter ") ? "ADAPTER" : "FAIL");
        return headline;
    }
}
