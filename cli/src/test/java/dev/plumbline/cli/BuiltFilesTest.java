package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cli.BuiltFiles.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BuiltFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aJarThatIsWrittenAnewIsAnotherBuild() throws IOException {
        Path jar = Files.writeString(folder.resolve("it's \"mine\" 과제.jar"), "old");
        BuiltFiles files = BuiltFiles.of("jar:" + jar + "#Mine", folder.resolve("out"));
        Build old = files.now();
        assertThat(old.isThere()).isTrue();
        assertThat(files.now()).isEqualTo(old);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertThat(files.now()).isNotEqualTo(old);
    }

    /** A jar may name others that its stack needs; they are built with it, or on their own. */
    @Test
    void whatTheManifestOfAJarNamesBelongsToIt() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path library = Files.writeString(folder.resolve("library.jar"), "old");
        Path jar = folder.resolve("mine.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, "library.jar classes/ ../elsewhere.jar missing.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        BuiltFiles files = BuiltFiles.of("jar:" + jar, folder.resolve("out"));
        Build old = files.now();
        assertThat(old.files()).containsOnlyKeys(jar, library);
        Files.setLastModifiedTime(library, FileTime.fromMillis(1));
        Build other = files.now();
        assertThat(other).isNotEqualTo(old);
        Files.writeString(classes.resolve("A.class"), "");
        assertThat(files.now()).isNotEqualTo(other);
    }

    @Test
    void inAFolderEachFileCountsButNoResults() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("classes/a/b"));
        Path out = Files.createDirectories(folder.resolve("classes/plumbline-out"));
        BuiltFiles files = BuiltFiles.of("jar:" + folder.resolve("classes"), out);
        assertThat(files.now().isThere()).isFalse();
        Files.writeString(out.resolve("results.jsonl"), "{}");
        assertThat(files.now().isThere()).isFalse();
        Files.writeString(deep.resolve("C.class"), "");
        assertThat(files.now().isThere()).isTrue();
    }

    @Test
    void ofACommandTheProgramAndWhatElseItNamesIsWatched() throws IOException {
        Path script = Files.writeString(folder.resolve("stack.py"), "");
        BuiltFiles files = BuiltFiles.of("exec:python3 -u '" + script + "' --fast", folder.resolve("out"));
        assertThat(files.now().files()).containsOnlyKeys(script);
        BuiltFiles missing = BuiltFiles.of("exec:" + folder.resolve("mystack"), folder.resolve("out"));
        assertThat(missing.now().isThere()).isFalse();
    }

    @Test
    void whatIsBuiltIntoNoFileCannotBeWatched() {
        for (String stack : new String[] {
            "reference", "exec:mystack", "exec:'", "jar:\0", "jar", "exec", "class", "jar:", "jar:#Mine", "exec:", ""
        }) {
            assertThatThrownBy(() -> BuiltFiles.of(stack, folder)).as(stack).isInstanceOf(Suite.Refused.class);
        }
    }

    @Test
    void theNextBuildIsAwaitedUntilItIsWhole() throws Exception {
        Path jar = folder.resolve("mine.jar");
        BuiltFiles files = BuiltFiles.of("jar:" + jar, folder.resolve("out"));
        Build none = files.now();
        CompletableFuture<Boolean> built = CompletableFuture.supplyAsync(() -> files.awaitOtherThan(none));
        Files.writeString(jar, "half");
        Files.writeString(jar, "all of it");
        assertThat(built.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        BuiltFiles files = BuiltFiles.of("jar:" + folder.resolve("mine.jar"), folder.resolve("out"));
        Thread.currentThread().interrupt();
        assertThat(files.awaitOtherThan(files.now())).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
