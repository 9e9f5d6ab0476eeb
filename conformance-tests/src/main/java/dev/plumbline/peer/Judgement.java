package dev.plumbline.peer;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Objection;
import java.util.List;

/**
 * What somebody who waits for a packet thinks of one that came.
 *
 * @param verdict what follows from it
 * @param why in words, if it is not what was waited for
 * @param differences what was compared, as far as {@code why} tells of two values that differ
 */
public record Judgement(Verdict verdict, String why, List<Difference> differences) {
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
        return new Judgement(Verdict.ACCEPTED, "", List.of());
    }

    /** Wait on. */
    public static Judgement harmless(String why) {
        return new Judgement(Verdict.HARMLESS, why, List.of());
    }

    /** It must be like what is waited for; {@code verdict} is what follows if there are objections to it. */
    public static Judgement of(List<Objection> objections, Verdict verdict) {
        return objections.isEmpty()
                ? accepted()
                : new Judgement(verdict, Objection.words(objections), Objection.differences(objections));
    }

    /** It must not have come. */
    public static Judgement wrong(String why) {
        return new Judgement(Verdict.WRONG, why, List.of());
    }
}
