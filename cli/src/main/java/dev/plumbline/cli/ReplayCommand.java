package dev.plumbline.cli;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.ScenarioResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline replay}: plays the one world again in which a scenario failed. */
@Command(
        name = "replay",
        description = "Plays the world again in which a scenario failed, and explains.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
    private final Suite suite;
    private final Screen screen;
    private final Path runs;

    @Parameters(paramLabel = "TOKEN", description = "As a failure prints it.")
    private String token = "";

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "reference",
            description = "The stack to play it on. ${DEFAULT-VALUE}, if not given.")
    private String stack = "";

    @Mixin
    private Trust trust = new Trust();

    ReplayCommand(Suite suite, Screen screen, Path runs) {
        this.suite = suite;
        this.screen = screen;
        this.runs = runs;
    }

    @Override
    public Integer call() {
        trust.heed(screen);
        OutputFolder folder = new OutputFolder(runs.resolve("replay"));
        Judgement judgement = new Session(suite, screen, folder, false)
                .run(new Suite.Options(stack, "", 1, 0, folder.path(), token, null, false));
        judgement.results().scenarios().forEach(scenario -> tell(scenario, folder));
        judgement.complaints().forEach(screen::line);
        return judgement.verdict().exitCode();
    }

    private void tell(ScenarioResult scenario, OutputFolder folder) {
        Failure failure = scenario.failure();
        if (failure != null) {
            screen.line(failure.message());
            if (failure.pcap() != null) {
                screen.line("capture: " + folder.path().resolve(failure.pcap()));
            }
        } else if (scenario.outcome() == Outcome.PASS) {
            screen.line(
                    screen.ink().green("It holds now") + ": " + stack + " passes " + scenario.id() + " in this world.");
        } else {
            String reason = scenario.reason() == null ? "" : " " + scenario.reason();
            screen.line(scenario.id() + ": " + scenario.outcome() + reason);
        }
    }
}
