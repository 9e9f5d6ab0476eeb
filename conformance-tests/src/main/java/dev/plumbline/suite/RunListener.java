package dev.plumbline.suite;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Results;
import java.util.function.Supplier;

/** Somebody who watches a run. */
public interface RunListener {
    /** How many scenarios there are to run. */
    default void planned(int scenarios) {}

    /** Where to ask what has been found so far, at any time: also after a run that broke. */
    default void results(Supplier<Results> soFar) {}

    /** Whether the rest is still wanted; asked before each scenario. If not, the run ends without it. */
    default boolean goesOn() {
        return true;
    }

    /** A scenario begins; not told of one that cannot judge the stack. */
    default void started(String id, String name) {}

    /** It has failed, and the smallest world is looked for that fails like this. */
    default void shrinks(String id, String name) {}

    /** There is little left of the run's time; or nothing. */
    default void runsShort(String sentence) {}

    /** It has ended. */
    default void finished(String id, Outcome outcome) {}
}
