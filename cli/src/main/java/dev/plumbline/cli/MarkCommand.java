package dev.plumbline.cli;

import dev.plumbline.adapter.program.Workplace;
import dev.plumbline.mark.Course;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.State;
import dev.plumbline.marking.CourseWork;
import dev.plumbline.marking.OwnScenarios;
import dev.plumbline.marking.Shard;
import dev.plumbline.text.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plumbline mark}: judges what a whole course has handed in. */
@Command(
        name = "mark",
        description = {
            "Judges what a whole course has handed in, and gives marks by a rubric (docs/marking.md).",
            "Each folder of sources or classes, each jar and each zip archive is a submission; sources are compiled."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:all were judged", "1:some could not be judged to their end", "2:nothing was marked"},
        sortOptions = false)
final class MarkCommand implements Callable<Integer> {
    private final Suite suite;
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUBMISSIONS", description = "The folder with all of them.")
    private Path submissions = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the marks.")
    private Path out = Path.of("");

    @Option(
            names = "--rubric",
            paramLabel = "FILE",
            description = "What there are points for, in YAML. 100 for the lesson, if not given.")
    private @Nullable Path rubric;

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "Which submissions, and whose: lines 'name,path'. All of the folder, if not given.")
    private @Nullable Path list;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "Scenarios of your own, which nobody knows: a folder of features in the suite's words.")
    private @Nullable Path scenarios;

    @Option(names = "--seed", paramLabel = "S", description = "One for all. Drawn and told, if not given.")
    private @Nullable Long seed;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = BudgetWords.class,
            description = "How long the run of one submission may take. ${DEFAULT-VALUE}, if not given.")
    private Duration budget = Duration.ZERO;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many are judged at once. As many as there are processors, if not given.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            converter = ShardWords.class,
            description = "Only this share, for one of several machines; 'plumbline merge' puts them together.")
    private Shard shard = Shard.WHOLE;

    @Option(names = "--resume", description = "Goes on with what is in the folder.")
    private boolean resume;

    @Option(
            names = "--allure",
            description =
                    "Allure's page for each student, too: every scenario, step by step. Takes seconds more for each.")
    private boolean allure;

    MarkCommand(Suite suite, Screen screen) {
        this.suite = suite;
        this.screen = screen;
    }

    /** Reads a share as people type it: 2/5. */
    static final class ShardWords implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String text) {
            return Shard.parse(text)
                    .orElseThrow(
                            () -> new TypeConversionException("expected a share such as 2/5, found '" + text + "'"));
        }
    }

    @Override
    public Integer call() {
        require(jobs >= 1, "--jobs must be 1 or more, not " + jobs);
        require(
                seed != null || shard.equals(Shard.WHOLE),
                "--shard needs the --seed of the others, or each would ask something else");
        require(
                !allure || Files.isDirectory(Session.allureHome().resolve("lib")),
                "--allure needs Allure, and there is none in " + Session.allureHome()
                        + "; build it with: mvn -DskipTests package");
        long chosen = chosenSeed();
        screen.line("Marking " + Shown.line(submissions.toString()) + " with seed " + chosen + " ...");
        MarkProgress progress = new MarkProgress(screen);
        try (Workplace place = Workplace.create()) {
            OwnScenarios own = scenarios == null ? OwnScenarios.NONE : OwnScenarios.of(scenarios, place.folder());
            own.join();
            Course course = work(own, chosen).mark(progress);
            progress.close();
            tell(course, screen, out);
            boolean all = course.marks().stream().map(Mark::state).noneMatch(MarkCommand::isCutOff);
            return all ? 0 : 1;
        }
    }

    /** Who goes on asks what was asked before. */
    private long chosenSeed() {
        if (seed != null) {
            return seed;
        }
        return resume ? CourseWork.seedOf(out) : RunCommand.drawnSeed();
    }

    private CourseWork work(OwnScenarios own, long chosen) {
        return new CourseWork(
                submissions,
                Optional.ofNullable(list),
                out,
                RubricFile.read(rubric, suite),
                own,
                chosen,
                new PlumblineCommand.Version().getVersion()[0],
                budget,
                jobs,
                shard,
                resume,
                allure,
                Main.class.getName());
    }

    private static boolean isCutOff(State state) {
        return state == State.OVER_BUDGET || state == State.BROKE;
    }

    private void require(boolean right, String otherwise) {
        if (!right && spec != null) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    static void tell(Course course, Screen screen, Path out) {
        screen.line("");
        course.states().forEach((state, count) -> screen.line(String.format("%6d %s", count, state.word())));
        screen.line("median " + course.median().toPlainString() + " of "
                + course.rubric().max().toPlainString() + " points");
        course.firstCauses().stream()
                .limit(5)
                .forEach(common -> screen.line(
                        String.format("%6d begin with %s", common.ids().size(), Shown.line(common.what()))));
        screen.line("class:   " + Shown.line(out.resolve("class.html").toString()));
        screen.line("marks:   " + Shown.line(out.resolve("marks.csv").toString()));
    }
}
