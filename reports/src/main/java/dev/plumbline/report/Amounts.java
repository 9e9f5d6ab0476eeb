package dev.plumbline.report;

import java.util.Locale;

/** Counts and durations as people read them. */
final class Amounts {
    private static final long MILLI = 1_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Amounts() {}

    /** "1 scenario", "2 scenarios", "1,000 scenarios". */
    static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** In the two largest units that say something. */
    static String duration(long micros) {
        if (micros < SECOND) {
            return (micros + MILLI / 2) / MILLI + " ms";
        } else if (micros < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", (double) micros / SECOND);
        } else if (micros < HOUR) {
            return micros / MINUTE + " min " + micros % MINUTE / SECOND + " s";
        } else if (micros < DAY) {
            return micros / HOUR + " h " + micros % HOUR / MINUTE + " min";
        }
        return of(micros / DAY, "day") + " " + micros % DAY / HOUR + " h";
    }

    /** How many a second; of no time, none. */
    static String rate(long count, long micros, String noun) {
        long rate = micros == 0 ? 0 : Math.round((double) count * SECOND / micros);
        return String.format(Locale.ROOT, "%,d %ss/s", rate, noun);
    }
}
