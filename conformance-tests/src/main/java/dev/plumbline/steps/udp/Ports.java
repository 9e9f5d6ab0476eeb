package dev.plumbline.steps.udp;

import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The ports of several applications.
 *
 * @param named what an application is called, by the port it has; empty for any ports
 */
public record Ports(Map<Port, String> named) {
    private static final Pattern NAMED = Pattern.compile("(\\d+) \\(([^)]+)\\)");

    /** The ports in these words: "the ports 8090 (a game) and 10010 (a browser)". */
    static Ports of(String words) {
        Map<Port, String> named = new LinkedHashMap<>();
        for (MatchResult port : NAMED.matcher(words).results().toList()) {
            named.put(Port.of(Integer.parseInt(port.group(1))), port.group(2));
        }
        return new Ports(named);
    }

    /** An application opens each of them. */
    void open(Trial t) {
        UdpScene scene = UdpScene.of(t);
        named.forEach((port, name) -> scene.open(t, port, name));
        if (named.isEmpty()) {
            t.draw("the applications' ports", Any.ports(2, 5)).forEach(port -> scene.open(t, port, "port " + port));
        }
    }
}
