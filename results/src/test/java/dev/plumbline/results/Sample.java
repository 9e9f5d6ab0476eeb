package dev.plumbline.results;

import dev.plumbline.results.Failure.NamedValue;
import dev.plumbline.spi.Capability;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run of two scenarios, one of which failed. */
final class Sample {
    static final RunHeader RUN = new RunHeader(
            "0.1.0",
            "reference",
            "VIRTUAL",
            List.of("IPV4", "TCP"),
            123,
            25,
            "",
            null,
            "2026-11-22T13:00:00Z",
            "17.0.15",
            "Linux 6.18",
            2,
            Map.of("rmem", "4096"),
            "bubblewrap",
            false,
            "reference");

    static final Requirement ROW = new Requirement(
            "HS-1",
            Level.LESSON,
            Stage.HANDSHAKE,
            "TCP",
            "연결",
            "It asks with a SYN.",
            "SYN으로 묻는다.",
            "RFC 9293 section 3.5",
            "A three-way handshake is necessary.",
            Set.of(Capability.IPV4, Capability.TCP),
            List.of("Look at HS-1 first."),
            Judging.BOTH,
            "",
            2);

    static final Deviation DEVIATION =
            new Deviation("HS-1", "handshake/ack", "Everybody knows about HS-1.", "https://example.org/HS-1", true);

    static final ScenarioResult GOOD = result("handshake/syn", Outcome.PASS, null);

    static final ScenarioResult BAD = result(
            "handshake/ack",
            Outcome.FAIL,
            new Failure(
                    "Then it is well",
                    "HS-1",
                    "port 1",
                    "another port",
                    "\"port\" 1",
                    List.of("RFC9293/MUST-2: the checksum is wrong"),
                    List.of("The port is 1."),
                    List.of("Look at the port first."),
                    "port 1\nand more",
                    List.of(new NamedValue("port", "1")),
                    "> S 0:0(0)",
                    "HS-1.abcdef.s1.n1.t0.-",
                    null,
                    "failures/ladder.svg",
                    true,
                    true));

    static final Results.End END = new Results.End(2, 2_500_000, Map.of("transcripts", "2c26b46b"));

    private Sample() {}

    private static ScenarioResult result(String id, Outcome outcome, Failure failure) {
        return new ScenarioResult(
                id,
                "A feature",
                "A rule",
                "The name of " + id,
                Stage.HANDSHAKE,
                List.of("HS-1"),
                List.of("RFC9293/MUST-2"),
                failure == null ? List.of() : List.of("RFC9293/MUST-2"),
                List.of(),
                outcome,
                null,
                25,
                75,
                90_000_000,
                4_200,
                failure);
    }
}
