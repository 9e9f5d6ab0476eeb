package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps the libraries' log lines (JUnit, jqwik, Cucumber, Allure) off the screen. */
final class Logs {
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /** Nobody hears them. */
    static void silence() {
        LogManager.getLogManager().reset();
        ROOT.setLevel(Level.OFF);
    }

    /** They go into the file; without it the run goes on. */
    static void into(Path file) {
        silence();
        try {
            Handler handler = new FileHandler(file.toString().replace("%", "%%"));
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.INFO);
            ROOT.addHandler(handler);
            ROOT.setLevel(Level.INFO);
        } catch (IOException e) {
            ROOT.setLevel(Level.OFF);
        }
    }
}
