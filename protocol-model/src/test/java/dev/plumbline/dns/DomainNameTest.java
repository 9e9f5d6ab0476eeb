package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainNameTest {
    private static final String LABEL_63 = "x".repeat(63);

    @Test
    void theLabelsRunFromTheLeafToTheRoot() {
        DomainName name = DomainName.parse("www.Example.com");

        assertThat(name.labels()).isEqualTo(List.of("www", "Example", "com"));
        assertThat(name).hasToString("www.Example.com.").isEqualTo(DomainName.parse("WWW.EXAMPLE.COM."));
        assertThat(name).isNotEqualTo(DomainName.parse("example.com")).isNotEqualTo("www.example.com.");
    }

    @Test
    void theRootHasNoLabels() {
        assertThat(DomainName.parse(".").labels()).isEmpty();
        assertThat(DomainName.parse("")).isEqualTo(DomainName.parse(".")).hasToString(".");
    }

    @Test
    void aLabelHasUpTo63Octets() {
        assertThat(DomainName.parse(LABEL_63).labels()).containsExactly(LABEL_63);
        assertRefused("x" + LABEL_63, "in the name 'x" + LABEL_63 + "' a label has 64 octets; 1 to 63 are allowed");
    }

    @Test
    void aNameHasUpTo255Octets() {
        // Three labels of 63 and one of 61, each after its length, and the root's empty label.
        String name255 = String.join(".", LABEL_63, LABEL_63, LABEL_63, "y".repeat(61));

        assertThat(DomainName.parse(name255).labels()).hasSize(4);
        assertRefused(name255 + "y", "the name '" + name255 + "y' takes 256 octets; 255 are allowed");
    }

    @ParameterizedTest
    @CsvSource({"..", ".com", "www..com", "www.example.."})
    void onlyTheRootsLabelIsEmpty(String text) {
        assertRefused(text, "in the name '" + text + "' a label has 0 octets; 1 to 63 are allowed");
    }

    @Test
    void onlyAsciiLettersHaveCase() {
        // RFC 4343 section 3 folds nothing else; in Latin-1 these two would be one letter.
        assertThat(DomainName.parse("caf\u00e9")).isNotEqualTo(DomainName.parse("caf\u00c9"));
        assertThat(DomainName.parse("CAF\u00c9")).isEqualTo(DomainName.parse("caf\u00c9"));
    }

    @Test
    void aCharacterThatIsNoOctetIsRefused() {
        // The Kelvin sign, which Java would fold to an ASCII k.
        assertRefused("\u212a", "in '\u212a' the character U+212A is not an octet");
    }

    @Test
    void aBackslashQuotesADotOrAnOctetsNumber() {
        DomainName name = DomainName.parse("a\\.b.\\000\\032\\255.\\\\");

        assertThat(name.labels()).isEqualTo(List.of("a.b", "\0 \u00ff", "\\"));
        assertThat(name).hasToString("a\\.b.\\000\\032\\255.\\\\.");
        assertThat(name).isNotEqualTo(DomainName.parse("a.b.\\000\\032\\255.\\\\"));
        assertThat(DomainName.parse("a\\.").labels()).containsExactly("a.");
    }

    @ParameterizedTest
    @CsvSource({"a\\, 1", "\\1, 0", "\\25, 0", "a.\\256, 2", "\\1x3, 0"})
    void aBackslashThatQuotesNothingIsRefused(String text, int where) {
        assertRefused(
                text,
                "in '" + text + "' the backslash at " + where
                        + " quotes nothing; expected a character that is no digit, or three digits up to 255");
    }

    @Test
    void aNameIsBelowItsParentsWhateverTheirCase() {
        DomainName name = DomainName.parse("www.Example.com");

        assertThat(name.parent()).isEqualTo(DomainName.parse("example.com"));
        assertThat(name.parent().prepend("WWW")).isEqualTo(name);
        assertThat(name.isAtOrBelow(name)).isTrue();
        assertThat(name.isAtOrBelow(DomainName.parse("EXAMPLE.COM"))).isTrue();
        assertThat(name.isAtOrBelow(DomainName.ROOT)).isTrue();
        assertThat(name.isAtOrBelow(DomainName.parse("a.www.example.com"))).isFalse();
        // Whole labels count, not letters.
        assertThat(DomainName.parse("badexample.com").isAtOrBelow(DomainName.parse("example.com")))
                .isFalse();
        assertThat(DomainName.of(List.of("x.example", "com")).isAtOrBelow(DomainName.parse("example.com")))
                .isFalse();
    }

    @Test
    void theRootIsNobodysChild() {
        assertThat(DomainName.parse("com").parent()).isEqualTo(DomainName.ROOT);
        assertThat(DomainName.ROOT.isRoot()).isTrue();
        assertThatIllegalStateException().isThrownBy(DomainName.ROOT::parent);
    }

    @Test
    void aNameTakesAnOctetMoreThanEachLabelAndOneForTheRoot() {
        assertThat(DomainName.ROOT.wireLength()).isEqualTo(1);
        assertThat(DomainName.parse("www.example.com").wireLength()).isEqualTo(17);
    }

    private static void assertRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.parse(text))
                .withMessage(message);
    }
}
