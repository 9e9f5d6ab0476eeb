package dev.plumbline.suite;

import dev.plumbline.results.Outcome;

/** Somebody who watches a run. */
public interface RunListener {
    /** How many scenarios there are to run. */
    default void planned(int scenarios) {}

    /** A scenario begins. */
    default void started(String id, String name) {}

    /** There is little left of the run's time; or nothing. */
    default void runsShort(String sentence) {}

    /** It has ended. */
    default void finished(String id, Outcome outcome) {}
}
