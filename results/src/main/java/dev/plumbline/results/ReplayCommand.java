package dev.plumbline.results;

/** What somebody types who wants to see a failure again. */
public final class ReplayCommand {
    private ReplayCommand() {}

    /**
     * The command that plays a world again.
     *
     * @param stack as the run was told it; a token does not name the stack, for the same world can be played on any
     * @param token the world
     */
    public static String of(String stack, String token) {
        if (stack.startsWith("class:") || stack.startsWith("in-process:")) {
            return Typed.maven("verify -Dplumbline.replay=" + token); // only its own build knows the class
        }
        return Typed.plumbline("replay " + token, stack, "reference");
    }
}
