package dev.plumbline.cli;

import dev.plumbline.report.TextWrap;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline list}: what can be judged, and by what. Runs nothing. */
@Command(
        name = "list",
        description = "Lists the requirements, each with its level, its number of scenarios and its statement.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final int WIDTH = 96;

    private final Suite suite;
    private final Screen screen;

    @ArgGroup
    private Other other = new Other();

    @Mixin
    private Choice choice = new Choice();

    /** What to list instead. */
    static final class Other {
        @Option(names = "--stacks", description = "The stacks, and whether they can be judged here.")
        private boolean stacks;

        @Option(names = "--scenarios", description = "The scenarios.")
        private boolean scenarios;
    }

    ListCommand(Suite suite, Screen screen) {
        this.suite = suite;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (other.stacks) {
            suite.stacks().forEach(this::stack);
            suite.otherStacks().forEach(this::otherStack);
        } else if (other.scenarios || !choice.expression().isEmpty()) {
            scenarios();
        } else {
            requirements();
        }
        return 0;
    }

    private void stack(Suite.StackRow stack) {
        String reason = stack.unavailableReason();
        String state =
                reason == null ? screen.ink().green("ready") : screen.ink().yellow("not here: " + reason);
        screen.line(String.format(Locale.ROOT, "%-24s %s", stack.name(), state));
        TextWrap.wrap(String.join(" ", stack.capabilities()), WIDTH, " ".repeat(4))
                .forEach(screen::line);
    }

    private void otherStack(String usage) {
        String[] nameAndMeaning = usage.split(" +", 2);
        screen.line(nameAndMeaning[0]);
        TextWrap.wrap(nameAndMeaning[1], WIDTH, " ".repeat(4)).forEach(screen::line);
    }

    private void requirements() {
        String section = "";
        List<Requirement> rows = suite.catalogue();
        for (Requirement row : rows) {
            if (!row.section().equals(section)) {
                section = row.section();
                screen.line((rows.get(0).equals(row) ? "" : "\n") + section);
            }
            requirement(row);
        }
        long covered =
                rows.stream().filter(row -> row.law() || row.scenarios() > 0).count();
        screen.line("\n" + rows.size() + " requirements, " + covered + " of them with scenarios");
    }

    private void requirement(Requirement row) {
        String count = count(row);
        String head = String.format(Locale.ROOT, "  %-20s %-7s %-15s", row.id(), row.level(), count);
        screen.line(
                row.scenarios() == 0 && !row.law() ? screen.ink().faint(head.stripTrailing()) : head.stripTrailing());
        TextWrap.wrap(row.statement() + " (" + row.source() + ")", WIDTH, " ".repeat(6))
                .forEach(screen::line);
    }

    private static String count(Requirement row) {
        if (row.law()) {
            return "watches every scenario";
        }
        if (row.scenarios() == 1) {
            return "1 scenario";
        }
        if (row.scenarios() > 0) {
            return row.scenarios() + " scenarios";
        }
        return switch (row.judging()) {
            case NOT_OBSERVABLE -> "not observable";
            case LEFT_OUT -> "left out";
            case SCENARIOS, LAW, BOTH -> "no scenario yet";
        };
    }

    private void scenarios() {
        List<ScenarioInfo> rows = suite.scenarios(choice.expression());
        for (ScenarioInfo row : rows) {
            screen.line(row.id() + "  " + screen.ink().faint(String.join(" ", row.requirements())));
        }
        screen.line("\n" + rows.size() + " scenarios");
    }
}
