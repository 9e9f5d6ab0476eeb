package dev.plumbline.cli;

import dev.plumbline.report.Ink;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the command writes to.
 *
 * @param isTerminal whether a line can be written over
 */
record Screen(PrintWriter out, PrintWriter err, boolean isTerminal, Ink ink) {
    /** The start script knows best whether somebody is looking; it says so with this property. */
    private static final String TERMINAL = "plumbline.terminal";

    static Screen ofProcess() {
        boolean terminal = isTerminal(System.getProperty(TERMINAL), System.console());
        return new Screen(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                terminal,
                ink(terminal, System.getenv()));
    }

    /** Colour only for eyes, and only for those that want it (no-color.org). */
    static Ink ink(boolean terminal, Map<String, String> environment) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && !unwanted ? Ink.COLOURED : Ink.PLAIN;
    }

    private static boolean isTerminal(@Nullable String told, @Nullable Console console) {
        return told == null ? console != null : told.toLowerCase(Locale.ROOT).equals("true");
    }

    /** Writes a line that stays. */
    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Writes a line for the eyes of who looks for errors. */
    void complain(String text) {
        out.flush();
        err.println(text);
        err.flush();
    }
}
