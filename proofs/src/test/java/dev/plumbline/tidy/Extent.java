package dev.plumbline.tidy;

/**
 * How much a build proves. Each build sees each fault killed by the scenario that is known to kill it, and lets each freedom meet
 * every fourth scenario; with {@code -Dplumbline.proofs=whole} every scenario of a fault's rows has its say, and every freedom
 * meets every scenario.
 */
public final class Extent {
    /** Of how many scenarios a freedom meets one in each build. */
    public static final int SHARES = 4;

    private static final boolean WHOLE =
            System.getProperty("plumbline.proofs", "").equals("whole");

    private Extent() {}

    /** Whether everything has its say. */
    public static boolean isWhole() {
        return WHOLE;
    }
}
