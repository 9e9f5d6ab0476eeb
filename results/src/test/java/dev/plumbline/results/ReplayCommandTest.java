package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        assertThat(ReplayCommand.of(stack, "T").replaceFirst(" -f \\S+/pom.xml", ""))
                .isEqualTo(command);
    }

    /** As the start script says where it is. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "reference, '/it'\\''s here/plumbline' replay T",
                "jar:my stack.jar#Mine, '/it'\\''s here/plumbline' replay T --stack 'jar:HERE/my stack.jar#Mine'",
                "jar:/elsewhere/a.jar, '/it'\\''s here/plumbline' replay T --stack jar:/elsewhere/a.jar",
                "exec:./a --b, (cd HERE && '/it'\\''s here/plumbline' replay T --stack 'exec:./a --b')",
            })
    void aCommandThatCanBePastedAnywhere(String stack, String command) {
        System.setProperty("plumbline.command", "/it's here/plumbline");
        try {
            String here = Path.of("").toAbsolutePath().toString();
            assertThat(ReplayCommand.of(stack, "T")).isEqualTo(command.replace("HERE", here));
        } finally {
            System.clearProperty("plumbline.command");
        }
    }
}
