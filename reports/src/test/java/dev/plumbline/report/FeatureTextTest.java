package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTextTest {
    private static final String TEXT = """
            @feature
            Feature: DNS
              What it is about.

              @rule
              Rule: Names lead to addresses
                Why that is so.

                @DNS-1 @needs:DNS
                Scenario: A name leads to its addresses
                  Given a book
                  # A remark for those who maintain it.
                  When it is asked
                    | name |

                @DNS-2
                Scenario Outline: A reply with <flaw> is none
                  Then nothing is told
                  Examples:
                    | flaw |
                    | an ID |

              Rule: Another
                @DNS-3
                Scenario: Last
                  Then it ends
            """;

    private final List<Handbook.Told> told = FeatureText.scenarios(TEXT);

    @Test
    void aScenarioHasItsOwnTagsAndThoseAboveIt() {
        assertThat(told)
                .extracting(Handbook.Told::tags)
                .containsExactly(
                        List.of("feature", "rule", "DNS-1", "needs:DNS"),
                        List.of("feature", "rule", "DNS-2"),
                        List.of("feature", "DNS-3"));
    }

    @Test
    void itsLinesEndWhereTheNextBegins() {
        assertThat(told)
                .extracting(Handbook.Told::lines)
                .containsExactly(
                        List.of("Given a book", "When it is asked", "| name |"),
                        List.of("Then nothing is told", "Examples:", "| flaw |", "| an ID |"),
                        List.of("Then it ends"));
        assertThat(told)
                .extracting(Handbook.Told::rule)
                .containsExactly("Names lead to addresses", "Names lead to addresses", "Another");
    }
}
