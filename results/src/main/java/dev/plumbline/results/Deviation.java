package dev.plumbline.results;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that the stack is known not to keep.
 *
 * @param requirement which one
 * @param scenario in which scenario only, by its id, or in which ones, where {@code *} stands for any part of it; null for all
 * @param reason why this is known, and accepted
 * @param link where to read more
 * @param nowAndThen whether it depends on what is drawn or on the machine, so that a run may well see nothing of it
 */
public record Deviation(String requirement, @Nullable String scenario, String reason, String link, boolean nowAndThen) {
    private static final String ANYTHING = "*";

    /** One that shows in every run. */
    public Deviation(String requirement, @Nullable String scenario, String reason, String link) {
        this(requirement, scenario, reason, link, false);
    }

    /** Whether it was seen in a scenario. */
    boolean isSeenIn(ScenarioResult result) {
        return isAbout(result.id()) && result.deviations().contains(requirement);
    }

    /** Whether it speaks of what happens in the scenario of this id. */
    public boolean isAbout(String id) {
        return scenario == null || (isAboutOne() ? scenario.equals(id) : id.matches(pattern(scenario)));
    }

    /** Whether it names the one scenario that it speaks of. */
    boolean isAboutOne() {
        return scenario != null && !scenario.contains(ANYTHING);
    }

    private static String pattern(String ids) {
        return Arrays.stream(ids.split(Pattern.quote(ANYTHING), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    /** In one sentence. */
    public String words() {
        return "Known deviation from " + requirement + ": " + reason + " (" + link + ")";
    }
}
