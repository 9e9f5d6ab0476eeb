package dev.plumbline.results;

import dev.plumbline.text.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was run, on what, with what: enough to run it again.
 *
 * @param suite the suite's version
 * @param tags the tag expression that selected the scenarios, empty for all
 * @param replay the token of the one world that was repeated, if it was a replay
 * @param planned how many scenarios the run set out to finish
 * @param sandbox how the stack was confined, in words; null if that is not known
 * @param again whether only those scenarios were played that had failed in the run before
 * @param title what the stack calls itself; {@code stack} says how it is found
 */
public record RunHeader(
        String suite,
        String stack,
        String timeBase,
        List<String> capabilities,
        long seed,
        int tries,
        String tags,
        @Nullable String replay,
        String started,
        String java,
        String os,
        int planned,
        Map<String, String> settings,
        @Nullable String sandbox,
        boolean again,
        String title) {
    /** What a stack says of itself is shown, not obeyed. */
    public RunHeader {
        title = Shown.line(title);
        Map<String, String> shown = new LinkedHashMap<>();
        settings.forEach((name, value) -> shown.put(Shown.line(name), Shown.line(value)));
        settings = Collections.unmodifiableMap(shown);
    }

    /** The same, wherever and whenever it was run. */
    RunHeader timeless() {
        return new RunHeader(
                suite,
                stack,
                timeBase,
                capabilities,
                seed,
                tries,
                tags,
                replay,
                "",
                "",
                "",
                planned,
                settings,
                sandbox,
                again,
                title);
    }

    /** As people call the stack, and how it is found if that is something else. */
    public String named() {
        return title.isEmpty() || title.equals(stack) ? stack : title + " (" + stack + ")";
    }

    /** Whether somebody has picked scenarios one by one, and not a part of the way. */
    public boolean isPicked() {
        return replay != null || !tags.matches("|(level|tier)/\\w+");
    }

    /** Whether the run was told to leave scenarios out. */
    public boolean isPartial() {
        return !tags.isEmpty() || replay != null || again;
    }
}
