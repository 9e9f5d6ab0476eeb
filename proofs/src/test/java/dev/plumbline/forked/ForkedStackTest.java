package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.reference.tcp.ReferenceTcp;
import dev.plumbline.tidy.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stack in a process of its own is judged as it would be in the suite's, and cannot take the suite with it. */
@Timeout(120)
@Impatient(seconds = 2)
class ForkedStackTest {
    private static final String REFERENCE = "class:dev.plumbline.reference.ReferenceProvider";
    /** Where a datagram comes in: four scenarios of UDP. */
    private static final String TAGS = "@UDP-3 or @PORT-1";

    @TempDir
    private Path folder;

    /** Scenarios of all kinds, and so all seats: host and router, UDP and TCP, resolver, cache and name server. */
    @Test
    void theSameSeedMakesTheSameWorldInAnotherProcess() {
        isTheSameInAnotherProcess(Extent.scenarios(0));
    }

    /** What a host is told before it is switched on, it is told there, too. */
    @Test
    void aHostOfSeveralAddressesIsTheSameInAnotherProcess() {
        isTheSameInAnotherProcess("@RFC9293/MUST-43 or @RFC9293/MUST-45");
    }

    /** Scenario by scenario: of two lists that differ, nobody would find where. */
    private void isTheSameInAnotherProcess(String tags) {
        Results here = Results.of("reference", tags, 2, folder.resolve("here"));
        Results there = Results.of(REFERENCE, tags, 2, folder.resolve("there"));
        assertThat(there.notPassed()).isEmpty();
        List<JsonNode> expected = here.scenarios();
        List<JsonNode> found = there.scenarios();
        assertThat(found).isNotEmpty().hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(there.transcripts()).isNotEmpty().isEqualTo(here.transcripts());
    }

    /** A command is judged like any stack; the program here is the one that runs a jar, started by hand. */
    @Test
    void aProgramGivenAsACommandMakesTheSameWorldToo() {
        Path classes = Compiled.receiving(folder, "");
        String command = "exec:'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + "' "
                + "dev.plumbline.adapter.runner.StackRunner "
                + "0 '' '" + classes + "'";
        Results jar = Results.of("jar:" + classes, TAGS, 3, folder.resolve("jar"));
        Results exec = Results.of(command, TAGS, 3, folder.resolve("exec"));
        assertThat(exec.isComplete()).isTrue();
        assertThat(exec.headlines()).isNotEmpty().isEqualTo(jar.headlines());
        assertThat(exec.transcripts()).isNotEmpty().isEqualTo(jar.transcripts());
    }

    @Test
    void whatAStackThrowsIsToldAsInTheSuitesOwnProcess() {
        Path classes = Compiled.receiving(folder, "int[] none = {}; none[datagram.length()] = 1;");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.headlines())
                .last()
                .asString()
                .startsWith("the stack threw java.lang.ArrayIndexOutOfBoundsException")
                .endsWith("while receiving a datagram");
        assertThat(message(results)).contains("at Mine$1.receive(Mine.java:");
    }

    @Test
    void whatAStackPrintsStandsInTheTranscript() {
        Path classes = Compiled.receiving(folder, "System.out.println(\"tx 1 45 comes \" + datagram.length());");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(String.join("\n", results.transcripts().values())).contains("tx 1 45 comes ");
        assertThat(results.headlines()).noneMatch(headline -> headline.contains("the stack"));
    }

    @Test
    void aLoneTcpIsLentTheOtherLayers() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("source"));
        Files.writeString(sources.resolve("LoneTcp.java"), """
                import dev.plumbline.reference.tcp.*;
                import dev.plumbline.spi.*;
                import java.util.Set;

                public class LoneTcp implements TcpLayerProvider {
                    public String name() { return "lone"; }
                    public Set<Capability> capabilities() { return Set.of(Capability.TCP); }
                    public TcpLayer boot(IpHost host) { return new ReferenceTcp(host, new TcpParts()); }
                }
                """);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Compiled.folder(sources, classes, "TcpLayerProvider", "LoneTcp");
        // The reference that lends the other layers is not for the stack to use: this one brings its own.
        Compiled.bring(ReferenceTcp.class, "dev/plumbline/reference", classes);
        Results results = Results.of("jar:" + classes, "@HS-2 or @HS-6 or @UDP-3", 5, folder.resolve("out"));
        assertThat(results.scenarios())
                .extracting(line -> line.path("requirements").path(0).asText())
                .contains("HS-2", "HS-6", "UDP-3");
        assertThat(results.notPassed()).isEmpty();
    }

    private static String message(Results results) {
        return results.scenarios().stream()
                .map(line -> line.path("failure").path("message").asText(""))
                .reduce("", String::concat);
    }
}
