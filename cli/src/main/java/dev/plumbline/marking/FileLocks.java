package dev.plumbline.marking;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Locks that the system frees when their process dies, however it does. */
public final class FileLocks {
    private FileLocks() {}

    /** Locks a file until it is closed; tells whether nobody else has it, in another process or in this one. */
    public static boolean take(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
