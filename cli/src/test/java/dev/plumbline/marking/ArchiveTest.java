package dev.plumbline.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is unpacked into its folder, or refused in a sentence of its own. */
class ArchiveTest {
    private static final byte[] ZEROS = new byte[1 << 20];

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path into = Path.of("");

    @BeforeEach
    void anArchive() throws IOException {
        file = folder.resolve("a.zip");
        into = Files.createDirectory(folder.resolve("into"));
    }

    @Test
    void itsFilesAreThereAndWhatAMacAddsIsNot() throws IOException {
        try (Zip zip = new Zip(file)) {
            zip.with("lab/src/A.java", "class A {}")
                    .with("lab\\src\\b\\B.java", "class B {}")
                    .with("__MACOSX/lab/._A.java", "x")
                    .with("lab/.DS_Store", "x");
        }
        new Archive(file).unpack(into);
        assertThat(CourseWorkTest.files(into)).containsOnlyKeys("lab/src/A.java", "lab/src/b/B.java");
        assertThat(into.resolve("lab/src/b/B.java")).hasContent("class B {}");
    }

    /** As an older program on a Korean machine writes them. */
    @Test
    void namesOfOldProgramsAreRead() throws IOException {
        try (Zip zip = new Zip(file, Charset.forName("MS949"))) {
            zip.with("과제/A.java", "class A {}");
        }
        new Archive(file).unpack(into);
        assertThat(into.resolve("과제/A.java")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../slipped", "a/../../slipped", "/slipped", "..\\slipped", "C:\\slipped", "a/../slipped"})
    void nothingLeavesTheFolder(String name) throws IOException {
        try (Zip zip = new Zip(file)) {
            zip.with(name, "out");
        }
        refused("its entry " + name + " leads out of its folder");
        assertThat(folder.resolve("slipped")).doesNotExist();
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void whatIsMadeOfNothingIsNotUnpacked() throws IOException {
        try (Zip zip = new Zip(file)) {
            zip.with("zeros", ZEROS, 100);
        }
        refused("it unpacks to more than 100 times its size");
        assertThat(Files.size(into.resolve("zeros"))).isLessThan(16 << 20);
    }

    @Test
    void noMoreThanSoMuchIsUnpacked() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        try (Zip zip = new Zip(file)) {
            zip.with("noise", noise, 2).with("zeros", ZEROS, 127);
        }
        refused("unpacked it has more than 128 MB");
        try (Zip zip = new Zip(file)) {
            zip.with("noise", noise, 33);
        }
        refused("it has more than 32 MB");
    }

    @Test
    void noMoreThanSoManyFiles() throws IOException {
        try (Zip zip = new Zip(file)) {
            for (int i = 0; i <= Archive.MOST_FILES; i++) {
                zip.with("A" + i, "");
            }
        }
        refused("it has more than 5000 files");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void namesAreNamesOfFiles() throws IOException {
        try (Zip zip = new Zip(file)) {
            zip.with("a/".repeat(40) + "A", "");
        }
        refused("below more than 32 folders");
        try (Zip zip = new Zip(file)) {
            zip.with("a".repeat(300), "");
        }
        refused("has too long a name");
        try (Zip zip = new Zip(file)) {
            zip.with("a\0b", "");
        }
        refused("has no name for a file");
        try (Zip zip = new Zip(file)) {
            zip.with("a/B", "").with("a\\B", "");
        }
        refused("it has two entries of the name a/B");
        try (Zip zip = new Zip(file)) {
            zip.with("c", "").with("c/D", "");
        }
        refused("it has two entries of the name c");
    }

    @Test
    void whatIsNoArchiveOrADamagedOneIsToldApart() throws IOException {
        Files.writeString(file, "Rar!");
        refused("it is no zip archive that can be read: ");
        try (Zip zip = new Zip(file)) {
            zip.with("A", "class A {} class A {} class A {} class A {} class A {}".repeat(50));
        }
        byte[] content = Files.readAllBytes(file);
        content[40] ^= 0x55;
        content[41] ^= 0x55;
        Files.write(file, content);
        refused("its file A is damaged");
    }

    private void refused(String sentence) throws IOException {
        into = Files.createTempDirectory(folder, "into");
        assertThatExceptionOfType(Archive.Refused.class)
                .isThrownBy(() -> new Archive(file).unpack(into))
                .withMessageContaining(sentence);
    }
}
