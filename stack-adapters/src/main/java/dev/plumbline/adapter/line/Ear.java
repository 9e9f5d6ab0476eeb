package dev.plumbline.adapter.line;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How closely a program is listened to.
 *
 * @param patience how long, each time when it should be silent; less than nothing if not at all
 * @param lines told of each line in either direction, after {@code >} those to the program, after {@code <} those from it
 */
public record Ear(Duration patience, Consumer<String> lines) {
    /** As it is in a run, where nothing may cost time. */
    static final Ear USUAL = new Ear(Duration.ofNanos(-1), line -> {});

    boolean isUsual() {
        return patience.isNegative();
    }
}
