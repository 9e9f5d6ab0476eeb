package dev.plumbline.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Main;
import dev.plumbline.mark.Criterion;
import dev.plumbline.mark.Rubric;
import dev.plumbline.marking.CourseWork;
import dev.plumbline.marking.Merger;
import dev.plumbline.marking.OwnScenarios;
import dev.plumbline.marking.Shard;
import dev.plumbline.results.Requirement;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.tidy.Extent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who hands in what is known to be right or wrong gets the verdict that it deserves, with the mistake that it has. A build marks some of
 * each kind by what they are wrong in; with {@code -Dplumbline.course=whole}, as every night, all two hundred are marked by the whole
 * lesson, and once more in shards.
 */
@Timeout(14_400)
class CourseOfManyTest {
    private static final boolean WHOLE = Extent.isNight();
    /** In percent, of those with one mistake (docs/decisions/0027). */
    private static final int MOSTLY = 95;

    private static final int SHARDS = 3;
    /** Enough for what a build marks. */
    private static final int TRIES = 5;

    @TempDir
    private Path folder;

    private final List<Pupil> pupils = WHOLE ? Roster.whole() : Roster.share();

    /** A stack that hangs is waited for one second, not five. */
    @BeforeEach
    void theyHandIn() {
        System.setProperty("plumbline.turn", "1");
        Generator generator = new Generator(folder.resolve("s"));
        pupils.forEach(pupil -> pupil.hands().accept(generator));
    }

    @AfterEach
    void patienceAgain() {
        System.clearProperty("plumbline.turn");
    }

    @Test
    void eachGetsTheVerdictThatItDeservesAndItsMistakeIsNamedFirst() {
        Marked marked = mark("out", Shard.WHOLE);
        assertThat(marked.journal()).hasSameSizeAs(pupils).doesNotHaveDuplicates();
        assertThat(marked.complaints(pupils)).isEmpty();
        List<String> misled = marked.misled(pupils, Pupil.Kind.ONE_FAULT);
        long all = pupils.stream()
                .filter(pupil -> pupil.kind() == Pupil.Kind.ONE_FAULT)
                .count();
        assertThat(misled).hasSizeLessThanOrEqualTo(Extent.few((int) all, MOSTLY));
        if (WHOLE) {
            assertThat(inShards()).isEqualTo(told(marked));
        }
    }

    private Map<String, String> inShards() {
        List<Path> shards = IntStream.rangeClosed(1, SHARDS)
                .mapToObj(number ->
                        mark("shard-" + number, new Shard(number, SHARDS)).out())
                .toList();
        Path merged = folder.resolve("merged");
        new Merger(shards, merged).merge();
        return told(new Marked(merged));
    }

    /** But for what is said of those who meet the machine's limits: which of them comes first is chance. */
    private static Map<String, String> told(Marked marked) {
        Map<String, String> files = marked.files();
        files.keySet()
                .removeIf(file -> file.startsWith("students/harm-")
                        || Set.of("junit.xml", "marks.csv", "class.html").contains(file));
        return files;
    }

    private Marked mark(String out, Shard shard) {
        Path to = folder.resolve(out);
        new CourseWork(
                        folder.resolve("s"),
                        Optional.empty(),
                        to,
                        rubric(),
                        OwnScenarios.NONE,
                        7,
                        "",
                        Duration.ofMinutes(30),
                        Runtime.getRuntime().availableProcessors(),
                        shard,
                        false,
                        false,
                        Main.class.getName())
                .mark((mark, done, of, left) -> {});
        return new Marked(to);
    }

    /** The lesson; or, of it, what these have wrong. */
    private Rubric rubric() {
        Set<String> wrong =
                pupils.stream().flatMap(pupil -> pupil.requirements().stream()).collect(Collectors.toSet());
        List<String> rows = ConformanceRun.catalogue().stream()
                .filter(row -> row.scenarios() > 0 && wrong.contains(row.id()))
                .map(Requirement::id)
                .toList();
        String tags = WHOLE ? "tier/lesson" : "@" + String.join(" or @", rows);
        return new Rubric(
                "A course",
                tags,
                WHOLE ? 25 : TRIES,
                rows.stream()
                        .map(id -> new Criterion(id, BigDecimal.ONE, true, false, List.of(new Criterion.Item(id))))
                        .toList());
    }
}
