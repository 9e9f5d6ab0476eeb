package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.oracle.LawBook;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.Capability;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    @TempDir
    private Path folder;

    @Test
    void aRowTakesWhatItLacksFromItsSectionAndItsFile() {
        Catalogue catalogue = Catalogue.load(List.of(sample("good.yaml")));
        assertThat(catalogue.rows()).extracting(Requirement::id).containsExactly("A-1", "A-2", "A-3", "A-4", "A-5");
        assertThat(catalogue.row("A-1")).get().satisfies(row -> {
            assertThat(row.level()).isEqualTo(Level.LESSON);
            assertThat(row.stage()).isEqualTo(Stage.UDP);
            assertThat(row.section()).isEqualTo("A section");
            assertThat(row.needs()).containsExactly(Capability.IPV4);
            assertThat(row.causes()).containsExactly("Look here.");
            assertThat(row.judging()).isEqualTo(Judging.LAW);
        });
        assertThat(catalogue.row("A-2")).get().satisfies(row -> {
            assertThat(row.level()).isEqualTo(Level.MAY);
            assertThat(row.stage()).isEqualTo(Stage.CLOSE);
            assertThat(row.source()).isEqualTo("RFC 9293 section 3.10");
            assertThat(row.needs()).containsExactly(Capability.UDP, Capability.TCP);
            assertThat(row.judging()).isEqualTo(Judging.BOTH);
        });
        assertThat(catalogue.row("A-3")).get().satisfies(row -> {
            assertThat(row.source()).isEqualTo("RFC 9293 section 3.10.7.4");
            assertThat(row.quote()).isEqualTo("the words of the RFC");
            assertThat(row.stage()).isEqualTo(Stage.PACKETS);
            assertThat(row.needs()).containsExactly(Capability.TCP);
            assertThat(row.judging()).isEqualTo(Judging.SCENARIOS);
        });
        assertThat(catalogue.row("A-6")).isEmpty();
    }

    @Test
    void aRowThatNothingJudgesSaysWhy() {
        Catalogue catalogue = Catalogue.load(List.of(sample("good.yaml")));
        assertThat(catalogue.row("A-4")).get().satisfies(row -> {
            assertThat(row.judging()).isEqualTo(Judging.NOT_OBSERVABLE);
            assertThat(row.why()).isEqualTo("Nobody sees it.");
        });
        assertThat(catalogue.row("A-5")).get().satisfies(row -> {
            assertThat(row.judging()).isEqualTo(Judging.LEFT_OUT);
            assertThat(row.why()).isEqualTo("Nobody has needed it.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "bad-level.yaml, row A-1: the level 'PERHAPS' is none of",
        "bad-stage.yaml, row A-1: the stage 'RFC' is none of",
        "no-stage.yaml, row A-1: the stage '' is none of",
        "bad-capability.yaml, row A-1: there is no capability 'IPV6'",
        "no-statement.yaml, row A-1: it lacks its 'statement'",
        "no-korean.yaml, row A-1: it lacks its 'korean'",
        "no-needs.yaml, row A-1: it lacks its 'needs'",
        "no-reason.yaml, row A-1: it lacks its 'left-out'",
        "no-judge.yaml, 'row A-1: judged-by is ''nobody'': expected scenarios, law or both'",
        "both-ways.yaml, 'row A-1: it has a ''judged-by'', and a reason why nothing judges it'",
        "nowhere.yaml, row A-1: it lacks its 'source'",
        "number.yaml, row A-1: the section 3.1 is to be in quotes",
        "misspelt.yaml, row A-1: it has a 'statment': expected only",
        "no-sections.yaml, expected a list 'sections'",
        "twice.yaml, the id A-1 stands there twice",
        "no-yaml.yaml, cannot be read"
    })
    void whatIsWrongWithAFileIsSaidWithItsName(String file, String words) {
        assertThatThrownBy(() -> Catalogue.load(List.of(sample(file))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll(file, words);
    }

    @Test
    void filesAreFoundInFoldersTheLessonFirstAndSectionsInTheirOrder() throws IOException {
        for (String name : List.of("wire-laws", "rfc9293/3.10.1", "rfc9293/3.9", "lesson", "rfc793")) {
            Path file = folder.resolve("requirements").resolve(name + ".yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "sections: []");
        }
        Files.writeString(folder.resolve("requirements/readme.txt"), "no row");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(RequirementFile.find(loader))
                    .extracting(RequirementFile::name)
                    .containsExactly(
                            "requirements/lesson.yaml",
                            "requirements/rfc793.yaml",
                            "requirements/rfc9293/3.9.yaml",
                            "requirements/rfc9293/3.10.1.yaml",
                            "requirements/wire-laws.yaml");
        }
    }

    @Test
    void filesAreFoundInJarsWhoseNameHasASpace() throws IOException {
        Path jar = folder.resolve("some rows.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("requirements/"));
            out.putNextEntry(new JarEntry("requirements/rfc1/2.yaml"));
            out.write(Files.readAllBytes(
                    Path.of(URI.create(sample("good.yaml").url().toString()))));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            List<RequirementFile> files = RequirementFile.find(loader);
            assertThat(files).extracting(RequirementFile::name).containsExactly("requirements/rfc1/2.yaml");
            assertThat(Catalogue.load(files).rows()).hasSize(5);
        }
    }

    @Test
    void aClassPathWithoutRequirementsIsNamed() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> RequirementFile.find(loader))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("no file in the folder 'requirements' of the class path");
        }
    }

    @Test
    void aRowIsALawIfItSaysSoAndOnlyThen() {
        assertThat(Catalogue.load().rows())
                .filteredOn(Requirement::law)
                .extracting(Requirement::id)
                .containsExactlyInAnyOrderElementsOf(LawBook.requirements());
    }

    @Test
    void aRowHasScenariosIfItSaysSoAndOnlyThen() {
        assertThat(ConformanceRun.catalogue())
                .allSatisfy(row -> assertThat(row.scenarios() > 0)
                        .as(row.id() + " says that its judge is: "
                                + row.judging().word())
                        .isEqualTo(row.judging().byScenarios()));
    }

    @Test
    void everyRowOfTheLessonStandsThereInKoreanToo() {
        assertThat(Catalogue.load().rows())
                .filteredOn(row -> row.level() == Level.LESSON)
                .hasSize(41)
                .allSatisfy(row -> assertThat(row.statementKo()).as(row.id()).containsPattern("[가-힣]"));
    }

    @Test
    void everyRowCitesASection() {
        assertThat(Catalogue.load().rows())
                .allSatisfy(row -> assertThat(row.source()).contains(" section "));
    }

    /** In a list on one line, {@code [like, this]}, a sentence with a comma would become two causes. */
    @Test
    void everyCauseIsASentence() {
        assertThat(Catalogue.load().rows())
                .filteredOn(row -> row.why().isEmpty())
                .allSatisfy(row -> assertThat(row.causes())
                        .as(row.id())
                        .isNotEmpty()
                        .allMatch(cause -> cause.matches("[A-Z].*\\.")));
    }

    @Test
    void whereToLookDependsOnTheSeatThatAScenarioJudges() {
        Catalogue catalogue = Catalogue.load(List.of(sample("good.yaml")));
        Requirement row = catalogue.row("A-1").orElseThrow();
        assertThat(catalogue.hints().causes(row, scenario("A-1"))).containsExactly("Look here.");
        assertThat(catalogue.hints().causes(row, scenario("A-1", "needs:UDP"))).containsExactly("Look there.");
    }

    /** Hints that no scenario asks for would be read by nobody. */
    @Test
    void everyHintBelongsToATagOfAScenarioAndIsASentence() {
        Hints hints = Catalogue.load().hints();
        assertThat(Catalogue.load().rows()).allSatisfy(row -> {
            assertThat(ConformanceRun.scenarios(row.id()))
                    .as(row.id())
                    .flatExtracting(ScenarioInfo::tags)
                    .containsAll(hints.tags(row.id()));
            assertThat(hints.sentences(row.id())).as(row.id()).allMatch(hint -> hint.matches("[A-Z].*\\."));
        });
    }

    private static ScenarioInfo scenario(String... tags) {
        return new ScenarioInfo("file", 1, "A feature", "", "A scenario", List.of(tags), List.of(tags[0]), Stage.DNS);
    }

    private static RequirementFile sample(String name) {
        URL url = CatalogueTest.class.getResource("/catalogue/" + name);
        assertThat(url).as(name).isNotNull();
        return new RequirementFile("catalogue/" + name, url);
    }
}
