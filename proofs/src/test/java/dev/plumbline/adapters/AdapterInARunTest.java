package dev.plumbline.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.suite.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a run the mistake of an adapter is told as that: no requirement is violated by it, and the run ends soon. */
@Tag("long")
@Timeout(120)
class AdapterInARunTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void beImpatient() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here, which plays the adapter");
        System.setProperty("plumbline.turn", "1");
    }

    @AfterEach
    void bePatient() {
        System.clearProperty("plumbline.turn");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            prints                | echo ok $call; echo I am on     | the adapter does not keep to the line protocol (in the line 'I am on'
            another call's number | echo ok 4711                    | (in the line 'ok 4711': expected the answer to the call, with its number; found no
            says done             | echo done                       | (in the line 'done': expected the answer to the call, with its number; found no
            says nothing          | :                               | the adapter waits, and in 1 s has not said 'ok' or 'refused' with the number of the call, 'boot'
            no such host          | echo tx 99 00; echo ok $call    | (in the line 'tx 99 00': expected the number of the host whose turn it is
            """)
    void isNoVerdictOnTheStack(String name, String onBoot, String headline) throws IOException {
        RunOutcome run = run("exec:/bin/sh '" + adapter(onBoot) + "'");
        var scenarios = run.results().scenarios();
        assertThat(scenarios)
                .hasSize(3)
                .allSatisfy(scenario -> assertThat(scenario.outcome()).hasToString("ADAPTER"))
                .allSatisfy(scenario -> assertThat(scenario.failure())
                        .isNotNull()
                        .satisfies(failure -> {
                            assertThat(failure.headline()).contains(headline);
                            assertThat(failure.came()).contains("the last lines:", "> boot ");
                            assertThat(failure.requirement()).isEmpty();
                            assertThat(failure.causes())
                                    .singleElement()
                                    .asString()
                                    .contains("./plumbline selftest --stack");
                        }));
        assertThat(run.results().run().planned()).isGreaterThan(3);
        Judgement judgement = Judgement.of(run.results(), false);
        assertThat(judgement.verdict()).isEqualTo(RunVerdict.COULD_NOT_RUN);
        assertThat(judgement.complaints())
                .anySatisfy(complaint -> assertThat(complaint).startsWith("the run was ended, for the program around"));
    }

    /** One that dies is no mistake of the adapter: it cannot be told from a stack that does. */
    @Test
    void aDeathIsTheStacks() throws IOException {
        RunOutcome run = run("exec:/bin/sh '" + adapter("exit 3") + "'");
        assertThat(run.results().scenarios())
                .hasSize(run.results().run().planned())
                .allSatisfy(scenario -> assertThat(scenario.outcome()).hasToString("FAIL"));
    }

    private RunOutcome run(String stack) {
        return ConformanceRun.run(
                new RunOptions(stack, "@UDP-2 or @UDP-3 or @UDP-4", 2, 7, folder.resolve("out"), null),
                new RunListener() {});
    }

    private Path adapter(String onBoot) throws IOException {
        return Files.writeString(folder.resolve("adapter.sh"), """
                echo plumbline 2 virtual-time
                echo stack shell IPV4 UDP
                echo ready
                while read verb call host rest; do
                  case $verb in
                    time) ;;
                    boot) %s ;;
                    bye) exit 0 ;;
                    *) echo done ;;
                  esac
                done
                """.formatted(onBoot));
    }
}
