package dev.plumbline.faults;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run with a fault names first, and how many besides. */
public record Named(Fault fault, List<Cause> causes) {
    /** Where a scenario of another row shows the same mistake, in other words. */
    private static final Map<String, String> IN_OTHER_WORDS = Map.of(
            "faulty:odd-octet-lost", "its data is other than what the application sent",
            "faulty:tells-itself", "it goes to 100.100.100.1:53 instead of",
            "faulty:never-again", "the same SYN again", // nothing is sent again, and so no SYN
            "faulty:udp-length-of-data", "the UDP length does not count the header's 8 octets");

    /** Another scenario draws other numbers and addresses. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.:][0-9]+)*");

    /** What a judged run names. */
    public static Named of(Fault fault, Judgement judgement) {
        return new Named(fault, Causes.of(judgement).all());
    }

    /** Whether it is the fault that is named first. */
    public boolean isRight() {
        return causes.stream().limit(1).anyMatch(this::isTheMistake);
    }

    private boolean isTheMistake(Cause cause) {
        Failure failure = cause.shown().failure();
        boolean row = cause.rule()
                .filter(rule -> fault.requirements().contains(rule.id()))
                .isPresent();
        return row || (failure != null && isNamedIn(told(failure)));
    }

    private boolean isNamedIn(String told) {
        return fault.words().stream().map(Named::numberless).allMatch(numberless(told)::contains)
                || (IN_OTHER_WORDS.containsKey(fault.name()) && told.contains(IN_OTHER_WORDS.get(fault.name())));
    }

    private static String numberless(String words) {
        return NUMBER.matcher(words).replaceAll("N");
    }

    /** What the message says of it, as in the kill matrix: the smallest case is part of that. */
    private static String told(Failure failure) {
        return Stream.concat(
                        Stream.of(failure.headline(), failure.expected(), failure.came()),
                        Stream.concat(
                                failure.besides().stream(),
                                failure.values().stream().map(value -> value.name() + " = " + value.value())))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return fault + ", made for " + fault.row() + ", but first is "
                + causes.stream()
                        .findFirst()
                        .map(cause -> cause.name() + ": " + cause.headline())
                        .orElse("nothing");
    }
}
