package dev.plumbline.peer;

import dev.plumbline.spi.StackGone;
import dev.plumbline.testbed.Crash;
import dev.plumbline.testbed.Livelock;
import dev.plumbline.trial.Finding;
import java.util.Optional;

/** What is said of a stack that broke down: whether it was the stack itself, its adapter or neither. */
final class Breakdown {
    private Breakdown() {}

    static Finding finding(Crash crash) {
        Throwable cause = crash.cause();
        if (cause instanceof StackGone gone) {
            Optional<String> right = gone.adapterShould();
            if (right.isPresent()) {
                return Finding.adapter(gone + " " + crash.during(), right.get(), gone.detail());
            }
            return gone.isTheStacksFault()
                    ? Finding.gone(gone + " " + crash.during(), gone.detail())
                    : Finding.notItsFault(gone + " " + crash.during(), gone.detail());
        }
        String what = cause instanceof Livelock ? String.valueOf(cause.getMessage()) : "the stack threw " + cause;
        return Finding.crash(what + " " + crash.during(), Finding.stackTrace(cause));
    }
}
