package dev.plumbline.results;

import java.util.regex.Pattern;

/** What somebody types who wants to see a failure again. */
public final class ReplayCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+-]+");

    private ReplayCommand() {}

    /**
     * The command that plays a world again.
     *
     * @param stack as the run was told it; a token does not name the stack, for the same world can be played on any
     * @param token the world
     */
    public static String of(String stack, String token) {
        if (stack.startsWith("class:") || stack.startsWith("in-process:")) {
            return "mvn verify -Dplumbline.replay=" + token; // only its own build knows the class
        }
        return "./plumbline replay " + token + (stack.equals("reference") ? "" : " --stack " + quoted(stack));
    }

    /** A jar's path may hold what a shell would take apart. */
    private static String quoted(String stack) {
        return PLAIN.matcher(stack).matches() ? stack : "'" + stack.replace("'", "'\\''") + "'";
    }
}
