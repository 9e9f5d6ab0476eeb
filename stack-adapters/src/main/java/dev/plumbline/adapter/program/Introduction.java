package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.MalformedLine;
import dev.plumbline.spi.Capability;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a program says of itself until it is ready. */
public final class Introduction {
    private final Set<Capability> claims = EnumSet.noneOf(Capability.class);
    private final Map<String, String> settings = new TreeMap<>();
    private String name = "";
    private String doing = "before it did anything";

    /**
     * Heeds one line of it.
     *
     * @throws MalformedLine if it claims what there is not
     */
    public void hear(LineMessage message) {
        switch (message.verb()) {
            case STARTING -> doing = message.words().text();
            case SETTINGS -> set(message.words().text());
            case STACK -> claim(message);
            default -> doing = "";
        }
    }

    /** What it was about to do when it spoke last; empty if it did not say. */
    public String doing() {
        return doing;
    }

    /** What the stack calls itself; empty if it did not say. */
    public String name() {
        return name;
    }

    /** What the stack claims. */
    public Set<Capability> claims() {
        return Collections.unmodifiableSet(claims);
    }

    /** What the stack was set to. */
    public Map<String, String> settings() {
        return Collections.unmodifiableMap(settings);
    }

    private void claim(LineMessage message) {
        claims.clear();
        String[] words = message.words().text().split(" +", -1);
        name = words[0];
        Arrays.stream(words).skip(1).map(word -> capability(word, message)).forEach(claims::add);
    }

    private static Capability capability(String word, LineMessage message) {
        return Arrays.stream(Capability.values())
                .filter(capability -> capability.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new MalformedLine(
                        message.format(),
                        "capabilities after the name, each one of "
                                + Arrays.stream(Capability.values())
                                        .map(Capability::name)
                                        .collect(Collectors.joining(", "))
                                + "; found '" + word + "'"));
    }

    private void set(String text) {
        settings.clear();
        for (String setting : text.split(" +", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
    }
}
