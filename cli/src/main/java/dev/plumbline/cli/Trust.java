package dev.plumbline.cli;

import dev.plumbline.adapter.sandbox.Sandbox;

/** What {@code --no-sandbox} does: loud, and recorded in the results as everything is that a verdict may hang on. */
final class Trust {
    private Trust() {}

    static void everything(Screen screen) {
        System.setProperty(Sandbox.PROPERTY, "none");
        screen.complain(
                "plumbline: NO SANDBOX: the stack's program has all your rights. It can read and change your files, these"
                        + " results too, and reach the network.");
    }
}
