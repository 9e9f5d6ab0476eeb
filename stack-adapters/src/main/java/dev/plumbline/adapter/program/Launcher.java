package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.line.StackBroken;
import java.nio.file.Path;
import java.util.Optional;

/** Knows how to start a program that speaks the line protocol in virtual time. */
@FunctionalInterface
public interface Launcher {
    /**
     * Starts it.
     *
     * @param workplace an empty folder for it to work in
     * @throws NotThere if there is nothing to start
     * @throws StackBroken if it cannot be started
     */
    ChildProgram launch(Path workplace);

    /** Starts it often, and cheaply; not all can. */
    default Optional<Rooms> rooms() {
        return Optional.empty();
    }
}
