package dev.plumbline.spi;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Time, chance and a diary: what every part of a stack may use of the world. There is no other clock or random source. */
public interface Environment {
    /** The time since the host was switched on. */
    Duration now();

    /**
     * Runs {@code action} once {@code delay} from now.
     *
     * @param delay zero or more
     */
    Timer after(Duration delay, Runnable action);

    /** Random numbers that are the same in every run with the same seed; good enough for ports and sequence numbers here. */
    RandomGenerator random();

    /**
     * Hands in work from another thread: it runs on the testbed's thread as soon as may be. The only method of the SPI that
     * may be called from any thread; a stack that lives in virtual time has no use for it.
     */
    void execute(Runnable action);

    /** Writes a line into the transcript at this moment: a stack's own debug output, shown next to its packets. */
    void log(String line);
}
