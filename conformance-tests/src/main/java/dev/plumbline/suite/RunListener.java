package dev.plumbline.suite;

/** Somebody who watches a run. */
public interface RunListener {
    /** How many scenarios there are to run. */
    default void planned(int scenarios) {}

    /** A scenario begins. */
    default void started(String id, String name) {}

    /** It has ended, with one of the verdicts of docs/results.md. */
    default void finished(String id, String verdict) {}
}
