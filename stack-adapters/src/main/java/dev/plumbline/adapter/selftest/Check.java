package dev.plumbline.adapter.selftest;

import dev.plumbline.spi.Capability;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something to be found out about a program.
 *
 * @param needs what the stack must claim for it, one of them; if there are none, nothing
 * @param patience how long the program is listened to when it should be silent
 * @param body finds it out on a fresh bench; returns a word about it
 */
record Check(String name, Set<Capability> needs, Duration patience, Body body) {
    private static final Duration CLOSELY = Duration.ofMillis(3);

    /** What it does. */
    interface Body {
        String on(Bench bench);
    }

    /** One for which the program is listened to closely. */
    static Check closely(String name, Set<Capability> needs, Body body) {
        return new Check(name, needs, CLOSELY, body);
    }

    /** One that takes many turns. */
    static Check quickly(String name, Set<Capability> needs, Body body) {
        return new Check(name, needs, Duration.ZERO, body);
    }

    /** What is not claimed, if it cannot be made for that. */
    Optional<String> missing(Set<Capability> claims) {
        return needs.isEmpty() || needs.stream().anyMatch(claims::contains)
                ? Optional.empty()
                : Optional.of(new TreeSet<>(needs).toString());
    }
}
