package dev.plumbline.tidy;

import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.suite.ConformanceRun;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much a build proves. A build that somebody waits for sees each fault killed by the scenario that is known to kill it, and
 * takes of what is long of its kind a share; with {@code -Dplumbline.proofs=whole}, as before a change is merged, nothing is left
 * out.
 */
public final class Extent {
    /** Of how many scenarios one is met, where all of them would take too long. */
    private static final int SHARES = 16;

    private static final boolean WHOLE =
            System.getProperty("plumbline.proofs", "").equals("whole");

    private static final boolean NIGHT =
            System.getProperty("plumbline.course", "").equals("whole");

    private Extent() {}

    /** Whether there is time for what takes a build too long even where it leaves nothing else out: a course, as every night. */
    public static boolean isNight() {
        return NIGHT;
    }

    /** Whether a build does this with the member of a row that has this number, where all of them are for the night. */
    public static boolean includesBeforeNight(int number) {
        return NIGHT || number % SHARES == 0;
    }

    /** How many of so many may be otherwise than most are; of a share one may, for it may be just that one. */
    public static int few(int all, int percentOfMost) {
        return Math.max(1, all * (100 - percentOfMost) / 100);
    }

    /** Whether everything has its say. */
    public static boolean isWhole() {
        return WHOLE;
    }

    /** How much of something: all of it, or what is enough for a build. */
    public static int of(int all, int enough) {
        return WHOLE ? all : enough;
    }

    /** Whether a build does this with the member of a row that has this number. */
    public static boolean includes(int number) {
        return WHOLE || number % SHARES == 0;
    }

    /** A tag expression for scenarios of all kinds; with the next number it is another share of them. */
    public static String scenarios(int number) {
        if (WHOLE) {
            return "";
        }
        List<ScenarioInfo> all = ConformanceRun.scenarios("");
        return IntStream.range(0, all.size())
                .filter(i -> (i + number) % SHARES == 0)
                .mapToObj(i -> all.get(i).id())
                .collect(Collectors.joining(" or "));
    }
}
