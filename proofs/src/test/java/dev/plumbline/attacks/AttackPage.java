package dev.plumbline.attacks;

import dev.plumbline.adapter.sandbox.Grade;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page docs/attacks.md: what is tried, what becomes of it, the sandbox that it takes, and the test that plays it. */
final class AttackPage {
    static final String COMMAND =
            "./mvnw -pl proofs -am test -Dtest=AttackListTest -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.index=write";

    private static final String HEAD = """
            # What stacks try, and what becomes of it

            Whoever judges stacks runs strangers' programs. This is what such programs have been seen to do, and what else came to
            mind; each line is played by tests. The page is made from the list and the tests, and the build fails when it is not what
            they say. To write it anew:

                %s

            To play the attacks, in bubblewrap and in the least sandbox that holds each; in all that hold it; or in one:

                ./mvnw -pl proofs -am test -Dplumbline.leave-out=nothing -Dtest='*Attack*Test,SubmissionTest,TimeTest' \\
                    -Dsurefire.failIfNoSpecifiedTests=false [-Dplumbline.attacks=all|bubblewrap|unshare|bounds|none]

            *held by* names the least sandbox that holds an attack; each better one does, too, and `none` is every machine. *FAIL*: the
            stack has failed and is told why, the run goes on to its end, and nothing was read, changed or left. *As if untried*: what
            the stack does otherwise is what is judged. *Refused* and *nothing read*: the attack gets an error, and the stack is judged
            as if untried. *Told as that*: no verdict on the stack is made of it.

            | # | what is tried | what becomes of it | held by | played by |
            |---|---|---|---|---|
            """;

    private final List<Listed> listed;
    private final List<Attack> attacks;
    private final Function<String, String> linkToTest;
    private final StringBuilder page = new StringBuilder();

    AttackPage(List<Listed> listed, List<Attack> attacks, Function<String, String> linkToTest) {
        this.listed = listed;
        this.attacks = attacks;
        this.linkToTest = linkToTest;
    }

    /** The page. */
    String text() {
        page.append(HEAD.formatted(COMMAND));
        listed.forEach(this::row);
        page.append("\n## What a lesser sandbox does not hold\n\n");
        page.append("A run names its sandbox on the screen and in `results.jsonl`, with what that does not hold.\n");
        for (Grade grade : Grade.values()) {
            String open = attacks.stream()
                    .filter(attack -> !attack.isHeldBy(grade))
                    .map(attack -> attack.number() + " " + attack.what())
                    .distinct()
                    .collect(Collectors.joining("; "));
            if (!open.isEmpty()) {
                page.append("\n- `")
                        .append(word(grade))
                        .append("`: ")
                        .append(open)
                        .append(".\n");
            }
        }
        return page.toString();
    }

    private void row(Listed line) {
        Map<Grade, String> held = new EnumMap<>(Grade.class);
        line.in(attacks).forEach(attack -> held.merge(attack.least(), attack.what(), (one, two) -> one + "; " + two));
        String grades = held.size() < 2
                ? held.keySet().stream().map(AttackPage::word).collect(Collectors.joining())
                : held.entrySet().stream()
                        .map(entry -> word(entry.getKey()) + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", "));
        String tests = Stream.concat(
                        line.in(attacks).stream().map(AttackPage::testOf).distinct(), line.elsewhere().stream())
                .map(linkToTest)
                .map(Objects::requireNonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        page.append("| ")
                .append(String.join(
                        " | ", line.number(), line.tried(), line.becomes(), grades.isEmpty() ? "none" : grades, tests))
                .append(" |\n");
    }

    private static String testOf(Attack attack) {
        return ProgramAttacks.all().contains(attack) ? "ProgramAttackTest" : "AttackTest";
    }

    private static String word(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }
}
