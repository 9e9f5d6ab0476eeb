package dev.plumbline.adapter.processor;

import java.util.Optional;
import java.util.OptionalInt;

/** What the system lets be said about who runs on which of its processors: nothing, where nothing can be said. */
interface Processors {
    /** The one that this thread runs on now. */
    OptionalInt current();

    /** Those that a thread, of whatever process, may run on. */
    Optional<Mask> allowed(long thread);

    /** Lets it run on these alone; returns whether that is so now, or there is no such thread any more. */
    boolean allow(long thread, Mask mask);

    /** Of this machine. */
    static Processors here() {
        return LinuxProcessors.HERE;
    }
}
