package dev.plumbline.cli;

import dev.plumbline.adapter.jar.StackFiles;
import dev.plumbline.adapter.program.ExecLocator;
import dev.plumbline.adapter.program.NotThere;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The files that a stack is built into, watched by their times and sizes. */
final class BuiltFiles {
    private static final long TICK_MILLIS = 100;
    /** A build writes many files, and a jar piece by piece: so many looks must see the same. */
    private static final int SETTLED = 3;

    private final List<Path> roots;
    private final Path except;
    private final BlockingQueue<Object> never = new SynchronousQueue<>();

    private BuiltFiles(List<Path> roots, Path except) {
        this.roots = List.copyOf(roots);
        this.except = except.toAbsolutePath().normalize();
    }

    /** A file as it is: whoever writes it anew makes another. */
    record Stamp(long millis, long size) {}

    /** All of them at one moment; empty if nothing is there. */
    record Build(Map<Path, Stamp> files) {
        boolean isThere() {
            return !files.isEmpty();
        }
    }

    /**
     * Those of a stack.
     *
     * @param except a folder of results, which is no part of a build wherever it lies
     * @throws Suite.Refused if it is not built into files
     */
    static BuiltFiles of(String stack, Path except) {
        int colon = stack.indexOf(':');
        String named = stack.substring(colon + 1).replaceFirst("#.*", "");
        List<Path> roots = switch (named.isEmpty() ? "" : stack.substring(0, colon + 1)) {
            case "jar:" -> List.of(path(named));
            case "exec:" -> program(stack);
            case "class:" -> classPath();
            default -> List.of();
        };
        if (roots.isEmpty()) {
            throw new Suite.Refused("nothing that '" + stack + "' is built into can be watched;"
                    + " jar:PATH, class:NAME or exec:COMMAND with the path of a program can");
        }
        return new BuiltFiles(roots, except);
    }

    private static List<Path> program(String stack) {
        try {
            return ExecLocator.files(stack);
        } catch (NotThere e) {
            throw new Suite.Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Suite.Refused("'" + text + "' is no path: " + e.getReason(), e);
        }
    }

    /** Folders alone: jars of others do not change. */
    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(BuiltFiles::path)
                .filter(Files::isDirectory)
                .toList();
    }

    /** As people know them. */
    String named() {
        return String.join(
                ", ", roots.stream().map(Path::toString).limit(SETTLED).toList());
    }

    /** As they are at this moment. */
    Build now() {
        Map<Path, Stamp> files = new HashMap<>();
        // One that is not there is not built yet.
        for (Path root : withThoseTheyName()) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(file -> !file.startsWith(except)).forEach(file -> look(file, files));
            } catch (IOException | UncheckedIOException e) {
                return new Build(Map.of()); // it is being built
            }
        }
        return new Build(files);
    }

    /** A jar's manifest may name other files that the stack needs, as {@link StackFiles} finds them. */
    private List<Path> withThoseTheyName() {
        return Stream.concat(roots.stream(), StackFiles.namedBy(roots).stream())
                .filter(Files::exists)
                .toList();
    }

    private static void look(Path file, Map<Path, Stamp> files) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isRegularFile()) {
                files.put(file, new Stamp(found.lastModifiedTime().toMillis(), found.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until there is another build than this, and nobody writes to it any more.
     *
     * @return false if whoever waits was interrupted
     */
    boolean awaitOtherThan(Build old) {
        Build last = now();
        int alike = 0;
        while (last.equals(old) || !last.isThere() || alike < SETTLED) {
            try {
                var unused = never.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            Build next = now();
            alike = next.equals(last) ? alike + 1 : 0;
            last = next;
        }
        return true;
    }
}
