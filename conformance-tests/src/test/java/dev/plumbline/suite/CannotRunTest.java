package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot start says why, and what to do. */
class CannotRunTest {
    @TempDir
    private Path folder;

    @Test
    void anUnknownStackIsToldWithThoseThereAre() {
        assertCannotRun("refrence", "", 1, null, "there is no stack called 'refrence'", "reference");
    }

    @Test
    void tagsThatSelectNothingAreTold() {
        assertCannotRun("reference", "@NO-1", 1, null, "no scenario has the tags '@NO-1'", "./plumbline list");
    }

    @Test
    void aTokenOfAnUnknownScenarioIsTold() {
        assertCannotRun(
                "reference",
                "",
                1,
                "HS-2.000000.s7.n25.t0.-",
                "no scenario has the key 'HS-2.000000'",
                "made by another version?");
    }

    @Test
    void whatIsNoTokenIsTold() {
        assertCannotRun("reference", "", 1, "HS-2", "'HS-2' is not a replay token");
    }

    @Test
    void noTriesAreTold() {
        assertCannotRun("reference", "", 0, null, "at least 1 trial", "--tries 0");
    }

    @Test
    void aRunThatCouldNotStartDoesNotStandInTheWayOfTheNext() {
        assertCannotRun("refrence", "", 1, null, "there is no stack");
        assertCannotRun("reference", "@NO-1", 1, null, "no scenario has the tags");
    }

    private void assertCannotRun(String stack, String tags, int tries, @Nullable String replay, String... words) {
        assertThatThrownBy(() ->
                        ConformanceRun.run(new RunOptions(stack, tags, tries, 7, folder, replay), new RunListener() {}))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll(words);
    }
}
