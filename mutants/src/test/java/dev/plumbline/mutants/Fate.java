package dev.plumbline.mutants;

/**
 * What has become of a mutant.
 *
 * @param word the scenario that has killed it, or why none has
 */
record Fate(String word) {
    /** All scenarios that come through its line hold all the same. */
    static final Fate SURVIVES = new Fate("survives");
    /** No scenario comes through its line. */
    static final Fate NOT_REACHED = new Fate("not reached");

    static Fate killedBy(String scenario) {
        return new Fate(scenario);
    }

    boolean isKilled() {
        return !equals(SURVIVES) && !equals(NOT_REACHED);
    }
}
