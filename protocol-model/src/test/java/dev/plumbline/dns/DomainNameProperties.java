package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any name (RFC 1034 section 3.1, RFC 1035 section 2.3.4, RFC 4343 section 3). */
class DomainNameProperties {
    @Property
    void theLabelsComeBackAsTheyWereSpelt(@ForAll("labels") List<String> labels) {
        assertThat(name(labels).labels()).isEqualTo(labels);
    }

    @Property
    void textComesBack(@ForAll("labels") List<String> labels) {
        assertThat(DomainName.parse(name(labels).toString()).labels()).isEqualTo(labels);
    }

    @Property
    void aDotAtTheEndChangesNothing(@ForAll("labels") List<String> labels) {
        String withDot = name(labels).toString();
        String without = withDot.substring(0, withDot.length() - 1);

        assertThat(DomainName.parse(without)).isEqualTo(DomainName.parse(withDot));
    }

    @Property
    void theCaseOfAsciiLettersDoesNotMatter(@ForAll("asciiLabels") List<String> labels) {
        DomainName name = name(labels);
        DomainName upper =
                name(labels.stream().map(l -> l.toUpperCase(Locale.ROOT)).toList());

        assertThat(upper).isEqualTo(name).hasSameHashCodeAs(name);
    }

    @Property
    void namesAreEqualIfTheirOctetsAreButForAsciiCase(
            @ForAll("shortLists") List<String> some, @ForAll("shortLists") List<String> others) {
        boolean same = some.stream()
                .map(DomainNameProperties::folded)
                .toList()
                .equals(others.stream().map(DomainNameProperties::folded).toList());

        assertThat(name(some).equals(name(others))).isEqualTo(same);
    }

    @Property
    void anotherLabelMakesAnotherName(@ForAll("labels") List<String> labels) {
        assertThat(name(labels).prepend("a")).isNotEqualTo(name(labels));
    }

    @Provide
    Arbitrary<List<String>> labels() {
        return lists(Arbitraries.chars().range('\0', '\u00ff'));
    }

    @Provide
    Arbitrary<List<String>> asciiLabels() {
        return lists(Arbitraries.chars().range('!', '~').filter(c -> c != '.'));
    }

    /** So short and of so few letters that two of them are often equal. */
    @Provide
    Arbitrary<List<String>> shortLists() {
        return Arbitraries.strings()
                .withChars('k', 'K', '[', '{', '\u00e9', '\u00c9')
                .ofLength(1)
                .list()
                .ofMaxSize(2)
                .edgeCases(EdgeCases.Config::none);
    }

    private static Arbitrary<List<String>> lists(Arbitrary<Character> characters) {
        return characters
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(DomainNameProperties::joined)
                .list()
                .ofMaxSize(10);
    }

    private static String joined(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    private static DomainName name(List<String> labels) {
        return DomainName.of(labels);
    }

    private static String folded(String label) {
        StringBuilder text = new StringBuilder(label);
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) >= 'A' && label.charAt(i) <= 'Z') {
                text.setCharAt(i, (char) (label.charAt(i) + 32));
            }
        }
        return text.toString();
    }
}
