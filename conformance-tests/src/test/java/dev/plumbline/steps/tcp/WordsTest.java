package dev.plumbline.steps.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.values.Drawn;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a feature may write is what there is. */
class WordsTest {
    static Stream<Arguments> vocabularies() {
        return Stream.of(
                Arguments.of(Way.WORDS, Way.values()),
                Arguments.of(SegmentKind.WORDS, SegmentKind.values()),
                Arguments.of(Place.WORDS, Place.values()),
                Arguments.of(Acknowledging.WORDS, Acknowledging.values()),
                Arguments.of(Answer.WORD, Answer.values()),
                Arguments.of(News.WORDS, News.values()));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void aParameterTypeKnowsEachOfItsWordsAndNoOther(String regex, Object[] words) {
        assertThat(regex.split("\\|"))
                .containsExactlyInAnyOrder(
                        Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void severalAnswersMayBeRight() {
        assertThat(Answers.of("nothing or a reset that fits").choices())
                .containsExactly(Answer.NOTHING, Answer.FITTING_RESET);
        assertThat("a reset or what it expects next").matches(Answers.WORDS);
        assertThat("a reset or something else").doesNotMatch(Answers.WORDS);
    }

    @Test
    void aPlaceIsManyNumbersAndAnAnswerIsOne() {
        assertThat(Drawn.isDrawn("place")).isTrue();
        assertThat(Drawn.isDrawn("answer")).isFalse();
    }
}
