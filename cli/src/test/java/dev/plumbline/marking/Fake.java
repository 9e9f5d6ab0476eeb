package dev.plumbline.marking;

import dev.plumbline.mark.Criterion;
import dev.plumbline.mark.Rubric;
import dev.plumbline.results.Failure;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A judge that finds {@code good} in a name good, and counts what it is asked. */
final class Fake implements Judge {
    static final Rubric RUBRIC = new Rubric(
            "A course",
            "",
            25,
            List.of(new Criterion("All", BigDecimal.TEN, true, false, List.of(new Criterion.Item("HS-1")))));

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    /** What lies in that folder. */
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Nullable
    String dies;

    @Override
    public Ruling judge(Path folder, String file, Path work) {
        asked.add(file);
        String[] within = folder.resolve(file).toFile().list();
        seen.add(within == null ? "" : String.join(" ", new TreeSet<>(List.of(within))));
        if (file.equals(dies)) {
            throw new IllegalStateException("died of " + file);
        }
        return Ruling.judged(results(file));
    }

    /** Makes submissions with a file each. */
    static Path hand(Path folder, String... ids) {
        try {
            for (String id : ids) {
                Files.writeString(Files.createDirectories(folder.resolve(id)).resolve("A.class"), id);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CourseWork work(Path submissions, Path out, Shard shard, boolean resume) {
        return new CourseWork(
                submissions,
                Optional.empty(),
                out,
                RUBRIC,
                OwnScenarios.NONE,
                7,
                "0.1.0",
                Duration.ofMinutes(1),
                2,
                shard,
                resume,
                false,
                "");
    }

    static Results results(String file) {
        boolean good = file.contains("good");
        Failure failure = new Failure(
                "Then",
                "HS-1",
                "<b>wrong</b>",
                "right",
                "wrong",
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                "",
                "T",
                null,
                null,
                false,
                false);
        ScenarioResult scenario = new ScenarioResult(
                "a/b",
                "A feature",
                "",
                "b",
                Stage.HANDSHAKE,
                List.of("HS-1"),
                List.of(),
                List.of(),
                List.of(),
                good ? Outcome.PASS : Outcome.FAIL,
                null,
                25,
                75,
                90,
                0,
                good ? null : failure);
        return new Results(run(file), List.of(row()), List.of(), List.of(scenario), new Results.End(1, 0, Map.of()));
    }

    private static RunHeader run(String file) {
        return new RunHeader(
                "0.1.0",
                "jar:" + file,
                "VIRTUAL",
                List.of("TCP"),
                7,
                25,
                "",
                null,
                "",
                "",
                "",
                1,
                Map.of(),
                "none",
                false,
                "");
    }

    private static Requirement row() {
        return new Requirement(
                "HS-1",
                Level.LESSON,
                Stage.HANDSHAKE,
                "TCP",
                "",
                "It asks.",
                "",
                "",
                "",
                Set.of(),
                List.of(),
                Judging.SCENARIOS,
                "",
                1);
    }
}
