package dev.plumbline.cli;

import dev.plumbline.adapter.sandbox.Sandbox;
import picocli.CommandLine.Option;

/** What {@code --no-sandbox} does: loud, and recorded in the results as everything is that a verdict may hang on. */
final class Trust {
    @Option(
            names = "--no-sandbox",
            description = "Starts the stack with all your rights. Only for a stack that you trust.")
    private boolean noSandbox;

    /** Trusts the stack, if it was said to be trusted. */
    void heed(Screen screen) {
        if (noSandbox) {
            everything(screen);
        }
    }

    static void everything(Screen screen) {
        System.setProperty(Sandbox.PROPERTY, "none");
        screen.complain(
                "plumbline: NO SANDBOX: the stack's program has all your rights. It can read and change your files, these"
                        + " results too, and reach the network.");
    }
}
