package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.index.Place;
import dev.plumbline.report.Ink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    private static final String SCENARIO = "lesson/tcp/the-client-asks-with-a-syn";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRequirementWithAllThatBelongsToIt() {
        assertThat(show("HS-1")).isZero();

        assertThat(out.toString())
                .containsSubsequence(
                        "HS-1 (lesson; RFC 9293 section 3.5)",
                        "    The client asks with a SYN.",
                        "A stack must claim IPV4.",
                        "Scenarios",
                        "features/src/main/resources/features/lesson/tcp.feature:7 The client asks with a SYN",
                        "Steps",
                        "steps/Steps.java peerSendsSyn",
                        "Kept by the reference in",
                        "tcp/Sender.java",
                        " syn",
                        "Faults",
                        "no-syn: It sends no SYN.",
                        "Unit tests",
                        "tcp/SenderTest.java",
                        "What a passing exchange looks like (The client asks with a SYN)",
                        "    +0 > S 0:0(0)",
                        "    +0.1 < S. 0:0(0) ack 1");
    }

    @Test
    void aPartWithNothingToTellIsLeftOut() {
        show("DNS-1");

        assertThat(out.toString()).contains("It asks again.").doesNotContain("Scenarios", "Faults", "exchange");
    }

    @Test
    void aScenario() {
        assertThat(show(SCENARIO)).isZero();

        assertThat(out.toString())
                .containsSubsequence(
                        "    The client asks with a SYN",
                        "tcp.feature:7",
                        "Judges",
                        "HS-1 (lesson): The client asks with a SYN.",
                        "peerSendsSyn",
                        "What a passing exchange looks like");
    }

    @Test
    void aFaultWithAndWithoutItsPrefix() {
        assertThat(show("faulty:no-syn")).isZero();
        assertThat(show("no-syn")).isZero();

        assertThat(out.toString())
                .containsSubsequence(
                        "It sends no SYN.", "Some.java", "Must be found out by", "HS-1", "It sends no SYN.");
    }

    @Test
    void anIdThatThereIsNotIsRefusedWithWhatWasMeant() {
        assertThat(show("HS-11")).isEqualTo(PlumblineCommand.COULD_NOT_RUN);
        assertThat(err.toString())
                .isEqualTo(
                        "plumbline: there is no requirement, scenario or fault called 'HS-11'; did you mean HS-1?\n");
    }

    @Test
    void anIdThatIsLikeNothingIsRefusedToo() {
        assertThat(show("qqqqqqqq")).isEqualTo(PlumblineCommand.COULD_NOT_RUN);
        assertThat(err.toString()).contains("called 'qqqqqqqq'; plumbline list shows what there is");
    }

    @Test
    void nothingIsPlayedIfThatIsNotWanted() {
        show("HS-1", "--no-exchange");

        assertThat(out.toString()).doesNotContain("passing exchange");
    }

    @Test
    void linesAreToldWhereTheSourcesAre() throws IOException {
        Place place = new Place("module/A.java", "go");
        Path file = folder.resolve(place.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "class A {\n    void go() {\n    }\n}\n");

        assertThat(new Sources(Optional.of(folder)).where(place)).isEqualTo("module/A.java:2");
        assertThat(new Sources(Optional.of(folder)).where(new Place("module/B.java", "go")))
                .isEqualTo("module/B.java");
        assertThat(new Sources(Optional.empty()).where(place)).isEqualTo("module/A.java");
    }

    @Test
    void theNearestComeFirst() {
        List<String> ids = List.of("HS-1", "HS-2", "UDP-1", "RFC9293/MUST-36", "RFC9293/MUST-37");

        assertThat(Nearest.to("MUST-36", ids)).containsExactly("RFC9293/MUST-36");
        assertThat(Nearest.to("hs-1", ids)).startsWith("HS-1");
        assertThat(Nearest.to("RFC9293/MUST-35", ids)).containsExactly("RFC9293/MUST-36", "RFC9293/MUST-37");
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }

    private int show(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), false, Ink.PLAIN);
        String[] all = new String[arguments.length + 1];
        all[0] = "show";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.execute(Main.commandLine(new FakeSuite(), screen, folder), screen, all);
    }
}
