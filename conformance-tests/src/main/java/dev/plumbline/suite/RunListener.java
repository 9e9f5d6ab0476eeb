package dev.plumbline.suite;

import dev.plumbline.results.Outcome;

/** Somebody who watches a run. */
public interface RunListener {
    /** How many scenarios there are to run. */
    default void planned(int scenarios) {}

    /** A scenario begins. */
    default void started(String id, String name) {}

    /** It has ended. */
    default void finished(String id, Outcome outcome) {}
}
