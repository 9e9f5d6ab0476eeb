package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary files of this process, which go when it ends; who is killed has them taken away by the next ({@link OwnFolder}). */
public final class Scratch {
    /** On a disk a name that comes and goes takes several times as long. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private static final OwnFolder ON_DISK = of(Path.of(System.getProperty("java.io.tmpdir")));
    private static final OwnFolder QUICK = Files.isWritable(IN_MEMORY) ? of(IN_MEMORY) : ON_DISK;

    private Scratch() {}

    /**
     * An empty folder, which this user alone may look into.
     *
     * @param name with which its own begins
     * @throws IOException if there is no place for temporary files
     */
    public static Path folder(String name) throws IOException {
        return ON_DISK.folder(name);
    }

    /** Takes a file or a folder away, with all that is in it, whatever rights a program has given or taken there. */
    public static boolean remove(Path path) {
        return OwnFolder.remove(path);
    }

    private static OwnFolder of(Path place) {
        return new OwnFolder(place, ProcessHandle.current().pid());
    }

    /** One for what comes and goes: in memory, where that can be had. */
    static Path quickFolder(String name) throws IOException {
        return QUICK.folder(name);
    }
}
