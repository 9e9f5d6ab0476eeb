package dev.plumbline.peer;

import dev.plumbline.oracle.Packet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Goes through the arrivals that concern somebody, each once, in order. */
public final class Reader {
    private final List<Packet> arrivals;
    private final Predicate<Packet> concerns;
    private int next;

    Reader(List<Packet> arrivals, Predicate<Packet> concerns) {
        this.arrivals = arrivals;
        this.concerns = concerns;
    }

    /** The next arrival that was not read yet, if there is one. */
    public Optional<Packet> next() {
        while (next < arrivals.size()) {
            Packet arrival = arrivals.get(next++);
            if (concerns.test(arrival)) {
                return Optional.of(arrival);
            }
        }
        return Optional.empty();
    }

    /** Passes over everything that has arrived so far. */
    public void skipAll() {
        next = arrivals.size();
    }
}
