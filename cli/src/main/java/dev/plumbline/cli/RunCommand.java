package dev.plumbline.cli;

import dev.plumbline.report.AllureReport;
import dev.plumbline.report.AllureReport.NoReport;
import dev.plumbline.report.SummaryPrinter;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.PastRun;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.results.RunHeader;
import dev.plumbline.suite.Again;
import dev.plumbline.text.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static final int USUAL_TRIES = 25;

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
            description = "Worlds that a scenario is played in. " + USUAL_TRIES + ", if not given.")
    private @Nullable Integer tries;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Repeats the draws of the run that printed it. If not given, those of the last run in the folder as"
                            + " long as something failed in it, else others.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "For the results. plumbline-out/NAME, if not given.")
    private @Nullable Path out;

    @Option(names = "--no-report", description = "Saves the seconds that the pages take.")
    private boolean noReport;

    @Mixin
    private Persistence persistence = new Persistence();

    @Mixin
    private Trust trust = new Trust();

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

    @Option(
            names = "--failed",
            description = "Only the scenarios that failed in the last run in the folder, with its seed."
                    + " What holds then says nothing about the others.")
    private boolean failed;

    RunCommand(Suite suite, Screen screen, Path runs) {
        this.suite = suite;
        this.screen = screen;
        this.runs = runs;
    }

    @Override
    public Integer call() {
        if (tries != null && tries < 1 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--tries must be 1 or more, not " + tries);
        }
        try (Claim claim = Claim.of(out != null ? out : runs.resolve(Session.folderName(stack)), screen)) {
            return judge(claim.folder());
        }
    }

    private int judge(OutputFolder folder) {
        LastRun last = LastRun.of(stack, folder);
        Optional<LastRun.Kept> kept = failed || seed != null ? Optional.empty() : last.seedToKeep(strict);
        Suite.Options options = options(last, folder, kept);
        int old = options.again().scenarios().size();
        screen.line("Judging " + Shown.line(stack) + " with seed " + options.seed() + why(kept, old) + " ...");
        trust.heed(screen);
        Session session = new Session(suite, screen, folder, strict);
        Judgement judgement = judge(session, folder, options);
        last.compare(judgement, strict, screen);
        List<PastRun> before = LastRun.remember(judgement, folder, screen);
        return Interruption.tells(
                () -> where(folder, "without the pages"),
                () -> end(session, folder, judgement, noReport ? Map.of() : report(folder, judgement, before)));
    }

    /** Where the seed comes from, and what is played, unless it is as usual. */
    private String why(Optional<LastRun.Kept> kept, int old) {
        return failed
                ? ", that of the last run, by what failed then alone (" + old + ")"
                : kept.map(seedOfLast -> ", " + seedOfLast.why()).orElse("");
    }

    /** One that nobody has asked for. */
    static long drawnSeed() {
        return ThreadLocalRandom.current().nextLong(1, SEEDS);
    }

    private Suite.Options options(LastRun last, OutputFolder folder, Optional<LastRun.Kept> kept) {
        Again again = failed ? last.failedAlone(folder) : Again.NOTHING;
        Optional<RunHeader> same = failed ? last.header() : Optional.empty();
        Optional<Long> old = failed ? same.map(RunHeader::seed) : kept.map(LastRun.Kept::seed);
        long chosen = seed != null ? seed : old.orElseGet(RunCommand::drawnSeed);
        int worlds = tries != null ? tries : same.map(RunHeader::tries).orElse(USUAL_TRIES);
        return new Suite.Options(
                stack,
                choice.expression(),
                worlds,
                chosen,
                folder.path(),
                null,
                deviations,
                !noReport,
                budget,
                again,
                persistence.all());
    }

    private int end(Session session, OutputFolder folder, Judgement judgement, Map<String, String> pages) {
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

    private Judgement judge(Session session, OutputFolder folder, Suite.Options options) {
        try {
            Judgement judgement = Interruption.tells(() -> interrupted(session, folder), () -> session.run(options));
            tell(judgement, screen);
            return judgement;
        } catch (Suite.Refused e) {
            throw e;
        } catch (RuntimeException | Error e) {
            session.judgeWhatIsThere().ifPresent(judgement -> tell(judgement, screen));
            throw e;
        }
    }

    /** What is done, and where it lies. */
    private void interrupted(Session session, OutputFolder folder) {
        session.close();
        Optional<Judgement> done = session.judgeWhatIsThere()
                .filter(judgement -> !judgement.results().scenarios().isEmpty());
        screen.complain("plumbline: ended before its time"
                + (done.isPresent() ? ". What was done until then:" : ", before any scenario was done."));
        done.ifPresent(judgement -> {
            tell(judgement, screen);
            if (!noReport) {
                var unused = LessonFiles.write(judgement, folder, screen);
            }
        });
        where(folder, "not to the end");
    }

    private void where(OutputFolder folder, String how) {
        screen.line("results: " + Shown.line(folder.results().toString()) + "  " + how);
    }

    static void tell(Judgement judgement, Screen screen) {
        screen.line("");
        SummaryPrinter.lines(judgement, screen.ink()).forEach(screen::line);
    }

    /** The digests of the pages. */
    private Map<String, String> report(OutputFolder folder, Judgement judgement, List<PastRun> before) {
        Map<String, String> digests = LessonFiles.write(judgement, folder, screen);
        try {
            Path page = new AllureReport(Session.allureHome())
                    .generate(folder.allureResults(), judgement, before, folder.report());
            screen.line("report:  " + Shown.line(page.toString()));
            digests.put("report/index.html", Digests.of(page));
        } catch (NoReport e) {
            screen.complain("plumbline: no report: " + e.getMessage());
        }
        return digests;
    }
}
