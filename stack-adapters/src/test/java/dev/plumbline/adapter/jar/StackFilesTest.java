package dev.plumbline.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aJarMayNameOthersBelowItsFolder() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("stack/lib")).getParent();
        Path own = Files.writeString(jars.resolve("lib/own.jar"), "");
        Files.writeString(folder.resolve("another.jar"), "");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/own.jar ../another.jar lib/none.jar");
        Path jar = jars.resolve("stack.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        assertThat(StackFiles.namedBy(List.of(jar))).containsExactly(own);
    }
}
