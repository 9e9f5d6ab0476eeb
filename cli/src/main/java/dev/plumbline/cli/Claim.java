package dev.plumbline.cli;

import dev.plumbline.marking.FileLocks;
import dev.plumbline.text.Shown;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder that one run has to itself as long as it lasts. The system gives it free when the run's process ends, however that
 * came; a second run gets a folder of its own beside it.
 */
final class Claim implements AutoCloseable {
    private static final int MOST = 100;

    private final OutputFolder folder;
    private final @Nullable FileChannel lock;

    private Claim(OutputFolder folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * The folder that is wanted, or the first beside it that no run is at work in, and says so.
     *
     * @throws Suite.Refused if it holds somebody else's files, or cannot be written to
     */
    static Claim of(Path wanted, Screen screen) {
        for (int number = 1; number <= MOST; number++) {
            OutputFolder folder = new OutputFolder(number == 1 ? wanted : beside(wanted, number));
            Claim claim = tried(folder);
            if (claim != null) {
                if (number > 1) {
                    screen.complain("plumbline: another run is at work in " + Shown.line(wanted.toString())
                            + "; this one leaves its results in "
                            + Shown.line(folder.path().toString()));
                }
                return claim;
            }
        }
        throw new Suite.Refused("runs are at work in " + wanted + " and " + (MOST - 1)
                + " folders beside it. Choose another with --out.");
    }

    private static Path beside(Path wanted, int number) {
        return wanted.resolveSibling(wanted.getFileName() + "-" + number);
    }

    private static @Nullable Claim tried(OutputFolder folder) {
        folder.requireOurs();
        try {
            Files.createDirectories(folder.path());
        } catch (IOException e) {
            throw folder.cannotBeWritten(e);
        }
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (FileLocks.take(channel)) {
                return new Claim(folder, channel);
            }
            channel.close();
            return null;
        } catch (IOException e) {
            // A file system that knows no locks: two runs in one folder keep their verdicts all the same.
            return new Claim(folder, null);
        }
    }

    OutputFolder folder() {
        return folder;
    }

    /** Gives the folder free. */
    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new Suite.Refused("Cannot give " + folder.path() + " free: " + e, e);
            }
        }
    }
}
