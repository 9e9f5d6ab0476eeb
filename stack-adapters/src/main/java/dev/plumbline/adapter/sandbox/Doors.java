package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Named pipes (fifo(7)), three for each program that a {@link Room} starts: the way to talk to what is not this process's child.
 * They lie in a folder that the room may only read; a pipe's name is gone as soon as both sides have it open.
 *
 * @param folder with nothing else in it
 */
record Doors(Path folder) implements AutoCloseable {
    private static final long SECONDS = 10;

    /** A folder that everybody may look into, without any yet. */
    static Doors make() throws IOException {
        Path folder = Scratch.quickFolder("doors");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Doors(folder);
    }

    /** Makes those of the programs 1 to {@code count}, for the user alone whom the programs run as. */
    void hang(int count, Place place) throws IOException {
        List<Path> all =
                IntStream.rangeClosed(1, count).boxed().flatMap(this::names).toList();
        List<String> words = new ArrayList<>(List.of(Tools.the("mkfifo"), "-m", "600"));
        all.forEach(path -> words.add(path.toString()));
        Process maker = Spawner.start(new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        try {
            if (!maker.waitFor(SECONDS, TimeUnit.SECONDS) || maker.exitValue() != 0) {
                throw new IOException("no named pipes can be made in " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while named pipes were made", e);
        }
        if (place.asStranger()) {
            for (Path path : all) {
                Files.setAttribute(path, "unix:uid", (int) place.user());
            }
        }
    }

    /** This side of one program's. */
    Pipes open(int number) throws IOException {
        List<Path> three = names(number).toList();
        return Pipes.named(three.get(0), three.get(1), three.get(2));
    }

    /** Takes the names of one program's away. */
    void leave(int number) {
        names(number).forEach(Doors::remove);
    }

    private Stream<Path> names(int number) {
        return Stream.of(".in", ".out", ".err").map(end -> folder.resolve(number + end));
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("a named pipe cannot be removed", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> left = Files.list(folder)) {
            left.forEach(Doors::remove);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a folder of named pipes cannot be removed", e);
        }
    }
}
