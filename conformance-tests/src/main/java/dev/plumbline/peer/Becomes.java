package dev.plumbline.peer;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.Waits;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition on what an application knows, or watches that it stays untrue. */
public final class Becomes implements Expectation {
    private final String expected;
    private final BooleanSupplier condition;
    private final Supplier<String> came;
    private final Duration limit;
    private final boolean wanted;
    private final BooleanSupplier hopeless;
    private final BooleanSupplier explained;
    private final Supplier<Optional<Difference>> difference;

    private Becomes(
            String expected,
            BooleanSupplier condition,
            Supplier<String> came,
            Duration limit,
            boolean wanted,
            BooleanSupplier hopeless,
            BooleanSupplier explained,
            Supplier<Optional<Difference>> difference) {
        this.expected = expected;
        this.condition = condition;
        this.came = came;
        this.limit = limit;
        this.wanted = wanted;
        this.hopeless = hopeless;
        this.explained = explained;
        this.difference = difference;
    }

    /**
     * It must become true within {@link Waits#ANSWER}.
     *
     * @param expected what is expected, in words
     * @param came what is the case instead, asked if it does not
     */
    public static Becomes becomesTrue(String expected, BooleanSupplier condition, Supplier<String> came) {
        return new Becomes(expected, condition, came, Waits.ANSWER, true, () -> false, () -> false, Optional::empty);
    }

    /** It must not become true for {@link Waits#SILENCE}. */
    public static Becomes staysUntrue(String expected, BooleanSupplier condition, Supplier<String> came) {
        return new Becomes(expected, condition, came, Waits.SILENCE, false, () -> false, () -> false, Optional::empty);
    }

    /** The same with another limit. */
    public Becomes within(Duration other) {
        return new Becomes(expected, condition, came, other, wanted, hopeless, explained, difference);
    }

    /** The same, but waiting ends as soon as it cannot become true any more. */
    public Becomes unless(BooleanSupplier never) {
        return new Becomes(expected, condition, came, limit, wanted, never, explained, difference);
    }

    /** The same, but waiting ends, and nothing is said of this, as soon as something else was found that tells more. */
    public Becomes unlessExplained(BooleanSupplier elsewhere) {
        return new Becomes(expected, condition, came, limit, wanted, hopeless, elsewhere, difference);
    }

    /** The same, where a value of the endpoint's last packet is what is not as it should be. */
    public Becomes comparing(Supplier<Optional<Difference>> values) {
        return new Becomes(expected, condition, came, limit, wanted, hopeless, explained, values);
    }

    @Override
    public Duration limit(Patience patience) {
        return wanted ? patience.arrival(limit) : patience.silence(limit);
    }

    @Override
    public boolean isSettled() {
        return condition.getAsBoolean() || hopeless.getAsBoolean() || explained.getAsBoolean();
    }

    @Override
    public Optional<Finding> finding() {
        boolean saidElsewhere = explained.getAsBoolean() && !hopeless.getAsBoolean();
        if (condition.getAsBoolean() == wanted || saidElsewhere) {
            return Optional.empty();
        }
        String what = came.get();
        Finding finding = wanted
                ? Finding.missing("this did not happen: " + expected, expected, what)
                : Finding.wrong(what, expected, what);
        return Optional.of(
                finding.comparing(Octets.empty(), difference.get().stream().toList()));
    }
}
