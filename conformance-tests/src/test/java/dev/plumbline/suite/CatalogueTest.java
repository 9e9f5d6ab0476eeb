package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.oracle.LawBook;
import dev.plumbline.spi.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    @Test
    void aRowTakesWhatItLacksFromItsSectionAndItsFile() {
        Catalogue catalogue = Catalogue.load(List.of("requirements/good.yaml"));
        assertThat(catalogue.rows()).extracting(RequirementInfo::id).containsExactly("A-1", "A-2");
        assertThat(catalogue.row("A-1")).get().satisfies(row -> {
            assertThat(row.level()).isEqualTo("LESSON");
            assertThat(row.section()).isEqualTo("A section");
            assertThat(row.needs()).containsExactly(Capability.IPV4);
            assertThat(row.causes()).containsExactly("Look here.");
        });
        assertThat(catalogue.row("A-2")).get().satisfies(row -> {
            assertThat(row.level()).isEqualTo("MAY");
            assertThat(row.needs()).containsExactly(Capability.UDP, Capability.TCP);
        });
        assertThat(catalogue.row("A-3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "absent.yaml, is not on the class path",
        "bad-level.yaml, row A-1: the level 'PERHAPS' is none of",
        "bad-capability.yaml, row A-1: there is no capability 'IPV6'",
        "no-statement.yaml, a row lacks its 'statement'",
        "twice.yaml, the id A-1 stands there twice",
        "no-yaml.yaml, cannot be read"
    })
    void whatIsWrongWithAFileIsSaidWithItsName(String file, String words) {
        assertThatThrownBy(() -> Catalogue.load(List.of("requirements/" + file)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll(file, words);
    }

    @Test
    void everyLawHasARow() {
        assertThat(Catalogue.load().rows()).extracting(RequirementInfo::id).containsAll(LawBook.requirements());
    }

    @Test
    void everyRowOfTheLessonStandsThereInKoreanToo() {
        assertThat(Catalogue.load().rows())
                .filteredOn(row -> row.level().equals("LESSON"))
                .hasSize(41)
                .allSatisfy(row -> assertThat(row.statementKo()).as(row.id()).containsPattern("[가-힣]"));
    }

    @Test
    void everyRowOfTheLessonHasAScenario() {
        assertThat(ConformanceRun.catalogue())
                .filteredOn(row -> row.level().equals("LESSON"))
                .allSatisfy(row -> assertThat(row.scenarios()).as(row.id()).isPositive());
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
                .allSatisfy(row -> assertThat(row.causes())
                        .as(row.id())
                        .isNotEmpty()
                        .allMatch(cause -> cause.matches("[A-Z].*\\.")));
    }
}
