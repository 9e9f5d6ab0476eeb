package dev.plumbline.results;

import dev.plumbline.text.Shown;

/** What somebody types whose adapter is wrong. */
public final class SelfTestCommand {
    private SelfTestCommand() {}

    /** The command that judges the program around a stack, and not the stack. */
    public static String of(String stack) {
        return "./plumbline selftest --stack " + Shown.shellWord(stack);
    }
}
