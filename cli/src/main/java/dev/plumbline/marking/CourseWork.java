package dev.plumbline.marking;

import dev.plumbline.mark.Course;
import dev.plumbline.mark.Grader;
import dev.plumbline.mark.Rubric;
import dev.plumbline.mark.Submission;
import dev.plumbline.results.ResultsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A course to be marked.
 *
 * @param submissions the folder with all of them
 * @param list which of them, and whose they are
 * @param own scenarios of the lecturer's own
 * @param suite the version of the suite
 * @param allure whether each student has Allure's page, too
 * @param main the class of the command that judges
 */
public record CourseWork(
        Path submissions,
        Optional<Path> list,
        Path out,
        Rubric rubric,
        OwnScenarios own,
        long seed,
        String suite,
        Duration budget,
        int jobs,
        Shard shard,
        boolean resume,
        boolean allure,
        String main) {
    /** Set in a process that is to end when its standard input does, however whoever has started it has ended. */
    public static final String ENDS_WITH_INPUT = "plumbline.ends-with-input";

    /**
     * The seed of what was begun in a folder.
     *
     * @throws CannotMark if nothing was
     */
    public static long seedOf(Path out) {
        return Plan.read(new MarkFolder(out).plan()).seed();
    }

    /**
     * Marks it, and writes all that comes out.
     *
     * @throws CannotMark if that cannot be done
     */
    public Course mark(Watcher watcher) {
        Judge judge = new JudgeProgram(main, rubric, seed, budget, own.classPath(), allure);
        return mark(judge, watcher);
    }

    Course mark(Judge judge, Watcher watcher) {
        List<Handed> all =
                list.map(names -> Submissions.in(submissions, names)).orElseGet(() -> Submissions.in(submissions));
        Plan plan = new Plan(
                Plan.FORMAT,
                suite,
                seed,
                rubric,
                own.digest(),
                all.stream().map(Handed::submission).toList());
        MarkFolder folder = new MarkFolder(out.toAbsolutePath().normalize());
        try {
            begin(folder, plan);
            try (Journal journal = Journal.open(folder.journal())) {
                new Marking(folder, new Grader(rubric), judge, watcher).run(shard.of(all), journal, jobs);
                List<Submission> mine =
                        shard.of(all).stream().map(Handed::submission).toList();
                return new Outputs(folder, plan).write(mine);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CannotMark("the marks cannot be kept in " + folder.path() + ": " + e, e);
        }
    }

    private void begin(MarkFolder folder, Plan plan) throws IOException {
        if (!Files.exists(folder.plan())) {
            if (Files.exists(folder.path()) && !isEmpty(folder.path())) {
                throw new CannotMark(folder.path() + " has something else in it; choose another with --out");
            }
            Files.createDirectories(folder.path());
            ResultsWriter.replace(folder.plan(), plan.written());
            return;
        }
        if (!resume) {
            throw new CannotMark(folder.path()
                    + " has the marks of an earlier marking; --resume goes on with it, or choose another with --out");
        }
        if (!Arrays.equals(Files.readAllBytes(folder.plan()), plan.written())) {
            throw new CannotMark(
                    folder.path()
                            + " was begun with other submissions, another rubric, seed or suite; those of mark.json go on with it");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> file.endsWith("mark.json.new"));
        }
    }
}
