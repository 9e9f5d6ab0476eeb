package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementPagesTest {
    private static final String HOSTILE = "</li><script>alert(1)</script>\"'&\u001b[2J";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]*)#?([^\"]*)\"");

    @TempDir
    private Path folder;

    private final Handbook handbook = new Handbook();

    private final Judgement judgement = new SampleRun("mystack")
            .planned(2)
            .requirement("HS-1", Level.LESSON, "Connection", 1)
            .requirement("RFC9293/3.4-MODULO", Level.MUST, "Numbers", 1)
            .law("RFC9293/MUST-2", "Laws")
            .watched("a/one", "RFC9293/MUST-2", "HS-1")
            .failing("a/two", "RFC9293/3.4-MODULO", HOSTILE, "RFC9293/3.4-MODULO")
            .end(2)
            .judgement();

    @BeforeEach
    void anExchangeThatPassed() throws IOException {
        Files.createDirectories(folder.resolve("transcripts"));
        Files.writeString(folder.resolve("transcripts/a.one.txt"), """
            # flow 1
            0.000000 * app: it <listens>
            0.005000 < S 0:0(0) win 65535
            0.005000 > S. 0:0(0) ack 1
            0.006000 lost > . 1:1(0)
            """);
        handbook.add(new Handbook.Told(
                "A rule",
                "It asks",
                List.of("HS-1"),
                List.of("Given any port", "| a | <b> |", "Then it asks", "Examples:", "| flaw |", "| none |")));
        handbook.add("HS-1", new Handbook.Fault("never-asks", "It never asks."));
    }

    @Test
    void whatThereIsToSayStandsThere() {
        assertThat(page("hs-1"))
                .contains(
                        "<title>HS-1: It does HS-1</title>",
                        "lang=\"ko\">HS-1의 뜻<",
                        "passed · <span lang=\"ko\">통과</span> · stack mystack")
                .contains("href=\"https://www.rfc-editor.org/rfc/rfc9293#section-3.5\">RFC 9293 section 3.5</a>")
                .contains("Look at HS-1 first.", "1 scenario<", "<b>Given</b> any port")
                .contains("<td>a</td><td>&lt;b&gt;</td>", "<th scope=\"col\">flaw</th>", "<td>none</td>")
                .contains("It never asks. <code>never-asks</code>");
    }

    @Test
    void anExchangeThatPassedIsALadderForEyesAndEars() {
        assertThat(page("hs-1"))
                .contains("app: it &lt;listens&gt;")
                .containsSubsequence(
                        "class=\"in\"",
                        "the peer sends: ",
                        "S 0:0(0) win 65535",
                        "class=\"out\"",
                        "the endpoint sends: ")
                .contains("lost . 1:1(0)")
                .doesNotContain("# flow 1");
    }

    @Test
    void aLawShowsWhatItHasWatched() {
        assertThat(page("rfc9293-must-2")).contains("It is a law", "An exchange that is right");
    }

    @Test
    void whatFailedHasNoExchangeThatIsRight() throws IOException {
        Files.writeString(folder.resolve("transcripts/a.two.txt"), "0.005000 > . 1:1(0)\n");

        assertThat(page("rfc9293-3-4-modulo"))
                .contains("failed · <span lang=\"ko\">실패</span>")
                .doesNotContain("An exchange that is right");
    }

    @Test
    void hostileWordsAreOnlyText() {
        handbook.add(
                new Handbook.Told(HOSTILE, HOSTILE, List.of("HS-1"), List.of("Then " + HOSTILE, "|" + HOSTILE + "|")));
        handbook.add("HS-1", new Handbook.Fault(HOSTILE, HOSTILE));

        assertThat(page("hs-1"))
                .doesNotContain("<script", "\u001b")
                .contains("&lt;script&gt;alert(1)", "&quot;&#39;&amp;\\u001B[2J");
    }

    @Test
    void aLongExchangeIsCut() throws IOException {
        Files.writeString(folder.resolve("transcripts/a.one.txt"), "0.005000 > . 1:1(0)\n".repeat(62));

        assertThat(page("hs-1")).contains("And 2 lines more.");
    }

    /** Every link to a file leads to one, and every place in it is there. */
    @Test
    void linksLeadSomewhere() throws IOException {
        Path lesson = folder.resolve("lesson.html");
        LessonPage.write(judgement, folder, lesson, new LessonPage.Links("lesson.html", RequirementPages.FOLDER));
        RequirementPages.write(judgement, folder, lesson, handbook);

        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages).hasSize(4);
            for (Path page : pages) {
                List<MatchResult> links =
                        LINK.matcher(Files.readString(page)).results().toList();
                assertThat(links).hasSizeGreaterThan(2).allSatisfy(link -> leads(page, link));
            }
        }
    }

    private static void leads(Path page, MatchResult link) throws IOException {
        if (link.group(1).startsWith("https://www.rfc-editor.org/rfc/")) {
            return;
        }
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertThat(target).isRegularFile();
        if (!link.group(2).isEmpty()) {
            assertThat(target).content().contains("id=\"" + link.group(2) + "\"");
        }
    }

    /** Without Allure nothing but the lesson and where it leads. */
    @Test
    void aStacksOwnBuildLeavesThemToo() {
        assertThat(new BuildPages().write(judgement, folder)).containsExactly(folder.resolve("lesson.html"));
        assertThat(folder.resolve("lesson.html")).content().contains("href=\"requirements/hs-1.html\"");
        assertThat(folder.resolve("requirements/hs-1.html")).isRegularFile();
    }

    @Test
    void withoutARunThereIsNoVerdict() throws IOException {
        List<Requirement> rows = judgement.results().requirements();
        RequirementPages.write(rows, folder.resolve("class.html"), handbook);

        assertThat(folder.resolve("requirements/hs-1.html"))
                .content()
                .contains("href=\"../class.html\">The class<")
                .doesNotContain("passed", "An exchange");
    }

    @Test
    void theDigestSaysWhetherAPageWasChanged() {
        Path lesson = folder.resolve("lesson.html");
        String first = RequirementPages.write(judgement, folder, lesson, handbook);
        handbook.add("HS-1", new Handbook.Fault("another", "It asks twice."));

        assertThat(RequirementPages.write(judgement, folder, lesson, handbook)).isNotEqualTo(first);
    }

    private String page(String name) {
        RequirementPages.write(judgement, folder, folder.resolve("lesson.html"), handbook);
        try {
            return Files.readString(folder.resolve("requirements").resolve(name + ".html"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
