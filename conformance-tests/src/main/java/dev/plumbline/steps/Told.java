package dev.plumbline.steps;

import dev.plumbline.application.LookUp;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Waits until an application is told what became of its look-up, and judges that. */
final class Told implements Expectation {
    /** A resolver asks several times, each time after a longer wait, before it gives up (RFC 1123 section 6.1.3.3). */
    static final Duration GIVING_UP = Duration.ofMinutes(10);

    private final LookUp lookUp;
    private final String expected;
    private final Function<LookUp, Optional<String>> objection;

    /**
     * Waits.
     *
     * @param expected what it must be told, in words
     * @param objection what is wrong with what it was told, if anything is
     */
    Told(LookUp lookUp, String expected, Function<LookUp, Optional<String>> objection) {
        this.lookUp = lookUp;
        this.expected = expected;
        this.objection = objection;
    }

    @Override
    public Duration limit(TimeBase time) {
        return Waits.arrival(GIVING_UP, time);
    }

    @Override
    public boolean isSettled() {
        return lookUp.outcome().isPresent();
    }

    @Override
    public Optional<Finding> finding() {
        String about = "of " + lookUp.question();
        if (!isSettled()) {
            return Optional.of(Finding.missing(
                    "the endpoint's application was told nothing " + about + " for ten minutes", expected, "nothing"));
        }
        Optional<String> wrong = lookUp.timesTold() > 1
                ? Optional.of("it was told " + lookUp.timesTold() + " times")
                : objection.apply(lookUp);
        return wrong.map(why -> finding("the endpoint's application was told something wrong " + about + ": " + why));
    }

    /** That there was no answer may have a reason in the messages: a broken law says more. */
    private Finding finding(String headline) {
        return lookUp.outcome().filter(o -> o == LookUp.Outcome.FAILED).isPresent()
                ? Finding.missing(headline, expected, lookUp.toString())
                : Finding.wrong(headline, expected, lookUp.toString());
    }
}
