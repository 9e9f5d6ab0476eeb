package dev.plumbline.peer;

/**
 * What somebody who waits for a packet thinks of one that came.
 *
 * @param verdict what follows from it
 * @param why in words, if it is not what was waited for
 */
public record Judgement(Verdict verdict, String why) {
    /** What follows. */
    public enum Verdict {
        /** That is it. */
        ACCEPTED,
        /** Not it, but nothing wrong with it: wait on. */
        HARMLESS,
        /** It must not have come. */
        WRONG
    }

    /** That is it. */
    public static Judgement accepted() {
        return new Judgement(Verdict.ACCEPTED, "");
    }

    /** Wait on. */
    public static Judgement harmless(String why) {
        return new Judgement(Verdict.HARMLESS, why);
    }

    /** It must not have come. */
    public static Judgement wrong(String why) {
        return new Judgement(Verdict.WRONG, why);
    }
}
