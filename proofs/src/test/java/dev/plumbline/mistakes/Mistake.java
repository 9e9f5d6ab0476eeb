package dev.plumbline.mistakes;

import java.util.List;

/**
 * A single mistake as students make them, in the text of a stack that is right.
 *
 * @param name how it is asked for
 * @param stack which stack's text
 * @param file in which file
 * @param rows the requirements that may be named as the cause, written down before it was run
 * @param words what a failure may say instead, if the scenario of another row shows the same mistake; none if empty
 * @param sentence what is wrong
 */
record Mistake(
        String name,
        Original stack,
        String file,
        List<String> rows,
        String words,
        String sentence,
        String before,
        String after) {
    /** The source with the mistake in it. */
    String made(String source) {
        int at = source.indexOf(before);
        if (at < 0 || source.indexOf(before, at + 1) >= 0) {
            throw new IllegalStateException(
                    name + ": what is to be changed must stand in " + file + " once: " + before);
        }
        return source.replace(before, after);
    }

    @Override
    public String toString() {
        return name + " (" + sentence + ")";
    }
}
