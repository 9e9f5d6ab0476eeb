package dev.plumbline.cli;

import dev.plumbline.index.Index;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline show}: all that belongs to a requirement, a scenario or a fault. */
@Command(
        name = "show",
        description = {
            "Shows all that belongs to an id: of a requirement, of a scenario, or of a fault.",
            "The last thing shown is what a passing exchange looks like, on the reference."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ShowCommand implements Callable<Integer> {
    private static final String FAULTY = "faulty:";

    private final Suite suite;
    private final Screen screen;
    private final Sources sources;

    @Parameters(paramLabel = "ID", description = "Such as HS-2 or RFC9293/MUST-36; plumbline list shows them all.")
    private String id = "";

    @Option(names = "--no-exchange", description = "Plays nothing.")
    private boolean noExchange;

    ShowCommand(Suite suite, Screen screen, Sources sources) {
        this.suite = suite;
        this.screen = screen;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        Index index = suite.index();
        List<Requirement> catalogue = suite.catalogue();
        List<ScenarioInfo> scenarios = suite.scenarios("");
        String fault = id.startsWith(FAULTY) ? id.substring(FAULTY.length()) : id;
        Dossier dossier = new Dossier(screen, sources, index, catalogue, scenarios);
        Optional<Requirement> row =
                catalogue.stream().filter(each -> each.id().equals(id)).findFirst();
        Optional<ScenarioInfo> scenario =
                scenarios.stream().filter(each -> each.id().equals(id)).findFirst();
        Optional<Index.Wrong> wrong = index.faults().stream()
                .filter(each -> each.name().equals(fault))
                .findFirst();
        if (row.isPresent()) {
            dossier.tell(row.get());
            dossier.scenarios(row.get()).stream().findFirst().ifPresent(this::exchange);
        } else if (scenario.isPresent()) {
            dossier.tell(scenario.get());
            exchange(scenario.get());
        } else if (wrong.isPresent()) {
            dossier.tell(wrong.get());
        } else {
            throw new Suite.Refused(unknown(index, catalogue, scenarios));
        }
        return 0;
    }

    private String unknown(Index index, List<Requirement> catalogue, List<ScenarioInfo> scenarios) {
        List<String> all = new ArrayList<>();
        catalogue.forEach(row -> all.add(row.id()));
        scenarios.forEach(scenario -> all.add(scenario.id()));
        index.faults().forEach(fault -> all.add(fault.name()));
        List<String> near = Nearest.to(id, all);
        return "there is no requirement, scenario or fault called '" + id + "'"
                + (near.isEmpty()
                        ? "; plumbline list shows what there is"
                        : "; did you mean " + String.join(", ", near) + "?");
    }

    private void exchange(ScenarioInfo scenario) {
        if (!noExchange) {
            screen.line("\nWhat a passing exchange looks like (" + scenario.name() + ")");
            suite.exchange(scenario).lines().forEach(line -> screen.line("    " + line));
        }
    }
}
