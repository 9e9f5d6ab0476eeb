package dev.plumbline.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "./stack                  | ./stack",
                "`  ./stack   -v  `       | ./stack,-v",
                "python3 'my stack.py'    | python3,my stack.py",
                "./a\"b c\"d              | ./ab cd",
                "./a\\ b                  | ./a b",
                "'it\\'                   | it\\",
                "\"a\\\"b\"               | a\"b",
                "a ''                     | a,``",
                "./과제/스택 \"'\"         | ./과제/스택,'",
                "a $HOME *                | a,$HOME,*",
            })
    void aCommandFallsIntoWordsAsInAShell(String command, String words) {
        assertThat(String.join(",", CommandWords.of(command))).isEqualTo(words.replace("`", ""));
    }

    @Test
    void whatIsNoCommandIsToldAsThat() {
        assertThatThrownBy(() -> CommandWords.of(" "))
                .isInstanceOf(NotThere.class)
                .hasMessage("the command ' ' is empty");
        assertThatThrownBy(() -> CommandWords.of("./a 'b"))
                .hasMessage("the command './a 'b' has a quote that is not closed: '");
        assertThatThrownBy(() -> CommandWords.of("./a\\")).hasMessage("the command './a\\' ends with a backslash");
    }
}
