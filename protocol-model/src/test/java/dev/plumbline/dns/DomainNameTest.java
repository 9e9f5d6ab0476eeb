package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
        assertRefused("\u212a", "in the name '\u212a' the character U+212A is not an octet");
    }

    @Test
    void aRecordTypeIsSixteenBits() {
        assertThat(RecordType.A).hasToString("A").isEqualTo(new RecordType(1));
        assertThat(new RecordType(65535)).hasToString("TYPE65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordType(65536))
                .withMessage("a record type is 0 to 65535, found 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordType(-1))
                .withMessage("a record type is 0 to 65535, found -1");
    }

    private static void assertRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomainName.parse(text))
                .withMessage(message);
    }
}
