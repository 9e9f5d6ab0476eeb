package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.forked.Impatient;
import dev.plumbline.forked.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program in any language may try: it speaks the protocol until its first host, and tells what it got as it gives up. */
@Tag("long")
@Timeout(60)
@Impatient(seconds = 1)
class ProgramAttackTest {
    private static final String GREETING =
            "printf 'plumbline 1 virtual-time\\nstack evil IPV4 UDP\\nsettings\\nready\\n'\n";
    private static final String MARK = "98764";

    @TempDir
    private Path folder;

    static Stream<Arguments> inAnySandbox() {
        return Grades.toPlay().stream()
                .flatMap(grade -> ProgramAttacks.inAnySandbox().stream()
                        .filter(attack -> Grades.plays(attack, grade))
                        .map(attack -> arguments(attack, grade)));
    }

    static List<Attack> onTheKernel() {
        return ProgramAttacks.onTheKernel();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("inAnySandbox")
    void isToldAsWhatItIs(Attack attack, Grade grade) throws IOException {
        Grades.require(grade);
        assertThat(headline(attack.body())).matches("(?s)" + attack.headline() + " while booting");
        LeftOver.requireNone(MARK);
    }

    /** Each prints the number of the error that it got. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("onTheKernel")
    void isRefusedByTheKernel(Attack attack) throws IOException {
        Grades.require(Grade.BUBBLEWRAP);
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the numbers are those of x86-64: left out");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "there is no perl: left out");
        String perl = attack.body()
                .replace("SUITE", Long.toString(ProcessHandle.current().pid()));
        Files.writeString(folder.resolve("call.pl"), "$r = " + perl + "; print $r == -1 ? $!+0 : 'it';");
        assertThat(headline("echo give-up got $(perl " + folder.resolve("call.pl") + ")"))
                .isEqualTo("got " + attack.headline() + " while booting");
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
