package dev.plumbline.adapter.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this process, which is removed when the process ends. Who is killed removes nothing, so whoever makes such a folder
 * clears up after those that are no more: takes away theirs, and ends what they had just begun to start ({@link Orphans}). It belongs
 * to who holds the lock on a file in it; the system takes the lock from whoever has ended.
 */
final class OwnFolder {
    private static final String NAME = "plumbline-run";
    private static final String LOCK = "lock";

    private final Path place;
    private final String name;
    private @Nullable Held mine;

    /**
     * None yet: it is made when it is wanted.
     *
     * @param process whose it is
     */
    OwnFolder(Path place, long process) {
        this.place = place;
        // No process looks at its own locks: as soon as it closes a second channel to the file, it holds none
        // (fcntl(2)).
        this.name = NAME + process + "-";
    }

    /** A new folder in it. */
    synchronized Path folder(String begin) throws IOException {
        while (mine == null) {
            mine = make().orElse(null);
        }
        return Files.createTempDirectory(mine.folder(), begin);
    }

    private Optional<Held> make() throws IOException {
        Path made = Files.createTempDirectory(place, name);
        // Before it is held, somebody may take this for a dead one's, and have it removed.
        Optional<Held> held = hold(made, StandardOpenOption.CREATE_NEW);
        if (held.isPresent()) {
            letPass(made);
            Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
            clearAfterTheDead(made);
        }
        return held;
    }

    /** Through, to what lies open within, but not to look around. */
    private static void letPass(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /** With all that is in it. */
    synchronized void leave() {
        if (mine != null) {
            remove(mine.folder());
        }
    }

    private void clearAfterTheDead(Path made) throws IOException {
        UserPrincipal me = Files.getOwner(made);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(place, NAME + "*")) {
            for (Path each : all) {
                if (!each.getFileName().toString().startsWith(name) && isOf(me, each)) {
                    clearIfDead(each);
                }
            }
        }
    }

    /** Only what is ours is believed, for anybody may make a folder of that name. */
    private static boolean isOf(UserPrincipal user, Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
        } catch (IOException e) {
            return false; // another was quicker
        }
    }

    private static void clearIfDead(Path folder) throws IOException {
        Optional<Held> held = hold(folder);
        if (held.isPresent()) {
            Orphans.endThoseIn(folder.toRealPath());
            remove(folder);
            held.get().file().close();
        }
    }

    /** Nothing if another holds it, or has removed it: who comes too late holds a file that has no name any more. */
    private static Optional<Held> hold(Path folder, StandardOpenOption... besides) throws IOException {
        Path lock = folder.resolve(LOCK);
        Set<OpenOption> how = new HashSet<>(List.of(besides));
        how.addAll(List.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        FileChannel file;
        try {
            file = FileChannel.open(lock, how);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // another was quicker
        }
        if (file.tryLock() == null || Files.notExists(lock)) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new Held(folder, file));
    }

    /** Takes a file or a folder away, with all that is in it, whatever rights a program has given or taken there. */
    static boolean remove(Path path) {
        File file = path.toFile();
        // Links are not followed: what they lead to is not the program's.
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            boolean mine =
                    file.setReadable(true, true) && file.setWritable(true, true) && file.setExecutable(true, true);
            File[] within = mine ? file.listFiles() : null;
            for (File each : within == null ? new File[0] : within) {
                remove(each.toPath());
            }
        }
        return file.delete();
    }

    /**
     * What this process holds.
     *
     * @param file whose lock goes with the channel, also when nobody refers to it any more
     */
    private record Held(Path folder, FileChannel file) {}
}
