package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryPrinterTest {
    @Test
    void aRunWithFailures() throws IOException {
        assertThat(plain(mixed())).isEqualTo(golden("summary-mixed.txt"));
    }

    @Test
    void aRunWhereAllIsWell() throws IOException {
        assertThat(plain(good(3))).isEqualTo(golden("summary-good.txt"));
    }

    @Test
    void fitsOnAScreenWhenAllIsWell() {
        List<String> lines = SummaryPrinter.lines(good(25).judgement(), Ink.PLAIN);

        assertThat(lines).hasSizeLessThanOrEqualTo(40);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
    }

    @Test
    void saysWhyASectionHasNothingToShow() {
        SampleRun run = new SampleRun("x")
                .planned(1)
                .requirement("R", Level.MUST, "Here", 1)
                .law("LAW", "Laws")
                .requirement("LATER", Level.MUST, "Later", 0)
                .scenario("a", Outcome.PASS, "R")
                .end(1);

        assertThat(plain(run)).contains("  2 more sections: not played\n");
        assertThat(plain(run.tags("@R"))).contains("  2 more sections: not played\n");
    }

    @Test
    void thatOthersRulesHoldSaysNothingOfAServiceThatIsNotClaimed() {
        SampleRun run = new SampleRun("x")
                .planned(1)
                .requirement("R", Level.MUST, "Here", 1)
                .law("LAW", "Extra")
                .requirement("ONE", Level.MUST, "Extra", 0)
                .needing("TCP_SACK")
                .requirement("TWO", Level.MUST, "Extra", 0)
                .needing("TCP_SACK")
                .watched("a", "LAW", "R")
                .end(1);

        assertThat(plain(run).lines().filter(line -> line.startsWith("  Extra ")))
                .singleElement()
                .asString()
                .endsWith(". not claimed  2 not claimed");
    }

    @Test
    void ofARunThatWasCutShortNoListIsMade() {
        SampleRun run = new SampleRun("x")
                .planned(30)
                .requirement("R", Level.MUST, "Here", 1)
                .requirement("LATER", Level.MUST, "Later", 1)
                .scenario("a", Outcome.PASS, "R");

        assertThat(plain(run)).doesNotContain("LATER").contains("the run was cut short after 1 of 30 scenarios");
    }

    @Test
    void ofManyThatWereNotPlayedSomeAreNamed() {
        SampleRun run = new SampleRun("x").planned(1).requirement("R", Level.MUST, "Here", 1);
        for (int i = 0; i < 25; i++) {
            run.requirement("N" + i, Level.MUST, "Here", 1);
        }
        assertThat(plain(run.scenario("a", Outcome.PASS, "R").end(1)))
                .contains("N19 and 5 more")
                .doesNotContain("N20");
    }

    @Test
    void aFailureIsToldInFullAndOnce() {
        SampleRun run = new SampleRun("x")
                .planned(1)
                .requirement("A-1", Level.LESSON, "S", 1)
                .requirement("RFC9293/MUST-36", Level.MUST, "S", 1)
                .failing("a", "RFC9293/MUST-36", "no probe came", "RFC9293/MUST-36", "A-1")
                .end(1);

        assertThat(plain(run)).contains("Repair this first:\n\nno probe came\nand more\nScenario:  a\n\n");
    }

    @Test
    void whatFollowsFromAMistakeIsCountedAndOtherMistakesHaveALineEach() {
        SampleRun run = new SampleRun("x")
                .planned(4)
                .requirement("A-1", Level.LESSON, "S", 2)
                .requirement("A-2", Level.MUST, "S", 1)
                .requirement("A-3", Level.LESSON, "S", 1)
                .failing("a", "A-1", "it sent 7", "A-1")
                .failing("b", "A-1", "it sent 8", "A-1")
                .failing("c", "A-2", "nothing came", "A-2")
                .failing("d", "A-3", "it came late", "A-3")
                .end(4);

        assertThat(plain(run)).contains("""
            Repair this first:

            it sent 7
            and more
            Scenario:  a

            Then:
                A-3 (lesson): it came late

            2 more failures may follow from these:
                The name of b
                The name of c

            """).doesNotContain("nothing came");
    }

    @Test
    void whatHoldsCloseByIsNamed() {
        SampleRun run = new SampleRun("x")
                .planned(3)
                .requirement("A-1", Level.LESSON, "S", 2)
                .requirement("A-2", Level.LESSON, "S", 1)
                .scenario("a", Outcome.PASS, "A-1")
                .failing("b", "A-1", "it sent 7", "A-1")
                .scenario("c", Outcome.PASS, "A-2")
                .end(3);

        assertThat(plain(run)).contains("Scenario:  b\n\nClose by, this holds:\n    The name of a\n\n");
    }

    /** In a sentence, and not by the names of hundreds of requirements. */
    @Test
    void whatWasLeftOutIsCountedAndNotListed() {
        SampleRun run = new SampleRun("x")
                .planned(9)
                .requirement("IP-1", Level.LESSON, "IP", 1)
                .requirement("HS-1", Level.LESSON, "Connection", 4)
                .requirement("DNS-1", Level.LESSON, "Names", 4)
                .failing("a", "IP-1", "no answer came", "IP-1")
                .stopped(1, "1 of the 1 scenarios about addresses and packets fail");

        assertThat(plain(run))
                .contains("  2 more sections: not played\n", "violates 1 of the 1 requirement it was judged by")
                .contains("the run ended early: 1 of the 1 scenarios", "so 8 of 9", "--all plays them, too")
                .doesNotContain("HS-1", "DNS-1");
    }

    @Test
    void aCommandCanBePastedHoweverLongItIs() {
        String command = "Replay:    ./plumbline replay RFC9293/MUST-36.e7b8ce.s9203.n25.t0.0.0_1.0_2.0 --stack "
                + "jar:/a/folder/far/away/with/a/stack.jar";
        Judgement judgement = new SampleRun("x")
                .planned(1)
                .requirement("R", Level.MUST, "S", 1)
                .failing("a", "R", "no probe came\n" + command, "R")
                .end(1)
                .judgement();

        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN)).contains(command);
    }

    @Test
    void longLinesAreWrapped() {
        Judgement judgement = new SampleRun("x")
                .planned(1)
                .requirement("R", Level.MUST, "A section with a name that goes on and on ".repeat(3), 1)
                .failing("a", "R", "it went wrong in a way that takes many words ".repeat(8), "R")
                .end(1)
                .judgement();

        assertThat(SummaryPrinter.lines(judgement, Ink.PLAIN))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
    }

    @Test
    void coloursOnlyWhenAskedTo() {
        assertThat(plain(mixed())).doesNotContain("\u001b");
        assertThat(String.join("\n", SummaryPrinter.lines(mixed().judgement(), Ink.COLOURED)))
                .contains("\u001b[1;31mRepair this first:\u001b[0m");
    }

    private static SampleRun mixed() {
        return new SampleRun("student")
                .planned(7)
                .requirement("HS-1", Level.LESSON, "TCP: connection (three-way handshake)", 1)
                .requirement("HS-2", Level.LESSON, "TCP: connection (three-way handshake)", 2)
                .requirement("RFC9293/MUST-58", Level.MUST, "TCP: connection (three-way handshake)", 1)
                .requirement("RFC9293/SHLD-1", Level.SHOULD, "TCP: closing", 1)
                .requirement("RFC9293/MAY-3", Level.MAY, "TCP: closing", 1)
                .requirement("CL-1", Level.LESSON, "TCP: closing", 1)
                .requirement("RFC9293/MUST-2", Level.MUST, "Laws of the wire", 0)
                .requirement("DNS-1", Level.MUST, "DNS: stub", 1)
                .requirement("DNS-2", Level.MUST, "DNS: cache", 0)
                .scenario("handshake/syn", Outcome.PASS, "HS-1")
                .failing(
                        "handshake/port",
                        "HS-2",
                        "the client's SYN came from port 1, which is well known",
                        "HS-2",
                        "RFC9293/MUST-58")
                .failing("handshake/again", "HS-2", "the client's SYN came from port 80", "HS-2")
                .failing("closing/slow", "RFC9293/SHLD-1", "it waits too long", "RFC9293/SHLD-1")
                .failing("closing/option", "RFC9293/MAY-3", "it does not", "RFC9293/MAY-3")
                .failing("closing/fin", "RFC9293/MUST-2", "the checksum of the FIN is 0x0000, not 0xbeef", "CL-1")
                .scenario("dns/a", Outcome.NOT_CLAIMED, "DNS-1")
                .end(7);
    }

    private static SampleRun good(int sections) {
        SampleRun run = new SampleRun("reference").planned(sections);
        for (int i = 1; i <= sections; i++) {
            run.requirement("R-" + i, Level.MUST, "Section " + i, 1);
        }
        for (int i = 1; i <= sections; i++) {
            run.scenario("s/" + i, Outcome.PASS, "R-" + i);
        }
        return run.end(sections);
    }

    private static String plain(SampleRun run) {
        return String.join("\n", SummaryPrinter.lines(run.judgement(), Ink.PLAIN)) + "\n";
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = SummaryPrinterTest.class.getResourceAsStream("/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
