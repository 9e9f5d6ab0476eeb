package dev.plumbline.steps;

import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.OptionalInt;

/**
 * A port as a feature names it: by its number, or as whatever it is in the trial.
 *
 * @param number the number, if the feature says one
 */
public record NamedPort(OptionalInt number) {
    /** Whichever it is. */
    public static final NamedPort ANY = new NamedPort(OptionalInt.empty());

    private static final String NUMBERED = "port ";

    /** The port that these words name: those with a number begin with "port". */
    public static NamedPort of(String words) {
        return words.startsWith(NUMBERED)
                ? new NamedPort(OptionalInt.of(Integer.parseInt(words.substring(NUMBERED.length()))))
                : ANY;
    }

    /** The port in this trial, where it is known by {@code name} from now on; drawn, if neither the words nor an earlier step say it. */
    public Port in(Trial trial, String name) {
        return trial.put(
                name,
                number.stream()
                        .mapToObj(Port::of)
                        .findFirst()
                        .orElseGet(() -> trial.maybe(name, Port.class).orElseGet(() -> trial.draw(name, Any.port()))));
    }
}
