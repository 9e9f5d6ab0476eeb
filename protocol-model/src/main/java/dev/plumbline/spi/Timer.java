package dev.plumbline.spi;

/** A timer that was started with {@link Environment#after}. */
@FunctionalInterface
public interface Timer {
    /** Stops it; does nothing if it has run or was stopped. */
    void cancel();
}
