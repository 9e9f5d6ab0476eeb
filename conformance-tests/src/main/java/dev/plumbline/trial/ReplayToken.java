package dev.plumbline.trial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one world of one scenario, so that it can be made again: {@code HS-2.3fa9c1.s7.n25.t0.0.3_1.0}.
 *
 * @param scenario the scenario's key: its first requirement, a dot, six hexadecimal digits of its name's hash
 * @param seed the run's seed
 * @param tries the run's number of trials, which decides how many of them take edge cases
 * @param trial the trial's number, from 0
 * @param path how its values were shrunk
 */
public record ReplayToken(String scenario, long seed, int tries, int trial, String path) {
    private static final Pattern FORM =
            Pattern.compile("(.+\\.[0-9a-f]{6})\\.s(-?\\d+)\\.n(\\d+)\\.t(\\d+)\\.(-|[0-9.-]+(?:_[0-9.-]+)*)");

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException with what a token looks like, if it is none
     */
    public static ReplayToken parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw noToken(text);
        }
        try {
            ReplayToken token = new ReplayToken(
                    match.group(1),
                    Long.parseLong(match.group(2)),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)),
                    ShrinkPath.parse(match.group(5)).toString());
            if (token.trial() < token.tries()) {
                return token;
            }
        } catch (IllegalArgumentException e) {
            throw (IllegalArgumentException) noToken(text).initCause(e);
        }
        throw noToken(text);
    }

    private static IllegalArgumentException noToken(String text) {
        return new IllegalArgumentException("'" + text + "' is not a replay token; a failure prints one that looks like"
                + " HS-2.3fa9c1.s7.n25.t0.- or HS-2.3fa9c1.s7.n25.t0.0.3_1.0");
    }

    ShrinkPath shrinkPath() {
        return ShrinkPath.parse(path);
    }

    @Override
    public String toString() {
        return scenario + ".s" + seed + ".n" + tries + ".t" + trial + "." + path;
    }
}
