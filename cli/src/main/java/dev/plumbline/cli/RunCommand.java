package dev.plumbline.cli;

import dev.plumbline.report.AllureReport;
import dev.plumbline.report.AllureReport.NoReport;
import dev.plumbline.report.LessonPage;
import dev.plumbline.report.SummaryPrinter;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.text.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline run}: judges a stack. */
@Command(name = "run", description = "Judges a stack.", mixinStandardHelpOptions = true, sortOptions = false)
final class RunCommand implements Callable<Integer> {
    /** Short enough to be typed from a screen. */
    private static final long SEEDS = 1_000_000_000;

    private final Suite suite;
    private final Screen screen;
    private final Path runs;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--stack",
            required = true,
            paramLabel = "NAME",
            description = "One of: plumbline list --stacks. Or jar:PATH, the stack in your jar or folder of classes.")
    private String stack = "";

    @Mixin
    private Choice choice = new Choice();

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "25",
            description = "Worlds that a scenario is played in. ${DEFAULT-VALUE}, if not given.")
    private int tries;

    @Option(names = "--seed", paramLabel = "S", description = "Repeats the draws of the run that printed it.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "For the results. plumbline-out/NAME, if not given.")
    private @Nullable Path out;

    @Option(names = "--no-report", description = "Saves the seconds that the pages take.")
    private boolean noReport;

    @Option(
            names = "--no-sandbox",
            description = "Starts the stack with all your rights. Only for a stack that you trust.")
    private boolean noSandbox;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = BudgetWords.class,
            description = "How long the run may take: 90s, 30m, 2h. ${DEFAULT-VALUE}, if not given.")
    private Duration budget = Duration.ZERO;

    @Option(names = "--strict", description = "A SHOULD that is not followed is a failure too.")
    private boolean strict;

    @Option(
            names = "--deviations",
            paramLabel = "FILE",
            description = "What the stack is known not to keep. The stack's own list, if not given.")
    private @Nullable Path deviations;

    RunCommand(Suite suite, Screen screen, Path runs) {
        this.suite = suite;
        this.screen = screen;
        this.runs = runs;
    }

    @Override
    public Integer call() {
        if (tries < 1 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--tries must be 1 or more, not " + tries);
        }
        long chosen = seed != null ? seed : ThreadLocalRandom.current().nextLong(1, SEEDS);
        OutputFolder folder = new OutputFolder(out != null ? out : runs.resolve(Session.folderName(stack)));
        screen.line("Judging " + Shown.line(stack) + " with seed " + chosen + " ...");
        if (noSandbox) {
            Trust.everything(screen);
        }
        Session session = new Session(suite, screen, folder, strict);
        Judgement judgement = judge(session, folder, chosen);
        Map<String, String> pages = noReport ? Map.of() : report(folder, judgement);
        if (session.trouble().isPresent()) {
            screen.complain(
                    "plumbline: " + session.trouble().get() + ". The verdict above is made from memory, and stands.");
            return PlumblineCommand.COULD_NOT_RUN;
        }
        String digest = pages.isEmpty()
                ? session.digest()
                : ResultsWriter.replace(folder.results(), judgement.results().beside(pages));
        screen.line("results: " + Shown.line(folder.results().toString()) + "  sha256 " + digest);
        return judgement.verdict().exitCode();
    }

    private Judgement judge(Session session, OutputFolder folder, long chosen) {
        try {
            Judgement judgement = session.run(new Suite.Options(
                    stack, choice.expression(), tries, chosen, folder.path(), null, deviations, !noReport, budget));
            tell(judgement);
            return judgement;
        } catch (Suite.Refused e) {
            throw e;
        } catch (RuntimeException | Error e) {
            session.judgeWhatIsThere().ifPresent(this::tell);
            throw e;
        }
    }

    private void tell(Judgement judgement) {
        screen.line("");
        SummaryPrinter.lines(judgement, screen.ink()).forEach(screen::line);
    }

    /** The digests of the pages. */
    private Map<String, String> report(OutputFolder folder, Judgement judgement) {
        Map<String, String> digests = new LinkedHashMap<>();
        Path lesson = LessonPage.write(judgement, folder.path(), folder.lesson(), "report/index.html");
        screen.line("lesson:  " + Shown.line(lesson.toString()));
        digests.put("lesson.html", Digests.of(lesson));
        try {
            Path page = new AllureReport(Session.allureHome())
                    .generate(folder.allureResults(), judgement.results().run(), folder.report());
            screen.line("report:  " + Shown.line(page.toString()));
            digests.put("report/index.html", Digests.of(page));
        } catch (NoReport e) {
            screen.complain("plumbline: no report: " + e.getMessage());
        }
        return digests;
    }
}
