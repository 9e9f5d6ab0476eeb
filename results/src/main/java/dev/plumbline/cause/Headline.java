package dev.plumbline.cause;

import java.util.regex.Pattern;

/** What a headline says apart from the numbers of this one world: two failures that say the same are the same mistake. */
final class Headline {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.:][0-9]+)*");
    /** That a connection is not where it should be is seen by something else that went wrong, which is told behind it. */
    private static final Pattern STATE = Pattern.compile("^the connection is not in [A-Z0-9-]+(?:, [^:]*)?: ");

    private Headline() {}

    /** Whether it is only a sign of what went wrong before. */
    static boolean isAboutAState(String words) {
        return STATE.matcher(words).find();
    }

    /** The same for all worlds in which the same goes wrong. */
    static String family(String words) {
        return NUMBER.matcher(STATE.matcher(words).replaceFirst("")).replaceAll("N");
    }
}
