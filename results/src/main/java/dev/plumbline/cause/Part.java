package dev.plumbline.cause;

/** What a failure is among all those of a run. */
public enum Part {
    /** The mistake to begin with, in each of the scenarios that show it. */
    FIRST("Repair this first"),
    /** A mistake of its own. */
    OTHER("Another mistake"),
    /** It stands on a rule that is broken, and cannot be judged before that one holds. */
    FOLLOWS("May follow from a mistake"),
    /** What is only recommended: nothing has to be repaired. */
    ADVICE("A SHOULD that is not followed");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** As a group of failures is called. */
    public String words() {
        return words;
    }
}
