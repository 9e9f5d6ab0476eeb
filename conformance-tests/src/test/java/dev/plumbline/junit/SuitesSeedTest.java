package dev.plumbline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuitesSeedTest {
    @TempDir
    private Path folder;

    @Test
    void itFollowsFromTheContentAlone() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Files.writeString(classes.resolve("B.class"), "code");
        Path jar = jar("one.jar", "code", "yesterday");
        Map<String, Long> parts = SuitesSeed.parts(jar);
        assertThat(parts).containsOnlyKeys("a/B.class").isEqualTo(SuitesSeed.parts(folder.resolve("classes")));
        assertThat(SuitesSeed.of(parts))
                .isEqualTo(SuitesSeed.of(SuitesSeed.parts(jar("two.jar", "code", "today"))))
                .isNotEqualTo(SuitesSeed.of(SuitesSeed.parts(jar("three.jar", "other code", "today"))));
    }

    @Test
    void thisSuiteHasOne() {
        assertThat(SuitesSeed.value()).isBetween(1L, SuitesSeed.SEEDS).isEqualTo(SuitesSeed.value());
    }

    private Path jar(String name, String code, String builtAt) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write(builtAt.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("a/"));
            out.putNextEntry(new ZipEntry("a/B.class"));
            out.write(code.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
