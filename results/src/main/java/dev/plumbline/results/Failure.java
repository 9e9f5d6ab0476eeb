package dev.plumbline.results;

import dev.plumbline.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a scenario failed, told for a reader.
 *
 * @param requirement the requirement that was violated: the scenario's own, or that of a law of the wire
 * @param headline what happened, in one line
 * @param expected what would have been accepted; {@code came} what came instead
 * @param besides the laws of the wire that were broken in the same world, each with what happened
 * @param noticed what the exchange shows by itself, a line or several each
 * @param causes where to look first, as far as the scenario narrows that down
 * @param message the whole explanation, of many lines
 * @param values what was drawn in the smallest world that fails
 * @param token what {@code plumbline replay} repeats that world with
 * @param pcap the capture of that world, relative to the results
 * @param ladder the ladder diagram of that world, relative to the results
 * @param breakdown whether the stack threw, hung or ended, which no requirement of any level permits
 * @param diagnosed whether the headline names a well-known mistake that makes exactly what came of what should have come
 */
public record Failure(
        @Nullable String step,
        @Nullable String requirement,
        String headline,
        String expected,
        String came,
        List<String> besides,
        List<String> noticed,
        List<String> causes,
        String message,
        List<NamedValue> values,
        String transcript,
        @Nullable String token,
        @Nullable String pcap,
        @Nullable String ladder,
        boolean breakdown,
        boolean diagnosed) {
    /** All of a line of results is at most 64 KB: so much of it for each of these. */
    private static final int HEADLINE = 1_000;

    private static final int WORDS = 5_000;
    private static final int NOTICED = 2_000;
    private static final int MESSAGE = 20_000;
    private static final int TRANSCRIPT = 15_000;

    private static final String FRAME = "at ";
    private static final Pattern OTHERS = Pattern.compile("^(?:[\\w.]+/)?(?:java|javax|jdk|sun|dev\\.plumbline)\\.");

    /** A stack's own words are in it: they are shown, not obeyed, and only so many of them. */
    public Failure {
        headline = Clip.line(Shown.line(headline), HEADLINE);
        expected = Clip.lines(Shown.lines(expected), WORDS);
        came = Clip.lines(Shown.lines(came), WORDS);
        besides = Clip.all(besides.stream().map(Shown::line).toList(), WORDS);
        noticed = Clip.all(noticed.stream().map(Shown::line).toList(), NOTICED);
        message = Clip.lines(Shown.lines(message), MESSAGE);
        values = fitting(values);
        transcript = Clip.lines(Shown.lines(transcript), TRANSCRIPT);
    }

    /** What happened, as far as a requirement is concerned: one that was broken besides has words of its own. */
    public String about(String id) {
        String begin = id + ": ";
        return besides.stream()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .map(line -> line.substring(begin.length()))
                .orElse(headline);
    }

    /** Where in the stack's own code it threw, if it did and says so. */
    public Optional<String> place() {
        return breakdown ? place(came) : Optional.empty();
    }

    /** The first frame of a stack trace that is neither Java's nor ours. */
    public static Optional<String> place(String trace) {
        return trace.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(FRAME))
                .map(line -> line.substring(FRAME.length()))
                .filter(frame -> !OTHERS.matcher(frame).find())
                .findFirst();
    }

    private static List<NamedValue> fitting(List<NamedValue> values) {
        List<NamedValue> kept = new ArrayList<>();
        int left = WORDS;
        for (NamedValue value : values) {
            String shown = Clip.line(value.value(), HEADLINE);
            left -= Clip.octets(value.name()) + Clip.octets(shown) + HEADLINE / 40;
            if (left < HEADLINE / 10) {
                kept.add(new NamedValue("...", (values.size() - kept.size()) + " more"));
                break;
            }
            kept.add(new NamedValue(value.name(), shown));
        }
        return List.copyOf(kept);
    }

    /** Something that a scenario left open, and what it was. */
    public record NamedValue(String name, String value) {}
}
