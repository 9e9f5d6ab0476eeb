package dev.plumbline.results;

/** What somebody types whose adapter is wrong. */
public final class SelfTestCommand {
    private SelfTestCommand() {}

    /** The command that judges the program around a stack, and not the stack. */
    public static String of(String stack) {
        return Typed.plumbline("selftest", stack, "");
    }
}
