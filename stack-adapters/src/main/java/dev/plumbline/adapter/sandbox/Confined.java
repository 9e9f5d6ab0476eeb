package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A program that was started, and all that it has started itself. */
public interface Confined {
    /**
     * Starts a program of our own, which is confined by nothing.
     *
     * @throws IOException if it cannot be started
     */
    static Confined trusted(ProcessBuilder builder) throws IOException {
        return new Alone(Spawner.start(builder), "none", List.of());
    }

    /** How it is confined, for the record of a run. */
    String told();

    /** What it reads. */
    OutputStream input();

    /** What it writes. */
    InputStream output();

    /** Its standard error. */
    InputStream errors();

    /** What it uses now. */
    Load load();

    /** By what numbers this system knows its threads, the first one's first; none if they cannot be found. */
    List<Long> threads();

    /** Whether it waits for input, as far as the system tells. */
    boolean readsInput();

    /** With what it ended, if it ends within this time: 128 more than a signal's number, if that ended it. */
    OptionalInt exitCodeWithin(Duration limit);

    /** Ends all of it that can be found, at once, and hears it no more but for its last words: who waits for it is woken. */
    void kill();

    /** After the end, however it came: nothing is left of it, and nobody waits for its last words either. */
    void bury();
}
