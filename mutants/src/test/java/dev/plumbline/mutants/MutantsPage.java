package dev.plumbline.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/mutants.md}, computed from the register. */
final class MutantsPage {
    private static final String HEAD = """
            # Mutants of the reference that the scenarios kill

            [PIT](https://pitest.org) changes one thing in the reference: a comparison, a sum, a returned value, a call that is left
            out. Each such mutant must fail at least one scenario. No unit test takes part, and the peers in the suite's worlds are
            the reference as it is. A mutant that does what the reference does is no fault; it is listed with the reason. What is
            left survives: nothing that the suite checks depends on it. To write this page anew:

                ./mvnw -Pmutants -pl mutants -am test -Dtest=MutantsTest -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.mutants=write

            | package | mutants | hunted | killed | equivalent | survive | not reached | killed of those hunted that are not equivalent |
            |---|---|---|---|---|---|---|---|
            """;

    private final Register register;
    private final Map<String, Integer> made;

    /**
     * A page of what the register knows.
     *
     * @param made how many mutants each package has, hunted or not
     */
    MutantsPage(Register register, Map<String, Integer> made) {
        this.register = register;
        this.made = made;
    }

    /** The figures of a package. */
    private record Count(long mutants, long hunted, long killed, long equivalent, long survive, long notReached) {
        Count plus(Count other) {
            return new Count(
                    mutants + other.mutants,
                    hunted + other.hunted,
                    killed + other.killed,
                    equivalent + other.equivalent,
                    survive + other.survive,
                    notReached + other.notReached);
        }

        String row(String name) {
            String share = hunted == equivalent
                    ? "-"
                    : String.format(Locale.ROOT, "%.1f %%", 100.0 * killed / (hunted - equivalent));
            return Stream.of(name, mutants, hunted, killed, equivalent, survive, notReached, share)
                    .map(Object::toString)
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }
    }

    String text() {
        List<String> rows = new ArrayList<>();
        Count all = new Count(0, 0, 0, 0, 0, 0);
        for (String each : MutantsTest.PACKAGES) {
            Count count = count(each);
            rows.add(count.row("`" + each + "`"));
            all = all.plus(count);
        }
        rows.add(all.row("together"));
        return HEAD
                + String.join("\n", rows)
                + "\n\n## What survives\n\n"
                + lines(Fate.SURVIVES)
                + "\n## What no scenario reaches\n\n"
                + lines(Fate.NOT_REACHED)
                + "\n## What is equivalent\n\n"
                + equivalents();
    }

    private Count count(String each) {
        Map<String, Fate> fates = register.fates(each);
        return new Count(
                made.getOrDefault(each, 0),
                fates.size(),
                fates.values().stream().filter(Fate::isKilled).count(),
                fates.keySet().stream()
                        .filter(register.equivalents()::containsKey)
                        .count(),
                left(each, Fate.SURVIVES).size(),
                left(each, Fate.NOT_REACHED).size());
    }

    private List<String> left(String inPackage, Fate fate) {
        return register.fates(inPackage).entrySet().stream()
                .filter(entry -> entry.getValue().equals(fate))
                .map(Map.Entry::getKey)
                .filter(id -> !register.equivalents().containsKey(id))
                .toList();
    }

    private String lines(Fate fate) {
        StringBuilder lines = new StringBuilder();
        MutantsTest.PACKAGES.forEach(each ->
                left(each, fate).forEach(id -> lines.append("- ").append(id).append('\n')));
        return lines.isEmpty() ? "None.\n" : lines.toString();
    }

    private String equivalents() {
        StringBuilder lines = new StringBuilder("| mutant | why nothing is different |\n|---|---|\n");
        register.equivalents()
                .forEach((id, reason) -> lines.append("| ")
                        .append(id)
                        .append(" | ")
                        .append(reason)
                        .append(" |\n"));
        return lines.toString();
    }
}
