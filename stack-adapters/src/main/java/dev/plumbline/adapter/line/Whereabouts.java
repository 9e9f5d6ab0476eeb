package dev.plumbline.adapter.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a program's stack was in a turn that took long, as the program has written to its standard error itself, and what else is
 * written there. It is of interest only of a program that was ended for it: most long turns come to an end.
 *
 * @param place the last place, a frame a line; empty if it has told none
 * @param rest all else
 */
public record Whereabouts(String place, String rest) {
    private static final int MOST_FRAMES = 24;
    private static final int LONGEST = 300;
    private static final String BEGIN = "plumbline: a turn takes long, and is here";
    private static final String END = "plumbline: that was where it is";
    private static final String RUNNER = "dev.plumbline.adapter.";

    /** What a program writes: where its stack is, without the frames of the program around it. */
    public static String note(Thread.State state, StackTraceElement[] trace) {
        List<String> frames = Arrays.stream(trace)
                .filter(frame -> !frame.getClassName().startsWith(RUNNER))
                .map(StackTraceElement::toString)
                .map(frame -> "    at " + (frame.length() > LONGEST ? frame.substring(0, LONGEST) : frame))
                .toList();
        List<String> lines = new ArrayList<>(List.of(BEGIN, state == Thread.State.RUNNABLE ? "running" : "waiting"));
        lines.addAll(frames.subList(0, Math.min(MOST_FRAMES, frames.size())));
        if (frames.size() > MOST_FRAMES) {
            lines.add("    ... " + (frames.size() - MOST_FRAMES) + " more");
        }
        lines.add(END);
        return String.join("\n", lines) + "\n";
    }

    /** Reads what a program has written. */
    static Whereabouts in(String errors) {
        List<String> place = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        boolean inside = false;
        for (String line : errors.split("\n", -1)) {
            if (line.equals(BEGIN)) {
                inside = true;
                place.clear();
            } else if (line.equals(END)) {
                inside = false;
            } else {
                (inside ? place : rest).add(line);
            }
        }
        return new Whereabouts(String.join("\n", place), String.join("\n", rest).strip());
    }
}
