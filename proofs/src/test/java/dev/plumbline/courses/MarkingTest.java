package dev.plumbline.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Main;
import dev.plumbline.mark.Course;
import dev.plumbline.mark.Criterion;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.Rubric;
import dev.plumbline.mark.State;
import dev.plumbline.marking.CourseWork;
import dev.plumbline.marking.Merger;
import dev.plumbline.marking.OwnScenarios;
import dev.plumbline.marking.Shard;
import dev.plumbline.results.RunVerdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small course as it is: right and wrong stacks, and some that mean harm; each is judged by the command in a process of its own. */
@Tag("long")
@Timeout(1800)
class MarkingTest {
    private static final String TAGS = "@HS-2 or @UDP-2 or @PORT-3 or @DEL-1";
    private static final Rubric RUBRIC = new Rubric(
            "A course",
            TAGS,
            3,
            List.of("HS-2", "UDP-2", "PORT-3", "DEL-1").stream()
                    .map(id -> new Criterion(id, BigDecimal.TEN, false, false, List.of(new Criterion.Item(id))))
                    .toList());

    @TempDir
    private Path folder;

    private Path submissions = Path.of("");

    /** A stack that hangs is waited for one second, not five. */
    @BeforeEach
    void aCourse() {
        System.setProperty("plumbline.turn", "1");
        submissions = folder.resolve("s");
        Generator all = tenSubmissions();
        Generator.HARM.forEach(all::receiving);
    }

    private Generator tenSubmissions() {
        return new Generator(submissions)
                .submission("good")
                .submission("key", Mistake.KEY_WITHOUT_ADDRESS)
                .submission("both", Mistake.KEY_WITHOUT_ADDRESS, Mistake.UDP_CHECKSUM_ZERO)
                .submission("syn", Mistake.SYN_NOT_COUNTED)
                .submission("fin", Mistake.FIN_NOT_COUNTED)
                .submission("no-window", Mistake.WINDOW_CLOSED)
                .receiving("prints", "System.out.println(\"ready\"); System.err.println(\"plumbline: lies\");")
                .broken("broken")
                .empty("empty")
                .nameless("nameless");
    }

    @AfterEach
    void patienceAgain() {
        System.clearProperty("plumbline.turn");
    }

    @Test
    void eachGetsWhatItsOwnStackDeservesAndSharesMakeTheSame() {
        Course course = mark("out", Shard.WHOLE);
        Map<String, Mark> marks = course.marks().stream()
                .collect(Collectors.toMap(mark -> mark.submission().id(), Function.identity()));

        assertThat(failed(marks, "good")).isEmpty();
        assertThat(failed(marks, "prints")).isEmpty();
        assertThat(failed(marks, "key")).containsExactly("PORT-3");
        assertThat(failed(marks, "both")).containsExactly("UDP-2", "PORT-3");
        assertThat(failed(marks, "syn")).contains("HS-2").doesNotContain("UDP-2");
        assertThat(failed(marks, "fin")).containsExactly("DEL-1");
        assertThat(failed(marks, "no-window")).contains("DEL-1").doesNotContain("UDP-2");
        assertThat(marks.get("broken").state()).isEqualTo(State.DOES_NOT_COMPILE);
        assertThat(marks.get("broken").remark()).startsWith("src/main/java/com/example/stack/Udp.java:");
        assertThat(marks.get("empty").state()).isEqualTo(State.EMPTY);
        assertThat(marks.get("nameless").state()).isEqualTo(State.NO_STACK);
        Generator.HARM
                .keySet()
                .forEach(harm ->
                        assertThat(failed(marks, harm)).as(harm).containsExactly("HS-2", "UDP-2", "PORT-3", "DEL-1"));
        assertThat(course.marks())
                .filteredOn(mark -> mark.state() == State.JUDGED)
                .allSatisfy(mark -> {
                    assertThat(mark.verdict()).isNotEqualTo(RunVerdict.COULD_NOT_RUN);
                    assertThat(mark.sentence()).as(mark.submission().id()).isEmpty();
                });

        mark("one", new Shard(1, 2));
        mark("two", new Shard(2, 2));
        new Merger(List.of(folder.resolve("one"), folder.resolve("two")), folder.resolve("merged")).merge();
        assertThat(told("merged")).isEqualTo(told("out"));
    }

    /** But for what is said of the one who meets the machine's limits: which of them comes first is chance. */
    private Map<String, String> told(String marks) {
        Map<String, String> files = new Marked(folder.resolve(marks)).files();
        files.keySet().removeIf(file -> file.startsWith("students/forks/") || file.equals("junit.xml"));
        return files;
    }

