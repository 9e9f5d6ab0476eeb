package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Footing;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.TimeBase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayOrderTest {
    private static final ScenarioInfo QUICK = titled("Quick");
    private static final ScenarioInfo PATIENT = titled("Patient", "patience");
    private static final ScenarioInfo OTHER = titled("Other");

    @Test
    void whereTimeIsRealNobodyWaitsForThoseWhoWaitForMinutes() {
        List<ScenarioInfo> all = List.of(QUICK, PATIENT, OTHER);
        PlayOrder order = order(TimeBase.REAL, all);
        assertThat(order.parcels()).containsExactly(all);
        assertThat(order.sideBySide(all)).containsExactly(List.of(QUICK, OTHER), List.of(PATIENT));
        assertThat(order.sideBySide(List.of(QUICK))).containsExactly(List.of(QUICK));
    }

    @Test
    void whereTimeIsVirtualAMinuteIsAMoment() {
        List<ScenarioInfo> all = List.of(QUICK, PATIENT, OTHER);
        assertThat(order(TimeBase.VIRTUAL, all).sideBySide(all)).containsExactly(all);
    }

    private static PlayOrder order(TimeBase time, List<ScenarioInfo> planned) {
        RunOptions options = new RunOptions("any", "", 1, 1, Path.of("out"), null);
        return new PlayOrder(options, time, planned, new Footing(List.of(), planned), () -> {
            throw new AssertionError("nothing has been found");
        });
    }

    private static ScenarioInfo titled(String name, String... tags) {
        return new ScenarioInfo("tcp", 3, "", "", name, List.of(tags), List.of(), Stage.PACKETS);
    }
}
