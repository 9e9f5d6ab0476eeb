package dev.plumbline.adapter.line;

import dev.plumbline.adapter.processor.Company;
import dev.plumbline.adapter.sandbox.Load;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;

/** A program that speaks the line protocol: its two ends, and what can be learnt about it when it is dead. */
public interface LineProgram {
    /** What to call it in messages. */
    String name();

    /** Where it reads lines. */
    OutputStream input();

    /** Where its lines come from; ends when the program does. */
    InputStream output();

    /** How it ended (exit code, standard error), or that it still runs; may wait a moment for the end, but never long. */
    String obituary();

    /**
     * What is known of one that was ended because it took too long or too much: where it was, and what it said last. How it ended
     * was the suite's doing, and tells nothing.
     */
    default String lastWords() {
        return obituary();
    }

    /** Whether what it says is put into lines by the suite itself: what does not belong among them is the stack's doing. */
    default boolean isOfTheSuite() {
        return false;
    }

    /** What it uses of the machine now; of one that cannot tell, that it waits. */
    default Load load() {
        return new Load(0, 0, false, false);
    }

    /** Who takes turns with it, on one processor if that is to be. */
    default Company company() {
        return Company.none();
    }

    /** Whether it waits for a line from the suite, as far as that can be told. */
    default boolean waitsForALine() {
        return false;
    }

    /** Whether it has ended already; whoever it has started may still hold its output. */
    default boolean hasEnded() {
        return false;
    }

    /** Its exit code, if it has ended; may wait a moment for the end, but never long. */
    OptionalInt exitCode();

    /** Waits a moment for it to end of its own accord, its input being at an end, then ends it. */
    void end();

    /** Ends it at once. */
    void kill();
}
