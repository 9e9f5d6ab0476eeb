package dev.plumbline.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.suite.CannotRun;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    private static final String JUDGE = "dev/plumbline/results/Judgement.class";

    @TempDir
    private Path folder;

    @Test
    void thisClassPathHasTheSuiteOnce() {
        assertThatCode(ClassPath::requireTheSuiteOnce).doesNotThrowAnyException();
    }

    @Test
    void aClassOfTheSuiteThatIsThereTwiceIsNamedWithItsPlaces() throws IOException {
        Path shadow = folder.resolve(JUDGE);
        Files.createDirectories(shadow.getParent());
        Files.writeString(shadow, "another judge");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThatThrownBy(() -> ClassPath.requireOnce(JUDGE, loader))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContainingAll(
                            "the class path has " + JUDGE + " 2 times",
                            folder.toUri().toString());
        }
    }
}
