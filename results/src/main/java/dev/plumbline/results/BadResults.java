package dev.plumbline.results;

import java.nio.file.Path;

/** A results file that does not keep to docs/results.md. The message says which file, which line and what is wrong. */
public final class BadResults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadResults(Path file, String what) {
        super(file + ": " + what);
    }

    BadResults(Path file, int line, String what) {
        super(file + " line " + line + ": " + what);
    }
}
