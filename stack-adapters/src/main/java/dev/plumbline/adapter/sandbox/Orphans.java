package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Sandboxes that were just being made when their suite was killed: bubblewrap ends with its parent, but not in the moment before it
 * has asked for that, and then it waits for ever for a word from who is no more.
 */
final class Orphans {
    private static final Path PROC = Path.of("/proc");
    private static final String NAME = "bwrap";

    private Orphans() {}

    /** Ends those that were started in this folder, which is nobody's any more. */
    static void endThoseIn(Path folder) throws IOException {
        if (Files.isDirectory(PROC)) {
            Set<Long> all = new HashSet<>();
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
                for (Path each : processes) {
                    boolean sandbox =
                            link(each, "exe").filter(to -> to.endsWith(NAME)).isPresent();
                    if (sandbox
                            && link(each, "cwd")
                                    .filter(to -> to.startsWith(folder))
                                    .isPresent()) {
                        all.add(Long.valueOf(each.getFileName().toString()));
                    }
                }
            }
            Inside.end(all);
        }
    }

    /** Where it leads, if this user may know, and the process is still there. */
    private static Optional<Path> link(Path process, String name) {
        try {
            return Optional.of(Files.readSymbolicLink(process.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
