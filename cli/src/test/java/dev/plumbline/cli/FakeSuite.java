package dev.plumbline.cli;

import dev.plumbline.index.Index;
import dev.plumbline.index.Place;
import dev.plumbline.results.Judging;
import dev.plumbline.results.Level;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A suite that plays one scenario with the outcome it is told. */
final class FakeSuite implements Suite {
    final List<Options> ran = new ArrayList<>();
    Outcome outcome = Outcome.PASS;
    boolean dies;

    /** What happens while it is at work. */
    Runnable meanwhile = () -> {};

    Optional<String> trouble = Optional.empty();

    @Nullable
    RuntimeException refusal;

    @Nullable
    Error error;

    @Override
    public RunOutcome run(Options options, RunListener listener) {
        ran.add(options);
        if (refusal != null) {
            throw refusal;
        }
        Results found = write(options, header(options) + requirement() + scenario(options) + (dies ? "" : end()));
        listener.results(() -> found);
        listener.planned(1);
        meanwhile.run();
        if (!listener.goesOn()) {
            return new RunOutcome(found, "5ea1", trouble);
        }
        listener.started("handshake/syn", "The client asks with a SYN");
        listener.finished("handshake/syn", outcome);
        if (error != null) {
            throw error;
        }
        if (dies) {
            throw new IllegalStateException("broken half-way");
        }
        return new RunOutcome(found, "5ea1", trouble);
    }

    private static Results write(Options options, String text) {
        try {
            return ResultsReader.read(Files.writeString(options.out().resolve("results.jsonl"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(Options options) {
        return """
                {"type":"run","format":1,"suite":"0","stack":"%s","timeBase":"VIRTUAL","capabilities":[],"seed":%d,\
                "tries":%d,"tags":"","replay":null,"started":"","java":"17","os":"","planned":1,"settings":{},"again":%b}
                """.formatted(
                        options.stack(),
                        options.seed(),
                        options.tries(),
                        options.again().alone());
    }

    private static String requirement() {
        return """
                {"type":"requirement","id":"HS-1","level":"SHOULD","section":"Handshake","sectionKo":"","statement":"",\
                "source":"","scenarios":1}
                """;
    }

    private String scenario(Options options) {
        String failure = outcome == Outcome.FAIL ? """
                {"step":"Then","requirement":"HS-1","headline":"no SYN","message":"The whole story","values":[],\
                "transcript":"","token":"T-%s","pcap":null}""".formatted(options.stack()) : "null";
        return """
                {"type":"scenario","id":"handshake/syn","feature":"","rule":"","name":"","requirements":["HS-1"],"laws":[],\
                "verdict":"%s","reason":null,"trials":1,"datagrams":3,"virtualMicros":1,"wallMicros":1,"failure":%s}
                """.formatted(outcome, failure);
    }

    private static String end() {
        return "{\"type\":\"end\",\"scenarios\":1,\"wallMicros\":1}\n";
    }

    @Override
    public List<StackRow> stacks() {
        return List.of(
                new StackRow("reference", List.of("IPV4", "TCP"), null),
                new StackRow("linux", List.of("IPV4"), "there is no TUN device"));
    }

    @Override
    public StackProvider stack(String name) {
        throw new Refused("there is no stack called '" + name + "'");
    }

    @Override
    public List<String> otherStacks() {
        return List.of("jar:PATH  the stack in a jar");
    }

    @Override
    public List<Requirement> catalogue() {
        return List.of(
                row("HS-1", Level.LESSON, "Handshake", "The client asks with a SYN.", "RFC 9293 section 3.5", 2),
                row("DNS-1", Level.MUST, "DNS", "It asks again.", "RFC 1035 section 4.2.1", 0));
    }

    private static Requirement row(
            String id, Level level, String section, String statement, String source, int scenarios) {
        return new Requirement(
                id,
                level,
                Stage.HANDSHAKE,
                section,
                "",
                statement,
                "",
                source,
                "",
                Set.of(Capability.IPV4),
                List.of(),
                Judging.SCENARIOS,
                "",
                scenarios);
    }

    @Override
    public List<ScenarioInfo> scenarios(String tags) {
        return List.of(new ScenarioInfo(
                "lesson/tcp",
                7,
                "Handshake",
                "",
                "The client asks with a SYN",
                List.of("HS-1"),
                List.of("HS-1"),
                Stage.HANDSHAKE));
    }

    @Override
    public Index index() {
        Place step = new Place("conformance-tests/src/main/java/dev/plumbline/steps/Steps.java", "peerSendsSyn");
        Place keeper = new Place("reference-impl/src/main/java/dev/plumbline/reference/tcp/Sender.java", "syn");
        Place test = new Place("reference-impl/src/test/java/dev/plumbline/reference/tcp/SenderTest.java", "");
        Place fault = new Place("proofs/src/test/java/dev/plumbline/faults/Some.java", "no-syn");
        return new Index(
                Map.of("lesson/tcp/the-client-asks-with-a-syn", List.of(step)),
                Map.of(),
                Map.of("HS-1", List.of(keeper)),
                Map.of("HS-1", List.of(test)),
                List.of(new Index.Wrong("no-syn", "It sends no SYN.", List.of("HS-1"), fault)));
    }

    @Override
    public String exchange(ScenarioInfo scenario) {
        return "+0 > S 0:0(0)\n+0.1 < S. 0:0(0) ack 1\n";
    }
}
