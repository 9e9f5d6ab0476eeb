package dev.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.tidy.Project;
import dev.plumbline.tidy.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The index says what the sources say, leads nowhere in vain, and leaves nothing out. */
class IndexTest {
    private static final Path PAGE = Path.of("docs", "index.md");
    private static final Path RESOURCE =
            Path.of("conformance-tests/src/main/resources").resolve(Index.RESOURCE);
    private static final boolean WRITE =
            System.getProperty("plumbline.index", "").equals("write");
    private static final Set<Level> BINDING = EnumSet.of(Level.LESSON, Level.MUST);
    private static final Set<Judging> UNJUDGED = EnumSet.of(Judging.NOT_OBSERVABLE, Judging.LEFT_OUT);
    private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./([^)]+)\\)");

    private static final List<Requirement> CATALOGUE = ConformanceRun.catalogue();
    private static final List<ScenarioInfo> SCENARIOS = ConformanceRun.scenarios("");
    private static Index made = new Index(Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    @BeforeAll
    static void readTheSources() throws IOException {
        made = new IndexMaker(Project.sources(), CATALOGUE).make(SCENARIOS);
        if (WRITE) {
            Files.createDirectories(Project.root().resolve(RESOURCE).getParent());
            Files.writeString(Project.root().resolve(RESOURCE), json());
            Files.writeString(Project.root().resolve(PAGE), page());
        }
    }

    @Test
    void theIndexThatComesWithTheProductIsUpToDate() throws IOException {
        assertThat(Project.root().resolve(RESOURCE))
                .as("-Dplumbline.index=write writes it: " + IndexPage.COMMAND)
                .content()
                .isEqualTo(json());
        assertThat(new ObjectMapper().readValue(json(), Index.class)).isEqualTo(made);
    }

    @Test
    void thePageIsUpToDate() {
        assertThat(Project.root().resolve(PAGE))
                .as("-Dplumbline.index=write writes it: " + IndexPage.COMMAND)
                .content()
                .isEqualTo(page());
    }

    @Test
    void noLinkLeadsNowhere() {
        assertThat(LINK.matcher(page()).results().map(link -> link.group(1)).distinct())
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(Project.root().resolve(file)).exists());
    }

    @Test
    void aMemberIsWhereItIsSaidToBe() {
        Stream.of(made.steps(), made.keepers())
                .flatMap(map -> map.values().stream())
                .flatMap(List::stream)
                .distinct()
                .forEach(IndexTest::assertThere);
        made.faults().forEach(fault -> assertThere(fault.place()));
    }

    private static void assertThere(Place place) {
        try {
            assertThat(place.line(Files.readAllLines(Project.root().resolve(place.file()))))
                    .as(place.file() + " " + place.member())
                    .isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachScenarioHasStepsAndEachLawAClass() {
        assertThat(SCENARIOS)
                .allSatisfy(scenario -> assertThat(made.steps().get(scenario.id()))
                        .as(scenario.id())
                        .isNotEmpty());
        assertThat(CATALOGUE)
                .filteredOn(Requirement::law)
                .allSatisfy(law ->
                        assertThat(made.laws().get(law.id())).as(law.id()).isNotEmpty());
    }

    @Test
    void whatTheReferenceSaysThatItKeepsIsInTheCatalogue() {
        assertThat(CATALOGUE)
                .extracting(Requirement::id)
                .containsAll(made.keepers().keySet());
    }

    @Test
    void theReferenceNamesWhereItKeepsEachRowThatBinds() {
        assertThat(CATALOGUE.stream()
                        .filter(row -> BINDING.contains(row.level()) && !UNJUDGED.contains(row.judging()))
                        .filter(row -> new ReferenceProvider().capabilities().containsAll(row.needs()))
                        .map(Requirement::id)
                        .filter(id -> !made.keepers().containsKey(id)))
                .as("put @Keeps(\"ID\") on the method without which the row would be broken")
                .isEmpty();
    }

    @Test
    void anIdThatStandsNowhereIsNotFound() {
        List<Source> strange = List.of(
                Source.of(
                        "reference-impl/src/main/java/A.java",
                        "@Keeps(\"TYPE-1\") class A { @Keeps({\"X-1\", \"X-2\"}) void a() {} @Keeps(\"Y-1\") int b; void c() {} }"),
                Source.of("reference-impl/src/test/java/ATest.java", "class ATest { @Keeps(\"T-1\") void a() {} }"));
        assertThat(new IndexMaker(strange, CATALOGUE).keepers())
                .containsOnlyKeys("TYPE-1", "X-1", "X-2", "Y-1")
                .containsEntry("X-2", List.of(new Place("reference-impl/src/main/java/A.java", "a")))
                .containsEntry("Y-1", List.of(new Place("reference-impl/src/main/java/A.java", "b")));
    }

    private static String json() throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("", "\n"));
        return new ObjectMapper().writer(lines).writeValueAsString(made) + "\n";
    }

    private static String page() {
        return new IndexPage(CATALOGUE, SCENARIOS, made).text();
    }
}
