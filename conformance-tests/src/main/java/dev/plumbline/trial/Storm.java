package dev.plumbline.trial;

import dev.plumbline.diagnosis.Comparison;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.Transcript.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** More packets in one wait than any exchange needs: who sent them, and how they begin. */
final class Storm {
    /** In a scenario: the next one ends it, for each takes as long as a hundred scenarios. */
    static final int MOST = 3;

    private static final int SHOWN = 10;

    private final String senders;
    private final String first;

    private Storm(String senders, String first) {
        this.senders = senders;
        this.first = first;
    }

    /** That which began at an entry of the world's transcript, and has lasted so long. */
    static Storm of(World world, int from, Duration lasted) {
        List<Entry> entries = world.transcript().entries();
        Map<String, Integer> sent = new TreeMap<>();
        entries.subList(from, entries.size()).stream()
                .filter(entry -> entry.kind() == Transcript.Kind.SENT)
                .forEach(entry -> sent.merge(entry.host(), 1, Integer::sum));
        String senders = sent.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        String within = String.format(Locale.ROOT, "%.3f s", lasted.toNanos() / 1e9);
        return new Storm(senders + ", within " + within, String.join("\n    ", world.packets(from, SHOWN)));
    }

    /** On one line. */
    String sentence() {
        return "a storm: packets follow one another without end (" + senders + ")";
    }

    /** With the first ten. */
    String told() {
        return sentence() + (first.isEmpty() ? "" : ". It begins with\n    " + first);
    }

    /** What is wrong where nothing else is. */
    Finding finding() {
        return new Finding(
                Finding.Kind.CRASH,
                sentence(),
                "that an exchange comes to rest",
                told(),
                null,
                null,
                true,
                Comparison.NONE);
    }

    /** A step's own finding, with what may have led to it. */
    Finding explaining(Finding own) {
        return own.kind() == Finding.Kind.VIOLATION ? own.besides(told()) : own;
    }
}
