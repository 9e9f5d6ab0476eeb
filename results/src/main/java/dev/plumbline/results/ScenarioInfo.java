package dev.plumbline.results;

import dev.plumbline.spi.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scenario, or one example of an outline.
 *
 * @param id its name for machines: the path of the file, and the title in lower case with hyphens
 * @param file the feature file's path below the folder of features, without its ending, such as {@code lesson/dns}
 * @param line where it stands there
 * @param feature the feature's title
 * @param rule the rule's title; empty if it stands under none
 * @param name its own title
 * @param tags its tags, without the at sign
 * @param requirements those of its tags that are in the catalogue
 * @param stage what it is about, by its requirements and its tags
 */
public record ScenarioInfo(
        String id,
        String file,
        int line,
        String feature,
        String rule,
        String name,
        List<String> tags,
        List<String> requirements,
        Stage stage) {
    private static final String NEEDS = "needs:";
    private static final String PATIENCE = "patience";
    private static final String VIRTUAL_TIME = "virtual-time";
    private static final String CROWDED = "crowded";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final int DIGITS = 6;

    /** With the id that its file and its title make. */
    public ScenarioInfo(
            String file,
            int line,
            String feature,
            String rule,
            String name,
            List<String> tags,
            List<String> requirements,
            Stage stage) {
        this(id(file, name), file, line, feature, rule, name, tags, requirements, stage);
    }

    /**
     * What a stack must claim besides what the requirements need, from tags such as {@code @needs:DNS_CACHE}: one row may be
     * judged in several seats.
     *
     * @throws IllegalArgumentException if a tag names no capability
     */
    public Set<Capability> needs() {
        return tags.stream()
                .filter(tag -> tag.startsWith(NEEDS))
                .map(tag -> Capability.valueOf(tag.substring(NEEDS.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody waits for minutes in it, which in real time takes minutes: it has the tag {@code @patience}. */
    public boolean takesPatience() {
        return tags.contains(PATIENCE);
    }

    /** Whether it judges only what lives in virtual time: it has the tag {@code @virtual-time}. */
    public boolean needsVirtualTime() {
        return tags.contains(VIRTUAL_TIME);
    }

    /** Whether each of its worlds has hundreds of connections or datagrams to remember: it has the tag {@code @crowded}. */
    public boolean isCrowded() {
        return tags.contains(CROWDED);
    }

    private static String id(String file, String name) {
        return file + "/" + BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** What stands for it in replay tokens: its first requirement and six digits. */
    public String key() {
        String first = requirements.isEmpty() ? file : requirements.get(0);
        String digits = Integer.toHexString(id.hashCode() & 0xffffff);
        return first + "." + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
