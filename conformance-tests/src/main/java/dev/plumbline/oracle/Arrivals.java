package dev.plumbline.oracle;

import dev.plumbline.oracle.ArrivedNumbers.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a host may tell of in a SACK option, as an onlooker knows it: what has come (RFC 2018 section 3), and what of it twice (RFC 2883 section 4). */
final class Arrivals {
    /** Of older ones nobody is told any more. */
    private static final int MOST = 64;

    /** What lies before the SYN is old, whoever has sent it. Numbers that are further away lie behind it (RFC 9293 section 3.4). */
    private static final Range BEFORE = new Range(Integer.MIN_VALUE, 0);

    private ArrivedNumbers numbers = new ArrivedNumbers();
    private final Deque<Range> twice = new ArrayDeque<>();

    Arrivals() {
        clear();
    }

    /** Another connection begins. */
    void clear() {
        numbers = new ArrivedNumbers();
        numbers.add(BEFORE);
        twice.clear();
    }

    /** These come in, counted from the peer's SYN. */
    void add(Range range) {
        twice.addAll(numbers.add(range));
        while (twice.size() > MOST) {
            twice.removeFirst();
        }
    }

    /** The first number that has not come yet: RCV.NXT, counted from the peer's SYN. */
    int next() {
        return Math.max(1, numbers.nextMissing(0));
    }

    boolean contain(Range range) {
        return numbers.contain(range);
    }

    /** Whether these have come once more since somebody was told of them; now somebody is. */
    boolean tellTwice(Range range) {
        ArrivedNumbers told = new ArrivedNumbers();
        List<Range> parts = new ArrayList<>();
        for (Range part : twice) {
            if (!part.shared(range).isEmpty() && !told.contain(range)) {
                told.add(part);
                parts.add(part);
            }
        }
        boolean right = told.contain(range);
        if (right) {
            parts.forEach(twice::removeFirstOccurrence);
        }
        return right;
    }
}
