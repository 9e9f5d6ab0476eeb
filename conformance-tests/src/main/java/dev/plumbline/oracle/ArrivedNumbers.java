package dev.plumbline.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which numbers of a stream have come in, whatever their order and however often: what a SACK option may tell of (RFC 2018 section 3). */
public final class ArrivedNumbers {
    /**
     * Some numbers without a gap.
     *
     * @param from the first one
     * @param to the one behind the last one
     */
    public record Range(int from, int to) {
        /** Whether all of {@code other} is in it. */
        public boolean contains(Range other) {
            return from <= other.from && other.to <= to;
        }

        /** What both have; empty if there is nothing. */
        Range shared(Range other) {
            int first = Math.max(from, other.from);
            return new Range(first, Math.max(first, Math.min(to, other.to)));
        }

        /** Whether there is none; how many there are may be more than an int can count. */
        boolean isEmpty() {
            return to <= from;
        }

        @Override
        public String toString() {
            return from + " to " + (to - 1);
        }
    }

    /** By their first number; no two touch. */
    private final NavigableMap<Integer, Integer> ranges = new TreeMap<>();

    /** These come in. Returns what of them was there before, in parts without a gap. */
    public List<Range> add(Range news) {
        if (news.isEmpty()) {
            return List.of();
        }
        List<Range> again =
                all().stream().map(news::shared).filter(part -> !part.isEmpty()).toList();
        int from = news.from;
        int to = news.to;
        for (Map.Entry<Integer, Integer> entry = ranges.floorEntry(to);
                entry != null && entry.getValue() >= from;
                entry = ranges.floorEntry(to)) {
            from = Math.min(from, entry.getKey());
            to = Math.max(to, entry.getValue());
            ranges.remove(entry.getKey());
        }
        ranges.put(from, to);
        return again;
    }

    /** Each of them whole, in order. */
    public List<Range> all() {
        List<Range> all = new ArrayList<>();
        ranges.forEach((from, to) -> all.add(new Range(from, to)));
        return all;
    }

    /** The first number from {@code number} on that has not come. */
    int nextMissing(int number) {
        Map.Entry<Integer, Integer> entry = ranges.floorEntry(number);
        return entry == null ? number : Math.max(number, entry.getValue());
    }

    /** Those that begin behind {@code number}. */
    public List<Range> beyond(int number) {
        return all().stream().filter(range -> range.from > number).toList();
    }

    /** Whether all of {@code some} have come. */
    public boolean contain(Range some) {
        Map.Entry<Integer, Integer> entry = ranges.floorEntry(some.from);
        return entry != null && entry.getValue() >= some.to;
    }
}
