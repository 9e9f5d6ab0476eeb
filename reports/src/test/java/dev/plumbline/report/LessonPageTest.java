package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonPageTest {
    private static final String LADDER = "<svg xmlns='http://www.w3.org/2000/svg'/>";

    @TempDir
    private Path folder;

    private final SampleRun run = new SampleRun("mystack")
            .planned(3)
            .requirement("HS-1", Level.LESSON, "Connection", 1)
            .requirement("HS-2", Level.LESSON, "Connection", 1)
            .requirement("UDP-1", Level.LESSON, "UDP", 1)
            .requirement("RFC9293/MUST-2", Level.MUST, "Laws", 0)
            .scenario("a/one", Outcome.PASS, "HS-1")
            .failing("a/two", "HS-2", "it said <b>nothing</b> & left", "HS-2")
            .scenario("a/three", Outcome.INCONCLUSIVE, "UDP-1")
            .end(3);

    @BeforeEach
    void drawTheLadder() throws IOException {
        Files.createDirectories(folder.resolve("failures"));
        Files.writeString(folder.resolve(SampleRun.LADDER), LADDER);
    }

    @Test
    void everySectionStandsThereInItsOrderWithEveryRowInBothLanguages() {
        assertThat(page())
                .containsSubsequence(
                        "id=\"connection\"", "id=\"hs-1\"", "id=\"hs-2\"", "id=\"udp\"", "id=\"udp-1\"", "id=\"laws\"")
                .contains("It does HS-1", "lang=\"ko\">HS-1의 뜻<", "1 of the lesson&#39;s 3 statements hold");
    }

    @Test
    void whatDoesNotHoldIsNamedFirstAndEachRowLeadsToItsPage() {
        assertThat(page())
                .containsSubsequence(
                        "1 requirement violated:",
                        "href=\"#hs-2\">HS-2</a>",
                        "href=\"#connection\"",
                        "<h2 id=\"connection\"")
                .contains("<a href=\"requirements/hs-1.html\">HS-1</a>");
    }

    @Test
    void ofTheOneToBeginWithTheCardTellsWhatItsExchangeShows() {
        SampleRun two = new SampleRun("x")
                .planned(2)
                .requirement("IP-1", Level.LESSON, "IP", 1)
                .requirement("DNS-1", Level.LESSON, "Names", 1)
                .failing("a", "IP-1", "no answer came", "IP-1")
                .failing("b", "DNS-1", "another name came", "DNS-1")
                .end(2);

        assertThat(page(two))
                .containsSubsequence(
                        "no answer came",
                        "<div class=\"noticed\">what the exchange &lt;shows&gt;</div>",
                        "another name came")
                .containsOnlyOnce("<div class=\"noticed\">");
    }

    @Test
    void andWhatHoldsCloseByAndWhatOnlyTheWholeRunShows() {
        SampleRun run = new SampleRun("x")
                .planned(3)
                .requirement("IP-1", Level.LESSON, "IP", 2)
                .requirement("DNS-1", Level.LESSON, "Names", 1)
                .failing("a", "IP-1", "no answer came", "IP-1")
                .scenario("b", Outcome.PASS, "IP-1")
                .explained("c", "DNS-1", "it says 513 and not 258: its octets are the wrong way round")
                .end(3);

        assertThat(page(run))
                .containsSubsequence(
                        "Repair this first",
                        "<p>In 1 scenario what came is exactly what a well-known mistake makes",
                        "no answer came",
                        "Close by, this holds",
                        "The name of b");
    }

    @Test
    void whatWasLeftOutIsNotCalledWrong() {
        SampleRun run = new SampleRun("x")
                .planned(9)
                .requirement("IP-1", Level.LESSON, "IP", 1)
                .requirement("HS-1", Level.LESSON, "Connection", 4)
                .requirement("DNS-1", Level.LESSON, "Names", 4)
                .failing("a", "IP-1", "no answer came", "IP-1")
                .stopped(1, "1 of the 1 scenarios about addresses and packets fail");

        assertThat(page(run))
                .contains("the run ended early: 1 of the 1 scenarios", "badge GREY\">not played", "badge RED\">failed")
                .contains("<a href=\"#ip\" class=\"no\">", "<a href=\"#names\">");
    }

    @Test
    void whereNothingIsWrongNothingIsNamed() {
        SampleRun good = new SampleRun("mystack")
                .planned(1)
                .requirement("HS-1", Level.LESSON, "Connection", 1)
                .scenario("a/one", Outcome.PASS, "HS-1")
                .end(1);

        assertThat(page(good)).doesNotContain("violated").doesNotContain("Beyond the lesson");
    }

    /** A stack found by a path has a name of its own, which is shown and never obeyed. */
    @Test
    void aStackIsCalledAsItCallsItself() {
        assertThat(page(new SampleRun("jar:/a/b")
                        .titled("my<i>stack")
                        .planned(0)
                        .end(0)))
                .contains("<title>my&lt;i&gt;stack (jar:/a/b): ", "Stack my&lt;i&gt;stack (jar:/a/b) · seed");
    }

    /** A picture says nothing to who does not see it. */
    @Test
    void thePictureIsThereInWordsToo() {
        assertThat(page()).containsSubsequence("data:image", "The exchange in words", "the transcript</pre>");
    }

    @Test
    void theReasonOfSeveralScenariosIsGivenOnce() {
        SampleRun known = new SampleRun("mystack")
                .planned(2)
                .requirement("HS-1", Level.LESSON, "Handshake", 1)
                .deviation("HS-1", "a/one")
                .deviation("HS-1", "a/two")
                .listed("a/one", "HS-1", "HS-1")
                .listed("a/two", "HS-1", "HS-1")
                .end(2);

        assertThat(page(known)).containsOnlyOnce("<a href=\"https://example.org/HS-1\"");
    }

    @Test
    void aKnownDeviationHasItsReasonAndItsLinkAndAQuietBox() {
        SampleRun known = new SampleRun("mystack")
                .planned(1)
                .requirement("HS-1", Level.LESSON, "Connection", 1)
                .deviation("HS-1", null)
                .listed("a/one", "HS-1", "HS-1")
                .end(1);

        assertThat(page(known))
                .contains("CONFORMS", "badge LISTED", "known deviation · <span lang=\"ko\">알려진 차이</span>")
                .contains("Everybody knows about HS-1.", "href=\"https://example.org/HS-1\"")
                .contains("<details class=\"why quiet\"><summary>it failed</summary>");
    }

    @Test
    void eachVerdictIsToldInBothLanguages() {
        assertThat(page())
                .contains(
                        "passed · <span lang=\"ko\">통과</span>",
                        "failed · <span lang=\"ko\">실패</span>",
                        "inconclusive · <span lang=\"ko\">판정 불가</span>")
                .contains("DOES NOT CONFORM");
    }

    @Test
    void aFailureHasItsPictureItsValuesAndWhereToLook() {
        String picture = Base64.getEncoder().encodeToString(LADDER.getBytes(StandardCharsets.UTF_8));
        assertThat(page())
                .contains(
                        "what was expected",
                        "what came",
                        "what the exchange &lt;shows&gt;",
                        "port = 1",
                        "Look at HS-2 first.",
                        picture)
                .contains("./plumbline replay T-a-two --stack mystack");
    }

    @Test
    void whereTheAdapterIsWrongNobodyIsSentIntoTheStack() {
        SampleRun mistaken = new SampleRun("mystack")
                .planned(1)
                .requirement("HS-1", Level.LESSON, "Connection", 1)
                .mistaken("a/one", "the adapter forgot a line", "HS-1")
                .end(1);
        assertThat(page(mistaken))
                .contains("the adapter forgot a line", "what came")
                .doesNotContain("Look at HS-1 first.", "Where to look");
    }

    @Test
    void withoutAPictureTheTranscriptIsThere() throws IOException {
        Files.delete(folder.resolve(SampleRun.LADDER));
        assertThat(page()).contains("<pre tabindex=\"0\">the transcript</pre>").doesNotContain("data:image");
    }

    @Test
    void whatTheStackSaysIsTextAndNotMarkup() {
        assertThat(page())
                .contains("it said &lt;b&gt;nothing&lt;/b&gt; &amp; left")
                .doesNotContain("<b>nothing");
    }

    @Test
    void aRowThatWasNotJudgedSaysWhy() {
        assertThat(page()).contains("the handshake did not come about");
    }

    @Test
    void thePageAsksNothingOfTheNetwork() {
        assertThat(page()).doesNotContain("http://").doesNotContain("https://").doesNotContain("<script");
    }

    @Test
    void aBuildMakesItFromTheResults() throws IOException {
        Path results = folder.resolve("results.jsonl");
        Files.writeString(results, run.text());
        Path page = folder.resolve("page.html");
        LessonPages.main(new String[] {results.toString(), page.toString(), "allure/index.html"});
        assertThat(page).content().contains("href=\"allure/index.html\"", "id=\"hs-2\"");
    }

    private String page() {
        return page(run);
    }

    private String page(SampleRun run) {
        Path page = LessonPage.write(
                run.judgement(),
                folder,
                folder.resolve("lesson.html"),
                new LessonPage.Links("report/index.html", "requirements"));
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
