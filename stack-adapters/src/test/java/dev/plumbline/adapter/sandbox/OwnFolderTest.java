package dev.plumbline.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {
    private static final Path SLEEP = Path.of("/usr/bin/sleep");

    @TempDir
    private Path place;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process each : started) {
            each.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatAKilledProcessHasLeftGoesAndNotWhatALivingOneHas() throws IOException, InterruptedException {
        Process other = started("java", place, java(place));
        Path theirs = Path.of(said(other));
        Path elsewhere = Files.writeString(place.resolve("elsewhere"), "not in it");
        Path closed = Files.createDirectory(theirs.resolve("closed"));
        Files.writeString(closed.resolve("file"), "left");
        Files.createSymbolicLink(theirs.resolve("link"), elsewhere);
        Files.setPosixFilePermissions(closed, Set.of(PosixFilePermission.OWNER_READ));

        mine().folder("while it lives");
        assertThat(theirs).exists();
        other.destroyForcibly().waitFor();
        mine().folder("when it is dead");
        assertThat(theirs.getParent()).doesNotExist();
        assertThat(elsewhere).hasContent("not in it");
    }

    @Test
    void aSandboxThatAKilledProcessHadBegunEnds() throws IOException, InterruptedException {
        assumeThat(SLEEP).as("something that can be called bwrap").isExecutable();
        Process dies = started("java", place, java(place));
        Process lives = started("java", place, java(place));
        Path deadFolder = Path.of(said(dies));
        Process orphan = sleeping("bwrap", deadFolder);
        Process somethingElse = sleeping("sleeper", deadFolder);
        Process ofTheLiving = sleeping("bwrap", Path.of(said(lives)));
        dies.destroyForcibly().waitFor();
        mine().folder("work");
        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(somethingElse.isAlive()).isTrue();
        assertThat(ofTheLiving.isAlive()).isTrue();
    }

    @Test
    void aFolderThatOnlyLooksLikeOneStays() throws IOException {
        Path without = Files.createDirectory(place.resolve("plumbline-run333-x"));
        Path link = Files.createSymbolicLink(place.resolve("plumbline-run444-x"), without);
        mine().folder("work");
        assertThat(without).exists();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void allOfItGoesAtTheEnd() throws IOException {
        OwnFolder mine = mine();
        mine.folder("one");
        mine.folder("two");
        mine.leave();
        assertThat(place).isEmptyDirectory();
    }

    /** Programs work in folders within, and may have become somebody else before they get there. */
    @Test
    void othersPassThroughAndSeeNothing() throws IOException {
        Path within = mine().folder("work");
        assertThat(Files.getPosixFilePermissions(within.getParent()))
                .contains(PosixFilePermission.OTHERS_EXECUTE)
                .doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
        assertThat(Files.getPosixFilePermissions(within)).doesNotContain(PosixFilePermission.OTHERS_EXECUTE);
    }

    private OwnFolder mine() {
        return new OwnFolder(place, ProcessHandle.current().pid());
    }

    private Process sleeping(String name, Path folder) throws IOException {
        Path program = place.resolve(name);
        if (Files.notExists(program)) {
            Files.copy(SLEEP, program, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return started(name, folder, List.of(program.toString(), "100"));
    }

    private Process started(String name, Path folder, List<String> words) throws IOException {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(place.resolve(name + ".err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static List<String> java(Path place) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Other.class.getName(),
                place.toString());
    }

    private static String said(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        return said.readLine();
    }

    /** Another process, which has a folder until it is killed. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            Path folder =
                    new OwnFolder(Path.of(arguments[0]), ProcessHandle.current().pid()).folder("work");
            try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                out.write((folder + "\n").getBytes(StandardCharsets.UTF_8));
                System.in.read();
            }
        }
    }
}
