package dev.plumbline.steps.dns;

import dev.plumbline.application.LookUp;
import dev.plumbline.application.LookUp.Outcome;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Waits until an application is told what became of its look-up, and judges that. */
final class LookUpEnds implements Expectation {
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
    LookUpEnds(LookUp lookUp, String expected, Function<LookUp, Optional<String>> objection) {
        this.lookUp = lookUp;
        this.expected = expected;
        this.objection = objection;
    }

    /** It must be told these addresses, all of them and no other. */
    static LookUpEnds withExactly(Set<Ipv4Address> right, LookUp lookUp, Lies lies) {
        return new LookUpEnds(lookUp, "these addresses: " + right, told -> objection(told, right, lies));
    }

    /** It must be told this, and not that there are addresses. */
    static LookUpEnds with(Outcome wanted, LookUp lookUp) {
        return new LookUpEnds(
                lookUp,
                wanted.toString(),
                told -> told.outcome().filter(o -> o == wanted).isPresent()
                        ? Optional.empty()
                        : Optional.of(told + ", instead of " + wanted));
    }

    @Override
    public Duration limit(Patience patience) {
        return patience.arrival(GIVING_UP);
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
        return lookUp.outcome().filter(o -> o == Outcome.FAILED).isPresent()
                ? Finding.missing(headline, expected, lookUp.toString())
                : Finding.wrong(headline, expected, lookUp.toString());
    }

    private static Optional<String> objection(LookUp told, Set<Ipv4Address> right, Lies lies) {
        if (told.outcome().filter(o -> o == Outcome.FOUND).isEmpty() || !told.hasOnlyAddresses()) {
            return Optional.of(told + ", although the name has addresses");
        }
        List<String> wrong = new ArrayList<>();
        told.addresses().stream()
                .filter(address -> !right.contains(address))
                .forEach(address -> wrong.add(address + lies.of(address).orElse(", which is not the name's")));
        List<Ipv4Address> missing =
                right.stream().filter(a -> !told.addresses().contains(a)).toList();
        if (!missing.isEmpty()) {
            wrong.add(missing.size() + " of its " + right.size() + " addresses missing, " + missing.get(0)
                    + " among them");
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }
}