    private static List<String> failed(Map<String, Mark> marks, String id) {
        Mark mark = marks.get(id);
        assertThat(mark.state()).as(id + ": " + mark.sentence()).isEqualTo(State.JUDGED);
        return mark.criteria().stream()
                .filter(each -> !each.isFull())
                .map(Mark.Earned::name)
                .toList();
    }

    /** With no chance to say goodbye, three times; then it is gone on with to the end. */
    @Test
    void whoIsKilledGoesOnAndLosesAndDoublesNothing() throws IOException, InterruptedException {
        submissions = folder.resolve("harmless");
        tenSubmissions();
        mark("whole", Shard.WHOLE);
        Path out = folder.resolve("out");
        for (int lines = 2; lines <= 6; lines += 2) {
            kill(start(out), out.resolve("journal.jsonl"), lines);
        }
        Process last = start(out);
        assertThat(last.waitFor(1000, TimeUnit.SECONDS)).isTrue();
        assertThat(new Marked(out).journal()).doesNotHaveDuplicates().hasSize(10);
        Map<String, String> made = new Marked(out).files();
        Map<String, String> whole = new Marked(folder.resolve("whole")).files();
        made.remove("mark.json"); // the version of the command stands there
        whole.remove("mark.json");
        made.remove("class.html");
        whole.remove("class.html");
        assertThat(made).isEqualTo(whole);
    }

    /** A scenario that stands in no feature of the suite: one more reason to send zero checksums as all ones. */
    @Test
    void theLecturersOwnScenariosCountToo() throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("mine.feature"), """
                Feature: What nobody knows

                  @UDP-2
                  Scenario: A checksum of zero, once more
                    Given the endpoint's application waits for datagrams on any port
                    When it sends data whose checksum comes out as zero to any port of the peer
                    Then the endpoint's packet has all ones in its UDP checksum
                """);
        Path rubric = Files.writeString(folder.resolve("own.yaml"), """
                tags: own/mine
                tries: 3
                points:
                  - {name: Mine, points: 5, tag: own/mine, hidden: true}
                """);
        Path out = folder.resolve("out");
        Path two = folder.resolve("two");
        new Generator(two).submission("good").submission("udp", Mistake.UDP_CHECKSUM_ZERO);
        Process marking = started("mark", two, "--scenarios", own, "--rubric", rubric, "--seed", 7, "--out", out);
        assertThat(marking.waitFor(1000, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(out.resolve("marks.csv")))
                .as(Files.readString(folder.resolve("said")))
                .element(1)
                .asString()
                .startsWith("good,good,5.00,5,judged,CONFORMS,5.00,");
        assertThat(Files.readAllLines(out.resolve("marks.csv")).get(2)).startsWith("udp,udp,0.00,5,");
        assertThat(out.resolve("mark.json")).content().containsPattern("\"hidden\" : \"[0-9a-f]{64}\"");
    }

    private static void kill(Process marking, Path journal, int lines) throws IOException, InterruptedException {
        while (!Files.exists(journal) || Files.readAllLines(journal).size() < lines) {
            assertThat(marking.waitFor(50, TimeUnit.MILLISECONDS))
                    .as("it ended before")
                    .isFalse();
        }
        marking.destroyForcibly();
        marking.waitFor();
    }

    private Process start(Path out) throws IOException {
        Path rubric = Files.writeString(
                folder.resolve("rubric.yaml"),
                """
                title: A course
                tags: '%s'
                tries: 3
                points:
                """.formatted(TAGS)
                        + List.of("HS-2", "UDP-2", "PORT-3", "DEL-1").stream()
                                .map(id -> "  - {name: %s, points: 10, requirements: [%s]}\n".formatted(id, id))
                                .collect(Collectors.joining()));
        List<Object> words =
                new ArrayList<>(List.of("mark", submissions, "--out", out, "--rubric", rubric, "--budget", "20m"));
        words.addAll(Files.exists(out) ? List.of("--resume") : List.of("--seed", 7));
        return started(words.toArray());
    }

    private Process started(Object... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dplumbline.turn=1", "-cp"));
        words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        words.add(Main.class.getName());
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private Course mark(String out, Shard shard) {
        return new CourseWork(
                        submissions,
                        Optional.empty(),
                        folder.resolve(out),
                        RUBRIC,
                        OwnScenarios.NONE,
                        7,
                        "",
                        Duration.ofMinutes(20),
                        2,
                        shard,
                        false,
                        false,
                        Main.class.getName())
                .mark((mark, done, of, left) -> {});
    }
}
