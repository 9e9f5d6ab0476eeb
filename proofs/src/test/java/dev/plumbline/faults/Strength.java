package dev.plumbline.faults;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page docs/strength.md: which mistakes the suite's checks have been seen to catch. */
final class Strength {
    private static final String HEAD = """
            # What the checks catch

            A check that cannot fail proves nothing. So there are stacks made wrong on purpose, one mistake in each: the
            faults in `proofs/src/test/java/dev/plumbline/faults`. This page says which requirement catches which
            of them. It is computed; the build fails when a fault or a scenario is not on it, and when a row does not catch what
            it says here. To write it anew:

                ./mvnw -pl proofs -am test -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.strength=write

            Each fault is made for one row. The scenarios of that row are run with %d tries and must fail in words that name
            the mistake; the failure is shrunk and played again from its token. "Also hits" comes from all scenarios with %d
            tries. The reference fails none. A build plays the scenarios that are known to kill a fault (`killers.tsv`), and all of its
            row's with `-Dplumbline.proofs=whole`.
            """;

    private static final Set<String> OF_ROWS =
            Faults.OF_ROWS.stream().map(Fault::name).collect(Collectors.toUnmodifiableSet());

    private final List<Requirement> catalogue;
    private final List<ScenarioInfo> scenarios;
    private final List<Kills> kills;
    private final StringBuilder page = new StringBuilder();

    Strength(List<Requirement> catalogue, List<ScenarioInfo> scenarios, List<Kills> kills) {
        this.catalogue = catalogue;
        this.scenarios = scenarios;
        this.kills = kills;
    }

    /** The scenarios that no fault makes fail, by their ids. */
    Set<String> idleScenarios() {
        Set<String> idle = new TreeSet<>();
        scenarios.forEach(scenario -> idle.add(scenario.id()));
        kills.forEach(k -> idle.removeAll(k.killers().keySet()));
        return idle;
    }

    /** The page. */
    String page() {
        page.setLength(0);
        page.append(HEAD.formatted(Judged.TRIES, Judged.TRIES_IN_BRIEF));
        line("");
        line(totals());
        sections().forEach(this::section);
        brokenDown();
        laws();
        idle();
        return page.toString();
    }

    /** How many there are; that no scenario is idle only the whole matrix can tell. */
    String totals() {
        long rows = judged().stream().filter(row -> !made(row).isEmpty()).count();
        return "Together: " + Faults.OF_ROWS.size() + " faults for " + rows + " of the "
                + judged().size() + " rows that something judges, and " + (kills.size() - Faults.OF_ROWS.size())
                + " stacks that break down. There are " + scenarios.size() + " scenarios.";
    }

    /** Whether a line of the page is about a fault. */
    static boolean isFault(String line) {
        return line.startsWith("| `");
    }

    /** The same line without its last cell, which tells what else the fault hits. */
    static String withoutHits(String line) {
        return line.substring(0, line.lastIndexOf(" | ") + 2);
    }

    /** And without who catches the fault, where the line has that. */
    static String withoutKillers(String line) {
        List<String> cells = List.of(line.split("(?<!\\\\)\\|", -1));
        return cells.get(1) + cells.get(2);
    }

    private List<Requirement> judged() {
        return catalogue.stream().filter(row -> row.why().isEmpty()).toList();
    }

    private Set<String> sections() {
        return judged().stream().map(Requirement::section).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Kills> made(Requirement row) {
        return kills.stream()
                .filter(k -> k.fault().row().equals(row.id()) && isOfARow(k))
                .toList();
    }

    private static boolean isOfARow(Kills k) {
        return OF_ROWS.contains(k.fault().name());
    }

    private void section(String title) {
        heading(title);
        judged().stream().filter(row -> row.section().equals(title)).forEach(this::row);
    }

    private void row(Requirement row) {
        line("");
        line("**" + row.id() + "** " + row.statement());
        line("");
        if (made(row).isEmpty()) {
            line("No fault yet.");
        } else {
            table("fault", "what is wrong", "caught by", "also hits");
            made(row)
                    .forEach(k -> entry(
                            code(k.fault().shortName()),
                            k.fault().sentence(),
                            names(k.closeKillers(row.id())),
                            others(k, row.id())));
        }
    }

    private void brokenDown() {
        heading("Stacks that break down");
        line("");
        table("fault", "what is wrong", "hits");
        kills.stream()
                .filter(k -> !isOfARow(k))
                .forEach(k -> entry(code(k.fault().shortName()), k.fault().sentence(), others(k, "")));
    }

    private void laws() {
        heading("What breaks the laws of the wire");
        line("");
        line("Each law is also seen to hold for a good transcript and to fail for one with a single thing wrong"
                + " (`LawBookTest`).");
        line("");
        table("law", "statement", "broken by");
        catalogue.stream()
                .filter(Requirement::law)
                .forEach(law -> entry(law.id(), law.statement(), breakers(law.id())));
    }

    private String breakers(String law) {
        String faults = kills.stream()
                .filter(k -> k.killers().values().stream()
                        .anyMatch(s -> s.requirements().contains(law)))
                .map(k -> code(k.fault().shortName()))
                .collect(Collectors.joining(", "));
        return faults.isEmpty() ? "a transcript only" : faults;
    }

    private void idle() {
        heading("Scenarios that no fault makes fail");
        line("");
        Set<String> idle = idleScenarios();
        idle.forEach(id -> line("- " + id));
        if (idle.isEmpty()) {
            line("None.");
        }
    }

    private static String names(List<Judged> scenarios) {
        return scenarios.stream().map(Judged::name).distinct().collect(Collectors.joining("; "));
    }

    private static String others(Kills k, String row) {
        return k.hits().stream().filter(id -> !id.equals(row)).collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void heading(String title) {
        line("");
        line("## " + title);
    }

    private void table(String... columns) {
        entry(columns);
        line("|" + "---|".repeat(columns.length));
    }

    private void entry(String... cells) {
        line(Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
