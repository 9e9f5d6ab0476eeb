package dev.plumbline.cli;

import dev.plumbline.cli.BuiltFiles.Build;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.RunHeader;
import dev.plumbline.suite.Again;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.text.Shown;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline watch}: judges a stack each time it has been built. */
@Command(
        name = "watch",
        description = {
            "Judges a stack now, and again each time it has been built: what failed last time first, then the rest.",
            "Always with the same seed. Ctrl-C ends it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {
    private static final long NANOS_BETWEEN_LOOKS = 250_000_000;

    private final Suite suite;
    private final Screen screen;
    private final Path runs;
    private volatile @Nullable Session session;

    @Option(
            names = "--stack",
            required = true,
            paramLabel = "NAME",
            description = "jar:PATH, the stack in your jar or folder of classes; or exec:COMMAND.")
    private String stack = "";

    @Mixin
    private Choice choice = new Choice();

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "" + RunCommand.USUAL_TRIES,
            description = "Worlds that a scenario is played in. ${DEFAULT-VALUE}, if not given.")
    private int tries;

    @Option(names = "--seed", paramLabel = "S", description = "That of the last run in the folder, if not given.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "For the results. plumbline-out/NAME, if not given.")
    private @Nullable Path out;

    @Mixin
    private Persistence persistence = new Persistence();

    @Mixin
    private Trust trust = new Trust();

    WatchCommand(Suite suite, Screen screen, Path runs) {
        this.suite = suite;
        this.screen = screen;
        this.runs = runs;
    }

    @Override
    public Integer call() {
        trust.heed(screen);
        try (Claim claim = Claim.of(out != null ? out : runs.resolve(Session.folderName(stack)), screen)) {
            OutputFolder folder = claim.folder();
            BuiltFiles files = BuiltFiles.of(stack, folder.path());
            return Interruption.tells(() -> lastWords(folder), () -> rounds(files, folder));
        }
    }

    /** Round after round, until whoever waits is interrupted. */
    private int rounds(BuiltFiles files, OutputFolder folder) {
        LastRun last = LastRun.of(stack, folder);
        long chosen = seed != null ? seed : last.header().map(RunHeader::seed).orElseGet(RunCommand::drawnSeed);
        int exitCode = PlumblineCommand.COULD_NOT_RUN;
        Build build = files.now();
        boolean more = build.isThere() || awaited(files, build);
        while (more) {
            build = files.now();
            Optional<Judgement> judged = round(folder, last, chosen, new Look(files, build));
            if (judged.isPresent()) {
                last = new LastRun(judged.map(Judgement::results));
                exitCode = judged.get().verdict().exitCode();
            }
            more = awaited(files, build);
        }
        return exitCode;
    }

    private boolean awaited(BuiltFiles files, Build old) {
        if (files.now().equals(old)) {
            screen.line("Waiting for the next build of " + Shown.line(files.named()) + "; Ctrl-C ends this.");
        }
        return files.awaitOtherThan(old);
    }

    /** What was judged, unless the stack was built anew meanwhile: then it says nothing, and the next round begins. */
    private Optional<Judgement> round(OutputFolder folder, LastRun last, long chosen, Look look) {
        Again again = new Again(last.failed(), false);
        int failures = again.scenarios().size();
        screen.line("");
        screen.line("Judging " + Shown.line(stack) + " with seed " + chosen
                + (failures == 0 ? "" : ", first by what failed last time (" + failures + ")") + " ...");
        Session round = new Session(suite, screen, folder, false);
        session = round;
        try {
            Judgement judgement = round.run(options(folder, chosen, again), shown -> listener(shown, again, look));
            if (look.sawAnother()) {
                screen.line("It was built anew meanwhile: from the beginning.");
                return Optional.empty();
            }
            tell(judgement, last, folder);
            return Optional.of(judgement);
        } catch (Suite.Refused e) {
            screen.complain("plumbline: " + e.getMessage());
            return Optional.empty();
        } finally {
            session = null;
        }
    }

    private static RunListener listener(Progress shown, Again again, Look look) {
        return new FailuresFirst(shown, again.scenarios(), () -> !look.sawAnother());
    }

    private Suite.Options options(OutputFolder folder, long chosen, Again again) {
        return new Suite.Options(
                stack,
                choice.expression(),
                tries,
                chosen,
                folder.path(),
                null,
                null,
                false,
                RunOptions.USUAL_BUDGET,
                again,
                persistence.all());
    }

    private void tell(Judgement judgement, LastRun last, OutputFolder folder) {
        RunCommand.tell(judgement, screen);
        last.compare(judgement, false, screen);
        var unused = LastRun.remember(judgement, folder, screen);
        var unusedDigests = LessonFiles.write(judgement, folder, screen);
    }

    private void lastWords(OutputFolder folder) {
        Session running = session;
        if (running != null) {
            running.close();
        }
        screen.complain("plumbline: no longer watched. What was judged last lies in "
                + Shown.line(folder.path().toString()));
    }

    /** Looks now and then whether there is another build: before each scenario would be too often. */
    private static final class Look {
        private final BuiltFiles files;
        private final Build mine;
        private long next = System.nanoTime();
        private boolean another;

        Look(BuiltFiles files, Build mine) {
            this.files = files;
            this.mine = mine;
        }

        synchronized boolean sawAnother() {
            if (!another && System.nanoTime() - next >= 0) {
                next = System.nanoTime() + NANOS_BETWEEN_LOOKS;
                another = !files.now().equals(mine);
            }
            return another;
        }
    }
}
