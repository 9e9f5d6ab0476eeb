package dev.plumbline.peer;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that may come in one part or in several: for one after the other, until it is whole. */
public final class InParts implements Expectation {
    private final Supplier<? extends Expectation> next;
    private final BooleanSupplier whole;
    private Expectation part;

    /**
     * Waits for the first part.
     *
     * @param next makes what is expected of the next part
     * @param whole whether the parts that have come are all
     */
    public InParts(Supplier<? extends Expectation> next, BooleanSupplier whole) {
        this.next = next;
        this.whole = whole;
        this.part = next.get();
    }

    @Override
    public Duration limit(Patience patience) {
        return part.limit(patience);
    }

    @Override
    public boolean isSettled() {
        while (part.isSettled() && part.finding().isEmpty() && !whole.getAsBoolean()) {
            part = next.get();
        }
        return part.isSettled();
    }

    @Override
    public Optional<Finding> finding() {
        return part.finding();
    }
}
