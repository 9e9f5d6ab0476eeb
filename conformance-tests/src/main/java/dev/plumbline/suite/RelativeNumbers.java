package dev.plumbline.suite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the sequence numbers of a sentence are in the exchange below it, which counts from each direction's SYN. */
final class RelativeNumbers {
    private static final Pattern ISN = Pattern.compile("(?m)^# flow \\d+: tcp .*, (?:isn|counted from) (\\d+)$");
    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:number(?: is)?|acknowledging|acknowledgment of|beyond) (\\d{1,10})\\b");
    /** What is farther from a SYN than any stream here is long belongs to another direction. */
    private static final long FAR = 1L << 24;

    private static final long ALL = 1L << 32;
    private static final int MOST = 4;

    private RelativeNumbers() {}

    /** In the order of the sentences; empty if there is none, or none that is another one there. */
    static String of(String sentences, String story) {
        List<Long> isns = ISN.matcher(story)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .distinct()
                .toList();
        Set<String> equations = new LinkedHashSet<>();
        for (MatchResult found : NUMBER.matcher(sentences).results().toList()) {
            long number = Long.parseLong(found.group(1));
            OptionalLong relative = relative(number, isns);
            if (relative.isPresent() && relative.getAsLong() != number) {
                equations.add(number + " is " + relative.getAsLong());
            }
        }
        return equations.stream().limit(MOST).collect(Collectors.joining(", "));
    }

    /** Unless it could be one of two. */
    private static OptionalLong relative(long number, List<Long> isns) {
        long[] near = isns.stream()
                .mapToLong(isn -> Math.floorMod(number - isn, ALL))
                .filter(distance -> distance < FAR)
                .toArray();
        return near.length == 1 ? OptionalLong.of(near[0]) : OptionalLong.empty();
    }
}
