package dev.plumbline.attacks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.adapter.sandbox.Sandbox;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * In which sandboxes attacks are played: in bubblewrap, and in the least that holds them, unless {@code -Dplumbline.attacks} names
 * another, or {@code all}.
 */
final class Grades {
    static final String PROPERTY = "plumbline.attacks";
    private static final String ASKED = System.getProperty(PROPERTY, "").toUpperCase(Locale.ROOT);

    private Grades() {}

    /** Those asked for; all, if nobody asked. */
    static Set<Grade> toPlay() {
        EnumSet<Grade> all = EnumSet.allOf(Grade.class);
        return Arrays.stream(Grade.values()).anyMatch(grade -> grade.name().equals(ASKED))
                ? EnumSet.of(Grade.valueOf(ASKED))
                : all;
    }

    /** Whether an attack is to be played in a grade. */
    static boolean plays(Attack attack, Grade grade) {
        // What is held with nothing is held with bubblewrap, and again with nothing only for those who want to see it.
        boolean usual = grade == Grade.BUBBLEWRAP || (grade == attack.least() && grade != Grade.NONE);
        return attack.isHeldBy(grade) && (!ASKED.isEmpty() || usual);
    }

    /** Asks for this grade, from now to the end of the test, which is left out where there is none. */
    static void require(Grade grade) {
        System.setProperty(Sandbox.PROPERTY, grade.name().toLowerCase(Locale.ROOT));
        Grade here = Sandbox.here().grade();
        assumeTrue(here == grade, () -> "this machine has no better sandbox than " + here + ": left out");
    }
}
