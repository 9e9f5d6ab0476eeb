package dev.plumbline.results;

/** How one scenario ended. What that means for its requirements depends on their {@link Level}. */
public enum Outcome {
    /** All its trials held. */
    PASS,
    /** The stack did what the requirement forbids, or not what it demands. */
    FAIL,
    /** The same, but the list of known deviations says so. */
    LISTED,
    /** A precondition was not reached. */
    INCONCLUSIVE,
    /** The program around the stack, its adapter, does not keep to the line protocol. */
    ADAPTER,
    /** The suite or an adapter of its own broke. */
    SUITE_ERROR,
    /** The stack does not claim what the scenario needs. */
    NOT_CLAIMED,
    /** Nothing that the stack shows could tell. */
    NOT_OBSERVABLE;

    /** What marks a result for programs that see nothing but text: Allure sorts by it. */
    public String token() {
        return "[" + name() + "]";
    }
}
