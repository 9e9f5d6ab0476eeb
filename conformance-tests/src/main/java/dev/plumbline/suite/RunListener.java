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

    /** A scenario begins. */
    default void started(String id, String name) {}

    /** There is little left of the run's time; or nothing. */
    default void runsShort(String sentence) {}

    /** It has ended. */
    default void finished(String id, Outcome outcome) {}
}
