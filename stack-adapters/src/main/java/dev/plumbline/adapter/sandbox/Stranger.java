package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Somebody who owns nothing here: what root starts runs as this user, so that neither root's files nor its way around limits are
 * to be had. Each start has a number of its own, and so a count of processes of its own.
 */
final class Stranger {
    /** Far from the numbers of accounts, subordinate ones included. */
    private static final long FIRST = 1_900_000_000L;

    private static final long JVMS = 100_000;
    private static final long STARTS = 1_000;
    private static final AtomicLong COUNT = new AtomicLong();
    private static final int MOST_FILES = 20_000;

    private Stranger() {}

    /** Whether this process could start one. */
    static boolean canBeMade() {
        return isRoot() && Tools.have("setpriv");
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** A number for the next of them, which no other has in this JVM and, as good as surely, on this machine. */
    static long next() {
        return FIRST + ProcessHandle.current().pid() % JVMS * STARTS + COUNT.incrementAndGet() % STARTS;
    }

    /** The words that make whoever takes {@code command} up the stranger. */
    static List<String> around(List<String> command, long user) {
        String number = Long.toString(user);
        List<String> words = new ArrayList<>(List.of(Tools.the("setpriv"), "--reuid", number, "--regid", number));
        words.addAll(List.of("--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"));
        words.addAll(List.of("--pdeathsig", "KILL"));
        words.addAll(command);
        return words;
    }

    /**
     * Whether everybody may read these, which the stranger has to; the system's own are everybody's.
     *
     * @param wayIncluded whether the folders that lead there count, too
     */
    static boolean mayRead(List<Path> files, boolean wayIncluded) {
        return files.stream().filter(file -> !SystemView.holds(file)).allMatch(file -> isOpen(file, wayIncluded));
    }

    private static boolean isOpen(Path file, boolean wayIncluded) {
        Path way = wayIncluded ? file.getParent() : null;
        while (way != null) {
            if (!has(way, PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
            way = way.getParent();
        }
        try (Stream<Path> all = Files.walk(file)) {
            Optional<Path> closed = all.limit(MOST_FILES)
                    .filter(each -> !Files.isSymbolicLink(each))
                    .filter(each -> !has(each, PosixFilePermission.OTHERS_READ)
                            || (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                                    && !has(each, PosixFilePermission.OTHERS_EXECUTE)))
                    .findFirst();
            return closed.isEmpty();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean has(Path path, PosixFilePermission permission) {
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(path);
            return all.contains(permission);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
