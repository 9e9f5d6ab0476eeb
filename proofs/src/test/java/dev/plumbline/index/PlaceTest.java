package dev.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    private static final List<String> LINES = """
            /** A. */
            public final class A {
                A() {
                    go(1);
                }

                @Override
                public List<? super Map<String, A>> make(
                        int i) {
                    return make(i, go(i));
                }

                private static int go(int i) {
                    return go(i - 1);
                }

                String text = "some-text";
            }
            """.lines().toList();

    @ParameterizedTest
    @CsvSource({"A, 2", "go, 13", "make, 8", "some-text, 17"})
    void aMemberIsOnALine(String member, int line) {
        assertThat(new Place("x/A.java", member).line(LINES)).hasValue(line);
    }

    @Test
    void whatIsNotThereHasNoLine() {
        assertThat(new Place("x/A.java", "gone").line(LINES)).isEqualTo(OptionalInt.empty());
        assertThat(new Place("x/A.java", "").line(LINES)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void isCalledByTypeAndMember() {
        assertThat(new Place("x/A.java", "make")).hasToString("A.make");
        assertThat(new Place("x/A.java", "A")).hasToString("A");
        assertThat(new Place("x/A.java", "")).hasToString("A");
        assertThat(new Place("x/a.b.feature", "").type()).isEqualTo("a.b");
    }
}
