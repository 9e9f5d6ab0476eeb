package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Ink;
import dev.plumbline.results.History;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.PastRun;
import dev.plumbline.suite.Again;
import dev.plumbline.suite.RunOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    @TempDir
    Path folder;

    private final FakeSuite suite = new FakeSuite();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void letGoOfTheLogFile() {
        Logs.silence();
    }

    @ParameterizedTest
    @CsvSource({
        "--tier=rfc, tier/rfc",
        "--section=RFC 9293 3.8.6, section/RFC9293/3.8.6",
        "--section=768, section/RFC768",
        "--section=rfc9293 section 3.8, section/RFC9293/3.8",
        "--section=RFC 9293 §3.8, section/RFC9293/3.8",
        "--section=RFC9293/3.8, section/RFC9293/3.8",
    })
    void aTierOrASectionIsATagExpression(String option, String tags) {
        plumbline("run", "--stack=mine", option, "--no-report");
        assertThat(suite.ran).singleElement().extracting(Suite.Options::tags).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource({"--tier=most, lesson", "--section=chapter three, 'RFC 9293 section 3.8.6'"})
    void whatIsNeitherIsRefusedWithWhatWouldBe(String option, String example) {
        assertThat(plumbline("run", "--stack=mine", option)).isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase(example);
        assertThat(suite.ran).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "793, 9293",
        "RFC 793 section 3.4, 9293",
        "RFC 1122 section 4.2.3.2, 9293",
        "1122 4.2, 9293",
        "2581, 5681",
    })
    void whoAsksByAnRfcThatHasBeenReplacedIsToldByWhichOne(String old, String newer) {
        assertThat(plumbline("run", "--stack=mine", "--section=" + old)).isEqualTo(2);
        assertThat(err.toString()).contains("RFC " + newer + " has taken its place; --section " + newer);
        assertThat(suite.ran).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1122 3.2.1, section/RFC1122/3.2.1", "1122 4.1.3, section/RFC1122/4.1.3", "1122, section/RFC1122"})
    void whatAnRfcSaysBesidesStillCounts(String section, String tags) {
        plumbline("run", "--stack=mine", "--section=" + section, "--no-report");
        assertThat(suite.ran).singleElement().extracting(Suite.Options::tags).isEqualTo(tags);
    }

    @Test
    void whatIsChosenInSeveralWaysMustMeetThemAll() {
        plumbline("run", "--stack=mine", "--tags=@HS-1 or @HS-2", "--tier=lesson", "--section=768", "--no-report");
        assertThat(suite.ran)
                .singleElement()
                .extracting(Suite.Options::tags)
                .isEqualTo("(@HS-1 or @HS-2) and (tier/lesson) and (section/RFC768)");
    }

    @Test
    void aStackThatConforms() {
        assertThat(plumbline("run", "--stack", "reference", "--no-report")).isZero();

        assertThat(out.toString()).contains("CONFORMS: reference").contains("results: " + folder.resolve("reference"));
        assertThat(err.toString()).isEmpty();
        assertThat(suite.ran.get(0).tries()).isEqualTo(25);
        assertThat(suite.ran.get(0).out()).isEqualTo(folder.resolve("reference"));
        assertThat(out.toString()).contains("with seed " + suite.ran.get(0).seed());
    }

    @Test
    void aShouldCountsOnlyWhenStrict() {
        suite.outcome = Outcome.FAIL;

        assertThat(plumbline("run", "--stack", "mine", "--no-report")).isZero();
        assertThat(plumbline("run", "--stack", "mine", "--no-report", "--strict"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("DOES NOT CONFORM", "./plumbline replay T-mine --stack mine");
    }

    @Test
    void passesOnWhatItIsTold() {
        plumbline("run", "--stack=mine", "--tags=@HS-1", "--tries=7", "--seed=-42", "--no-report");

        assertThat(suite.ran)
                .containsExactly(new Suite.Options(
                        "mine",
                        "@HS-1",
                        7,
                        -42,
                        folder.resolve("mine"),
                        null,
                        null,
                        false,
                        RunOptions.USUAL_BUDGET,
                        Again.NOTHING,
                        false));
    }

    @Test
    void goesOnForWhoAsks() {
        plumbline("run", "--stack=mine", "--all", "--no-report");

        assertThat(suite.ran).extracting(Suite.Options::all).containsExactly(true);
    }

    @Test
    void handsOnTheListOfDeviations() {
        plumbline("run", "--stack", "mine", "--deviations", "known.yaml");

        assertThat(suite.ran).extracting(Suite.Options::deviations).containsExactly(Path.of("known.yaml"));
    }

    @Test
    void theVerdictStandsEvenIfThereIsNoReport() {
        assertThat(plumbline("run", "--stack", "reference")).isZero();

        assertThat(out.toString()).contains("CONFORMS");
        assertThat(err.toString()).contains("no report: ");
    }

    @Test
    void misuseIsExplainedWithoutAStackTrace() {
        assertMisuse("Unknown option: '--trys=3'", "run", "--stack", "x", "--trys=3");
        assertMisuse("Missing required option: '--stack=NAME'", "run");
        assertMisuse("Unknown options: '--stak', 'x'", "run", "--stak", "x");
        assertMisuse("Invalid value for option '--tries'", "run", "--stack", "x", "--tries", "many");
        assertMisuse("--tries must be 1 or more, not 0", "run", "--stack", "x", "--tries", "0");
        assertMisuse("Missing required parameter: 'TOKEN'", "replay");
        assertMisuse("Did you mean: plumbline run?", "rum");
    }

    @Test
    void aRefusalIsExplainedWithoutAStackTrace() {
        suite.refusal = new Suite.Refused("There is no stack x. There are: reference, linux.");

        assertMisuse("plumbline: There is no stack x. There are: reference, linux.", "run", "--stack", "x");
    }

    @Test
    void aBugOfOursIsCalledSoAndLeavesTheResults() {
        suite.dies = true;

        assertThat(plumbline("run", "--stack", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("this is a bug in plumbline", "broken half-way", "at dev.plumbline");
        assertThat(out.toString()).contains("COULD NOT RUN", "the run was cut short after 1 of 1 scenarios");
        assertThat(folder.resolve("x/results.jsonl")).exists();
    }

    @Test
    void anErrorEndsTheCommandToo() {
        suite.error = new StackOverflowError();

        assertThat(plumbline("run", "--stack", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("this is a bug in plumbline");
    }

    @Test
    void aFolderOfSomebodyElsesIsNotEmptied() throws IOException {
        Path essay = Files.writeString(folder.resolve("essay.txt"), "mine");

        assertMisuse("is not the folder of an earlier run", "run", "--stack", "x", "--out", folder.toString());
        assertThat(essay).exists();
    }

    @Test
    void theFolderOfAnEarlierRunIsEmptied() throws IOException {
        plumbline("run", "--stack", "x", "--no-report");
        Path old = Files.createDirectories(folder.resolve("x/failures")).resolve("old.pcapng");
        Files.writeString(old, "");

        assertThat(plumbline("run", "--stack", "x", "--no-report")).isZero();
        assertThat(old.getParent()).doesNotExist();
    }

    @Test
    void theFailuresOfTheLastRunAreAskedForAlone() {
        suite.outcome = Outcome.FAIL;
        plumbline("run", "--stack", "mine", "--seed=5", "--tries=3", "--no-report", "--strict");
        suite.outcome = Outcome.PASS;

        assertThat(plumbline("run", "--stack", "mine", "--failed", "--no-report", "--strict"))
                .isEqualTo(2);
        assertThat(suite.ran.get(1).again()).isEqualTo(new Again(Set.of("handshake/syn"), true));
        assertThat(suite.ran.get(1).seed()).isEqualTo(5);
        assertThat(suite.ran.get(1).tries()).isEqualTo(3);
        assertThat(out.toString())
                .contains("with seed 5, that of the last run, by what failed then alone (1) ...")
                .contains("NOTHING FAILED AGAIN: what failed in the last run holds now, and nothing else was played")
                .containsOnlyOnce("CONFORM");
    }

    @Test
    void withoutAFailureThereIsNothingToAskForAgain() {
        assertMisuse("whose failures could be played again", "run", "--stack", "mine", "--failed");
        plumbline("run", "--stack", "mine", "--no-report");
        assertMisuse("nothing failed in the last run", "run", "--stack", "mine", "--failed");
        assertThat(folder.resolve("mine/results.jsonl")).exists();
    }

    @Test
    void whatHasChangedSinceTheLastRunIsTold() {
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report", "--strict");
        assertThat(out.toString()).doesNotContain("Since the last run");
        suite.outcome = Outcome.FAIL;
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report", "--strict");
        assertThat(out.toString()).containsSubsequence("Since the last run:", "  1 broken: HS-1");
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report", "--strict");
        assertThat(out.toString()).contains("  1 still wrong: HS-1");
        suite.outcome = Outcome.PASS;
        plumbline("run", "--stack", "mine", "--seed=6", "--no-report", "--strict");
        assertThat(out.toString()).containsSubsequence("Since the last run (its seed was 5):", "  1 mended: HS-1");
    }

    /** With other draws what is mended could as well be luck; without failures other worlds are worth a look. */
    @Test
    void theSeedStaysWhileSomethingFails() {
        suite.outcome = Outcome.FAIL;
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report", "--strict");
        assertThat(seedOfNextRun("--strict")).isEqualTo(5);
        assertThat(out.toString()).contains("with seed 5, that of the last run, in which something failed ...");
        suite.outcome = Outcome.PASS;
        assertThat(seedOfNextRun("--strict", "--failed")).isEqualTo(5);
        assertThat(seedOfNextRun("--strict"))
                .as("what held before was not played")
                .isEqualTo(5);
        assertThat(out.toString()).contains("with seed 5, that of the last run, which played old failures only ...");
        assertThat(seedOfNextRun("--strict")).isNotEqualTo(5);
        assertThat(out.toString()).containsOnlyOnce("in which something failed");
    }

    @Test
    void theSeedDoesNotStayForAShouldThatIsNotFollowed() {
        suite.outcome = Outcome.FAIL;
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report");
        assertThat(seedOfNextRun()).isNotEqualTo(5);
    }

    @Test
    void whoNamesASeedGetsIt() {
        suite.outcome = Outcome.FAIL;
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report", "--strict");
        assertThat(seedOfNextRun("--seed=6", "--strict")).isEqualTo(6);
        assertThat(out.toString()).contains("with seed 6 ...");
    }

    private long seedOfNextRun(String... options) {
        plumbline(Stream.concat(Stream.of("run", "--stack=mine", "--no-report"), Stream.of(options))
                .toArray(String[]::new));
        return suite.ran.get(suite.ran.size() - 1).seed();
    }

    @Test
    void theFolderRemembersItsRuns() {
        plumbline("run", "--stack", "mine", "--seed=5", "--no-report");
        plumbline("run", "--stack", "mine", "--seed=6", "--no-report");
        assertThat(new History(folder.resolve("mine")).runs())
                .extracting(PastRun::seed)
                .containsExactly(5L, 6L);
    }

    @Test
    void aSecondRunGetsAFolderOfItsOwn() {
        suite.meanwhile = () -> {
            suite.meanwhile = () -> {};
            plumbline("run", "--stack", "mine", "--no-report");
        };
        assertThat(plumbline("run", "--stack", "mine", "--no-report")).isZero();
        assertThat(suite.ran)
                .extracting(Suite.Options::out)
                .containsExactly(folder.resolve("mine"), folder.resolve("mine-2"));
        assertThat(err.toString())
                .contains("another run is at work in " + folder.resolve("mine") + "; this one leaves its results in "
                        + folder.resolve("mine-2"));
        plumbline("run", "--stack", "mine", "--no-report");
        assertThat(suite.ran).last().extracting(Suite.Options::out).isEqualTo(folder.resolve("mine"));
    }

    @Test
    void replaysAndExplains() {
        suite.outcome = Outcome.FAIL;

        assertThat(plumbline("replay", "T-mine", "--stack", "mine")).isZero();
        assertThat(suite.ran.get(0).stack()).isEqualTo("mine");
        assertThat(suite.ran.get(0).replay()).isEqualTo("T-mine");
        assertThat(out.toString()).contains("The whole story");
    }

    @Test
    void replaysOnTheReferenceIfNotTold() {
        plumbline("replay", "T-9");

        assertThat(suite.ran.get(0).stack()).isEqualTo("reference");
    }

    @Test
    void saysWhenAFailureIsGone() {
        assertThat(plumbline("replay", "T-mine", "--stack", "mine")).isZero();
        assertThat(out.toString()).contains("It holds now: mine passes handshake/syn");
    }

    @Test
    void lists() {
        assertThat(plumbline("list")).isZero();
        assertThat(plumbline("list", "--stacks")).isZero();
        assertThat(plumbline("list", "--scenarios")).isZero();

        assertThat(out.toString())
                .contains(
                        "HS-1                 LESSON  2 scenarios",
                        "The client asks with a SYN. (RFC 9293 section 3.5)")
                .contains("DNS-1                MUST    no scenario yet", "2 requirements, 1 of them with scenarios")
                .contains("reference                ready", "not here: there is no TUN device")
                .contains("jar:PATH", "    the stack in a jar")
                .contains("lesson/tcp/the-client-asks-with-a-syn  HS-1");
    }

    @Test
    void showsHowItIsUsed() {
        assertThat(plumbline()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: plumbline", "run", "list", "replay", "Exit code:");
        assertThat(plumbline("--help")).isZero();
        assertThat(plumbline("--version")).isZero();
    }

    private void assertMisuse(String words, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(plumbline(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(words).doesNotContain("\tat ");
    }

    private int plumbline(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false, Ink.PLAIN);
        int code = Main.execute(Main.commandLine(suite, screen, folder), screen, arguments);
        screen.out().flush();
        screen.err().flush();
        return code;
    }
}
