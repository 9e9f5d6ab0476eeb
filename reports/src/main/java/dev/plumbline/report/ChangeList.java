package dev.plumbline.report;

import dev.plumbline.results.Changes;
import dev.plumbline.results.Judgement;
import java.util.ArrayList;
import java.util.List;

/** Tells what has changed since the run before: a line each for what was mended, what broke, and what is still wrong. */
public final class ChangeList {
    private final List<String> lines = new ArrayList<>();

    private ChangeList() {}

    /**
     * The lines; one if nothing has changed.
     *
     * @param seed of the run before
     */
    public static List<String> lines(Changes changes, long seed, Judgement now, Ink ink) {
        ChangeList list = new ChangeList();
        long current = now.results().run().seed();
        String since = "Since the last run" + (seed == current ? "" : " (its seed was " + seed + ")");
        if (changes.isEmpty()) {
            return List.of(since + " nothing has changed.");
        }
        list.lines.add(since + ":");
        list.line(ink.green("mended"), changes.mended());
        list.line(ink.red("broken"), changes.broken());
        list.line("still wrong", changes.still());
        list.line("wrong, and not judged then", changes.met());
        return List.copyOf(list.lines);
    }

    private void line(String what, List<String> ids) {
        if (!ids.isEmpty()) {
            lines.add("  " + ids.size() + " " + what + ": " + fitting(ids));
        }
    }

    /** As many as a line takes. */
    private static String fitting(List<String> ids) {
        int room = SummaryPrinter.WIDTH - 40;
        StringBuilder text = new StringBuilder(ids.get(0));
        int shown = 1;
        while (shown < ids.size() && text.length() + ids.get(shown).length() < room) {
            text.append(", ").append(ids.get(shown));
            shown++;
        }
        return shown == ids.size() ? text.toString() : text + " and " + (ids.size() - shown) + " more";
    }
}
