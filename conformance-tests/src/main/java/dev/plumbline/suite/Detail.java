package dev.plumbline.suite;

/** How much a run tells of what it finds. */
public enum Detail {
    /** Verdicts, in memory: failures are not shrunk, captured or explained, and no file is written. */
    VERDICTS,
    /** All that is found, in memory: failures are shrunk and explained, and no file is written. */
    WORDS,
    /** All that a reader of the results wants. */
    RESULTS,
    /** The same for Allure besides: some files a scenario. */
    PAGES;

    /** Whether the folder for results gets any. */
    boolean isKept() {
        return compareTo(RESULTS) >= 0;
    }
}
