package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.spi.Capability;
import dev.plumbline.suite.ConformanceRun;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What one property knows of the whole protocol: how many of the faults of TCP it kills alone, and that no freedom is one for it. To
 * count takes minutes, so it is done when somebody asks.
 */
@EnabledIfSystemProperty(named = "plumbline.model", matches = "count", disabledReason = "it takes minutes")
class ModelTest {
    private static final String ROW = "RFC9293/3.10-MODEL";
    private static final int TRIES = Integer.getInteger("plumbline.model.tries", 100);
    private static final Set<Capability> OF_TCP = EnumSet.of(Capability.IPV4, Capability.TCP);

    private static final Pattern ITS_SECTIONS = Pattern.compile("RFC 9293 section 3\\.(4|5|6|8(?!\\.[24])|10)(?!\\d)");

    private static final Map<String, Requirement> ROWS =
            ConformanceRun.catalogue().stream().collect(Collectors.toMap(Requirement::id, row -> row));

    @Test
    void aShareOfTheFaultsIsKilledByItAlone() {
        List<Fault> faults =
                Faults.OF_ROWS.stream().filter(ModelTest::isItsMatter).toList();
        List<Fault> survivors =
                faults.parallelStream().filter(fault -> !isKilled(fault)).toList();
        String counted = (faults.size() - survivors.size()) + " of " + faults.size()
                + " faults of TCP are killed by the model alone, with " + TRIES + " tries; these are not:\n"
                + survivors.stream()
                        .map(fault -> fault.row() + "  " + fault.name() + ": " + fault.sentence())
                        .sorted()
                        .collect(Collectors.joining("\n"));
        assertThat(survivors).as(counted).isEmpty();
    }

    @Test
    void noFreedomIsOneForIt() {
        assertThat(Freedoms.ALL.parallelStream()
                        .flatMap(freedom -> Judged.run(freedom.name(), "@" + ROW, TRIES, null).stream()
                                .filter(Judged::isKiller)
                                .map(scenario -> freedom.name() + " " + scenario.id() + ": " + scenario.headline() + " "
                                        + scenario.values().get("the chain"))))
                .isEmpty();
    }

    private static boolean isKilled(Fault fault) {
        return Judged.runInBrief(fault.name(), "@" + ROW, TRIES).stream().anyMatch(Judged::isKiller);
    }

    /**
     * What a model of one connection's states can know: RFC 9293 sections 3.4, 3.5, 3.6, 3.8 and 3.10, each MUST of them. Sections 3.7
     * and 3.9 speak of sizes and of what lies below, 3.8.2 of congestion and 3.8.4 of a service.
     */
    private static boolean isItsMatter(Fault fault) {
        Requirement row = ROWS.get(fault.row());
        return row != null
                && row.needs().contains(Capability.TCP)
                && OF_TCP.containsAll(row.needs())
                && (row.level() == Level.MUST || row.level() == Level.LESSON)
                && ITS_SECTIONS.matcher(row.source()).lookingAt();
    }
}
