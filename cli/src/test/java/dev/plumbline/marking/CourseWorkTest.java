package dev.plumbline.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.mark.Course;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseWorkTest {
    /** A link to a file, without the place in it. */
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(?!https?:|#|data:)([^\"#]+)");

    private static final Watcher NOBODY = (mark, done, of, left) -> {};

    @TempDir
    private Path folder;

    private Path submissions = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void sevenSubmissions() throws IOException {
        submissions = Fake.hand(folder.resolve("s"), "a-good", "b", "c-good", "d", "e & <f>", "과제-good");
        Files.createDirectory(submissions.resolve("g"));
        out = folder.resolve("out");
    }

    @Test
    void eachSubmissionHasItsMarkAndItsPage() {
        Course course = new Fake().work(submissions, out, Shard.WHOLE, false).mark(new Fake(), NOBODY);

        assertThat(course.marks())
                .extracting(mark -> mark.submission().id() + " " + mark.points() + " " + mark.state())
                .containsExactly(
                        "a-good 10.00 JUDGED",
                        "b 0.00 JUDGED",
                        "c-good 10.00 JUDGED",
                        "d 0.00 JUDGED",
                        "e & <f> 0.00 JUDGED",
                        "g 0.00 EMPTY",
                        "과제-good 10.00 JUDGED");
        assertThat(course.marks())
                .allSatisfy(mark -> assertThat(
                                out.resolve("students/" + mark.submission().id() + "/lesson.html"))
                        .exists());
        assertThat(out.resolve("work")).doesNotExist();
    }

    /** What is in it is judged as if it had been handed in as a folder, under the student's name. */
    @Test
    void anArchiveIsUnpackedFirst() throws IOException {
        Path zips = Files.createDirectory(folder.resolve("zips"));
        try (Zip good = new Zip(zips.resolve("kim-good.ZIP"));
                Zip empty = new Zip(zips.resolve("lee.zip"));
                Zip wrong = new Zip(zips.resolve("park.zip"));
                Zip slips = new Zip(zips.resolve("choi.zip"))) {
            good.with("submission/lab3/a/A.class", "good").with("submission/lab3/B.class", "");
            empty.with("submission/", "");
            wrong.with("lab3/src/A.java", "class A { int x = \"no\"; }");
            slips.with("../../students/kim-good/lesson.html", "all is well");
        }
        Fake judge = new Fake();
        Course course = judge.work(zips, out, Shard.WHOLE, false).mark(judge, NOBODY);
        assertThat(course.marks())
                .extracting(
                        mark -> mark.submission().id() + " " + mark.submission().name() + " " + mark.state())
                .containsExactly(
                        "choi.zip choi NOT_UNPACKED",
                        "kim-good.ZIP kim-good JUDGED",
                        "lee.zip lee EMPTY",
                        "park.zip park DOES_NOT_COMPILE");
        assertThat(course.marks().get(0).remark())
                .isEqualTo("its entry ../../students/kim-good/lesson.html leads out of its folder");
        assertThat(course.marks().get(3).remark()).startsWith("src/A.java:1: incompatible types");
        assertThat(judge.asked).containsExactly("kim-good");
        assertThat(judge.seen).containsExactly("B.class a");
    }

    /** Made by the run that is judged by; the page to hand back leads there. Shards keep theirs. */
    @Test
    void whoAsksForItHasAlluresPageOfEach() throws IOException {
        Path two = Fake.hand(folder.resolve("two"), "kim", "lee-good");
        CourseWork work = new CourseWork(
                two,
                Optional.empty(),
                out,
                Fake.RUBRIC,
                OwnScenarios.NONE,
                7,
                "0.1.0",
                Duration.ofMinutes(1),
                2,
                Shard.WHOLE,
                false,
                true,
                Pretender.class.getName());
        work.mark(NOBODY);
        Path merged = folder.resolve("merged");
        new Merger(List.of(out), merged).merge();
        for (Path each : List.of(out, merged)) {
            Path kim = each.resolve("students/kim");
            assertThat(kim.resolve("allure.html")).hasContent("Allure's page of kim");
            assertThat(kim.resolve("lesson.html")).content().contains("href=\"allure.html\"");
        }
        new Fake()
                .work(submissions, folder.resolve("without"), Shard.WHOLE, false)
                .mark(new Fake(), NOBODY);
        assertThat(folder.resolve("without/students/b/lesson.html")).content().doesNotContain("allure.html");
    }

    /** A folder of a student's is what is handed back: nothing in it is about anybody else, and each link in it leads to something. */
    @Test
    void whatAStudentGetsIsAboutThisStudentAlone() throws IOException {
        Path two = Fake.hand(folder.resolve("two"), "kim-minji", "lee-good");
        new Fake().work(two, out, Shard.WHOLE, false).mark(new Fake(), NOBODY);
        Path alone = Files.move(out.resolve("students/kim-minji"), folder.resolve("alone"));
        assertThat(files(alone)).containsKeys("lesson.html", "requirements/hs-1.html");
        files(alone).forEach((name, text) -> {
            assertThat(text).as(name).doesNotContain("lee-good");
            Matcher link = LINK.matcher(text);
            while (name.endsWith(".html") && link.find()) {
                Path target = alone.resolve(name).resolveSibling(link.group(1)).normalize();
                assertThat(target)
                        .as(name + " leads to " + link.group())
                        .startsWith(alone)
                        .exists();
            }
        });
        assertThat(files(out.resolve("students/lee-good"))).doesNotContainKey("requirements/hs-1.html");
    }

    @Test
    void shardsMakeTheSameOctetsAsOneMarkingOfAll() {
        new Fake().work(submissions, out, Shard.WHOLE, false).mark(new Fake(), NOBODY);
        List<Path> shards = IntStream.rangeClosed(1, 3)
                .mapToObj(k -> {
                    Path shard = folder.resolve("shard" + k);
                    new Fake().work(submissions, shard, new Shard(k, 3), false).mark(new Fake(), NOBODY);
                    return shard;
                })
                .toList();
        Path merged = folder.resolve("merged");
        new Merger(shards, merged).merge();

        assertThat(files(merged)).isEqualTo(files(out)).hasSizeGreaterThan(20);
    }

    @Test
    void shardsShareAllAndNothingTwice() {
        List<Integer> all = IntStream.range(0, 10).boxed().toList();
        assertThat(Stream.of("1/3", "2/3", "3/3").flatMap(text -> Shard.parse(text).orElseThrow().of(all).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(Stream.of("0/3", "4/3", "1", "a/b", "1/0").map(Shard::parse)).containsOnly(Optional.empty());
    }

    /** What was done before it died is not done again; what was not, is. */
    @Test
    void whoGoesOnLosesNothingAndDoublesNothing() throws IOException {
        Path whole = folder.resolve("whole");
        new Fake().work(submissions, whole, Shard.WHOLE, false).mark(new Fake(), NOBODY);
        Fake first = new Fake();
        first.dies = "c-good";
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> first.work(submissions, out, Shard.WHOLE, false).mark(first, NOBODY))
                .withMessage("died of c-good");
        List<String> done = journal();
        Files.writeString(out.resolve("journal.jsonl"), "{\"id\":\"d\",\"sta", StandardOpenOption.APPEND);
        Fake second = new Fake();
        second.work(submissions, out, Shard.WHOLE, true).mark(second, NOBODY);

        assertThat(second.asked).contains("c-good").doesNotContainAnyElementsOf(done);
        assertThat(journal())
                .startsWith(done.toArray(String[]::new))
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(files(out)).isEqualTo(files(whole));
    }

    /** It was killed between the two, or somebody has changed it: what the journal says must be there. */
    @Test
    void whatIsNotWhatTheJournalSaysIsJudgedAgain() throws IOException {
        new Fake().work(submissions, out, Shard.WHOLE, false).mark(new Fake(), NOBODY);
        Files.delete(out.resolve("students/b/results.jsonl"));
        Files.writeString(out.resolve("students/d/lesson.html"), "all is well");
        Fake again = new Fake();
        again.work(submissions, out, Shard.WHOLE, true).mark(again, NOBODY);
        assertThat(again.asked).containsExactlyInAnyOrder("b", "d");
        assertThat(out.resolve("students/d/lesson.html")).content().doesNotContain("all is well");
    }

    @Test
    void nobodyMixesTwoMarkings() throws IOException {
        new Fake().work(submissions, out, Shard.WHOLE, false).mark(new Fake(), NOBODY);
        refuses(
                () -> new Fake().work(submissions, out, Shard.WHOLE, false).mark(new Fake(), NOBODY),
                "--resume goes on");
        Files.createDirectory(submissions.resolve("late"));
        refuses(
                () -> new Fake().work(submissions, out, Shard.WHOLE, true).mark(new Fake(), NOBODY),
                "was begun with other submissions");
        Files.createDirectory(folder.resolve("mine"));
        Files.createFile(folder.resolve("mine/precious"));
        refuses(
                () -> new Fake()
                        .work(submissions, folder.resolve("mine"), Shard.WHOLE, false)
                        .mark(new Fake(), NOBODY),
                "has something else in it");
    }

    @Test
    void twoDoNotWorkInOneFolder() {
        new Fake().work(submissions, out, Shard.WHOLE, false).mark(new Fake(), NOBODY);
        try (Journal held = Journal.open(out.resolve("journal.jsonl"))) {
            assertThat(held.entries()).hasSize(7);
            refuses(
                    () -> new Fake().work(submissions, out, Shard.WHOLE, true).mark(new Fake(), NOBODY),
                    "another marking is at work");
        }
    }

    @Test
    void shardsThatDoNotBelongTogetherAreNotMerged() throws IOException {
        Path one = folder.resolve("one");
        new Fake().work(submissions, one, new Shard(1, 2), false).mark(new Fake(), NOBODY);
        refuses(() -> new Merger(List.of(one), out).merge(), "none of these folders has b, d, g");
        refuses(() -> new Merger(List.of(one, folder), out).merge(), "it has no mark.json");
        Files.createDirectory(submissions.resolve("late"));
        Path two = folder.resolve("two");
        new Fake().work(submissions, two, new Shard(2, 2), false).mark(new Fake(), NOBODY);
        refuses(() -> new Merger(List.of(one, two), out).merge(), "is of another marking");
        assertThat(out).doesNotExist();
    }

    @Test
    void aListSaysWhoseASubmissionIs() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "name,path\r\n\"Kim, A.\",과제-good\r\nLee,b\r\nPark,nowhere\r\n");
        CourseWork all = new Fake().work(submissions, out, Shard.WHOLE, false);
        CourseWork listed = new CourseWork(
                all.submissions(),
                Optional.of(list),
                all.out(),
                all.rubric(),
                all.own(),
                all.seed(),
                all.suite(),
                all.budget(),
                all.jobs(),
                all.shard(),
                all.resume(),
                all.allure(),
                all.main());
        assertThat(listed.mark(new Fake(), NOBODY).marks())
                .extracting(mark -> mark.submission().name(), Mark::state)
                .containsExactly(
                        tuple("Kim, A.", State.JUDGED), tuple("Lee", State.JUDGED), tuple("Park", State.MISSING));
        Files.writeString(list, "Kim\n");
        refuses(() -> listed.mark(new Fake(), NOBODY), "must have two cells a line");
    }

    private static void refuses(Runnable what, String words) {
        assertThatExceptionOfType(CannotMark.class).isThrownBy(what::run).withMessageContaining(words);
    }

    private List<String> journal() throws IOException {
        return Files.readAllLines(out.resolve("journal.jsonl")).stream()
                .map(line -> line.replaceFirst("\\{\"id\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /** All but the journal, which says how long it took. */
    static Map<String, String> files(Path of) {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("journal.jsonl")) {
                    all.put(of.relativize(file).toString(), Files.readString(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
