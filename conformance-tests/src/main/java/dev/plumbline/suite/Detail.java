package dev.plumbline.suite;

/** How much a run tells of what it finds. */
public enum Detail {
    /** Verdicts: failures are not shrunk, captured or explained. */
    VERDICTS,
    /** All that a reader of the results wants. */
    RESULTS,
    /** The same for Allure besides: some files a scenario. */
    PAGES
}
