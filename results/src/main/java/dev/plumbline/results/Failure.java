package dev.plumbline.results;

import dev.plumbline.text.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a scenario failed, told for a reader.
 *
 * @param requirement the requirement that was violated: the scenario's own, or that of a law of the wire
 * @param headline what happened, in one line
 * @param expected what would have been accepted; {@code came} what came instead
 * @param besides the laws of the wire that were broken in the same world, each with what happened
 * @param causes where to look first, as far as the scenario narrows that down
 * @param message the whole explanation, of many lines
 * @param values what was drawn in the smallest world that fails
 * @param token what {@code plumbline replay} repeats that world with
 * @param pcap the capture of that world, relative to the results
 * @param ladder the ladder diagram of that world, relative to the results
 * @param breakdown whether the stack threw, hung or ended, which no requirement of any level permits
 */
public record Failure(
        @Nullable String step,
        @Nullable String requirement,
        String headline,
        String expected,
        String came,
        List<String> besides,
        List<String> causes,
        String message,
        List<NamedValue> values,
        String transcript,
        @Nullable String token,
        @Nullable String pcap,
        @Nullable String ladder,
        boolean breakdown) {
    /** A stack's own words are in it: they are shown, not obeyed. */
    public Failure {
        headline = Shown.line(headline);
        expected = Shown.lines(expected);
        came = Shown.lines(came);
        besides = besides.stream().map(Shown::line).toList();
        message = Shown.lines(message);
        transcript = Shown.lines(transcript);
    }

    /** Something that a scenario left open, and what it was. */
    public record NamedValue(String name, String value) {}
}
