package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "reference, ./plumbline replay T",
                "linux, ./plumbline replay T --stack linux",
                "faulty:rst-ignored, ./plumbline replay T --stack faulty:rst-ignored",
                "jar:my stack.jar, ./plumbline replay T --stack 'jar:my stack.jar'",
                "jar:it's.jar, ./plumbline replay T --stack 'jar:it'\\''s.jar'",
                "class:org.example.MyStack, mvn verify -Dplumbline.replay=T",
                "in-process:org.example.MyStack, mvn verify -Dplumbline.replay=T",
            })
    void aCommandThatCanBeTyped(String stack, String command) {
        assertThat(ReplayCommand.of(stack, "T")).isEqualTo(command);
    }
}
