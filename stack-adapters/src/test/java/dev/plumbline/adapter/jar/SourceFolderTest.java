package dev.plumbline.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SourceFolderTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SERVICE = "META-INF/services/dev.plumbline.spi.StackProvider";

    @TempDir
    private Path folder;

    /** As an archive leaves it: a folder in a folder. */
    @Test
    void aProjectOfMavenBecomesAJarWithItsResources() throws IOException {
        Path top = folder.resolve("alice");
        write("alice/lab/src/main/java/a/Mine.java", "package a; class Mine { dev.plumbline.wire.Octets octets; }");
        write("alice/lab/src/main/resources/" + SERVICE, "a.Mine");
        write("alice/lab/src/test/java/a/MineTest.java", "this is no Java");
        write("alice/lab/target/Old.java", "nor is this");

        assertThat(SourceFolder.isOne(top)).isTrue();
        assertThat(entries(top)).containsExactly("a/Mine.class", SERVICE);
    }

    /** A build keeps copies of what it compiles, and would say everything twice. */
    @Test
    void whatABuildHasLeftIsNotCompiled() throws IOException {
        for (String layout : List.of("hana/", "hana/src/", "hana/src/main/java/")) {
            write(layout + "a/Mine.java", "package a; class Mine {}");
            write("hana/target/classes/a/Mine.java", "package a; class Mine { int old; }");
            write("hana/build/generated/Mine.java", "this is no Java");
            write("hana/out/Mine.class", "old");
            write("hana/bin/a/Mine.java", "package a; class Mine {}");
            assertThat(entries(folder.resolve("hana"))).as(layout).containsExactly("a/Mine.class");
        }
        write("ivan/build/a/Mine.java", "package a; class Mine {}");
        assertThat(SourceFolder.isOne(folder.resolve("ivan"))).isFalse();
        write("ivan/src/build/Mine.java", "package build; class Mine {}");
        assertThat(entries(folder.resolve("ivan")))
                .as("a package may be called so")
                .containsExactly("build/Mine.class");
    }

    @Test
    void theSameSourcesMakeTheSameJar() throws IOException {
        write("bob/Mine.java", "class Mine { class Inner {} }");
        write("bob/" + SERVICE, "Mine");
        Path one = folder.resolve("one.jar");
        Path other = folder.resolve("other.jar");
        new SourceFolder(folder.resolve("bob")).compile(one, LIMIT);
        new SourceFolder(folder.resolve("bob")).compile(other, LIMIT);
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws IOException {
        write("carl/src/a/Mine.java", "package a;\nclass Mine {\n    int x = \"y\";\n}\n");
        refuses("carl", "src/a/Mine.java:3: incompatible types: java.lang.String cannot be converted to int");
    }

    /** The suite is not there to be called, and what would run while it is compiled does not. */
    @Test
    void nothingButTheModelIsThere() throws IOException {
        write("dora/Mine.java", "class Mine { dev.plumbline.adapter.jar.SourceFolder all; }");
        refuses("dora", "Mine.java:1: package dev.plumbline.adapter.jar does not exist");
        write(
                "emil/" + SERVICE.replace("dev.plumbline.spi.StackProvider", "javax.annotation.processing.Processor"),
                "Evil");
        write("emil/Mine.java", "class Mine {}");
        assertThat(entries(folder.resolve("emil"))).contains("Mine.class");
    }

    /** A link out of what was handed in leads nowhere. */
    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = write("secret/Secret.java", "class Secret {}");
        write("fred/Mine.java", "class Mine {}");
        Files.createSymbolicLink(folder.resolve("fred/Secret.java"), secret);
        Files.createSymbolicLink(folder.resolve("fred/secret.txt"), secret);
        assertThat(entries(folder.resolve("fred"))).containsExactly("Mine.class");
    }

    /** What takes for ever is cut off. */
    @Test
    void theCompilerHasSoMuchTimeAndNoMore() throws IOException {
        write("greg/Mine.java", "class Mine {}");
        assertThatExceptionOfType(SourceFolder.Mistakes.class)
                .isThrownBy(
                        () -> new SourceFolder(folder.resolve("greg")).compile(folder.resolve("g.jar"), Duration.ZERO))
                .withMessageContaining("not done within");
    }

    private void refuses(String id, String words) {
        assertThatExceptionOfType(SourceFolder.Mistakes.class)
                .isThrownBy(() -> new SourceFolder(folder.resolve(id)).compile(folder.resolve("no.jar"), LIMIT))
                .withMessageContaining(words);
    }

    private List<String> entries(Path top) throws IOException {
        Path jar = folder.resolve("stack.jar");
        new SourceFolder(top).compile(jar, LIMIT);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
