package dev.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Judging;
import dev.plumbline.results.Requirement;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checklists are whole, and what they say is judged is. */
class ChecklistTest {
    /** What the row of a label begins with. */
    private static final String LABEL = "RFC%d/".formatted(9293);

    private static final Path PAGE = Path.of("docs", "coverage.md");
    private static final Set<Judging> JUDGED = EnumSet.of(Judging.SCENARIOS, Judging.LAW, Judging.BOTH);
    private static final Map<String, Requirement> CATALOGUE =
            ConformanceRun.catalogue().stream().collect(Collectors.toMap(Requirement::id, Function.identity()));

    static List<Checklist> lists() {
        return Checklist.all(Project.root());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void nothingGetsLost(Checklist list) {
        assertThat(list.entries())
                .hasSize(list.size())
                .extracting(Checklist.Entry::id)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatItNamesIsJudged(Checklist list) {
        assertThat(list.entries())
                .allSatisfy(entry -> assertThat(entry.rows()).as(entry.id()).allSatisfy(id -> {
                    assertThat(CATALOGUE).containsKey(id);
                    assertThat(CATALOGUE.get(id).judging()).as(id).isIn(JUDGED);
                }));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatCannotBeSeenHasAReasonAndNoRowThatJudgesIt(Checklist list) {
        assertThat(list.entries()).filteredOn(entry -> !entry.why().isEmpty()).allSatisfy(entry -> {
            assertThat(entry.why()).as(entry.id()).hasSizeGreaterThan(20);
            Requirement row = CATALOGUE.get(LABEL + entry.id());
            assertThat(row == null || !JUDGED.contains(row.judging()))
                    .as(entry.id() + " has a row")
                    .isTrue();
        });
    }

    /** A label of RFC 9293 appendix B that is a row of the catalogue is judged by that row. */
    @Test
    void noLabelForgetsItsRow() {
        assertThat(lists().get(0).entries())
                .filteredOn(entry -> CATALOGUE.containsKey(LABEL + entry.id()))
                .filteredOn(entry ->
                        JUDGED.contains(CATALOGUE.get(LABEL + entry.id()).judging()))
                .allSatisfy(entry -> assertThat(entry.rows()).contains(LABEL + entry.id()));
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = new CoveragePage().text(lists());
        Path file = Project.root().resolve(PAGE);
        if (System.getProperty("plumbline.index", "").equals("write")) {
            Files.writeString(file, page);
        }
        assertThat(file)
                .as("-Dplumbline.index=write writes it: " + CoveragePage.COMMAND)
                .content()
                .isEqualTo(page);
    }
}
