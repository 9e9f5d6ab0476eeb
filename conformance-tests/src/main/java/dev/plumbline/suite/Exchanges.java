package dev.plumbline.suite;

import dev.plumbline.peer.Lab;
import dev.plumbline.results.Clip;
import dev.plumbline.results.ScenarioFiles;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.testbed.Ladder;
import dev.plumbline.testbed.Pcapng;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.TrialFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a scenario leaves besides its result: what crossed the wire, to be read and to be opened. */
final class Exchanges {
    /** In octets, of a capture and of a transcript: what a storm leaves is the same over and over. */
    private static final int MOST = 2 << 20;

    private Exchanges() {}

    /** Draws the exchange, with what is wrong marked. */
    static String draw(TrialFailure failure) {
        Finding finding = failure.finding();
        return Ladder.svg(failure.transcript(), Lab.ENDPOINT, finding.culprit(), finding.expected());
    }

    /** What crossed the endpoint's link, as a capture file's octets: one tap, or every packet would stand there twice. */
    static byte[] pcapng(Transcript transcript) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Pcapng.write(out, transcript, Lab.ENDPOINT, MOST);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A transcript, but not more of it than anybody reads. */
    static String bounded(String story) {
        return Clip.lines(story, MOST);
    }

    /** Keeps a failure's capture and its picture. */
    static void keep(ResultLog results, ScenarioInfo scenario, byte[] capture, String ladder) {
        results.keep(ScenarioFiles.capture(scenario.id()), capture);
        results.keep(ScenarioFiles.ladder(scenario.id()), ladder.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the transcript of a scenario's first trial. */
    static void keepStory(ResultLog results, ScenarioInfo scenario, byte[] story) {
        results.keep(ScenarioFiles.transcript(scenario.id()), story);
    }

    /** The same, read again; empty if the scenario was not played. */
    static String readStory(Path folder, ScenarioInfo scenario) throws IOException {
        Path file = folder.resolve(ScenarioFiles.transcript(scenario.id()));
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }
}
