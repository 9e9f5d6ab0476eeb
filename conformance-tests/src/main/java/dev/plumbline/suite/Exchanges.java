package dev.plumbline.suite;

import dev.plumbline.peer.Lab;
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
import java.util.Objects;

/** The files that a scenario leaves besides its result: what crossed the wire, to be read and to be opened. */
final class Exchanges {
    private Exchanges() {}

    /** The capture file of a scenario, relative to the folder of the results. */
    static String capture(ScenarioInfo scenario) {
        return "failures/" + scenario.id().replace('/', '.') + ".pcapng";
    }

    /** The ladder diagram of a scenario that failed, relative to the folder of the results. */
    static String ladder(ScenarioInfo scenario) {
        return "failures/" + scenario.id().replace('/', '.') + ".svg";
    }

    /** Draws the exchange, with what is wrong marked. */
    static String draw(TrialFailure failure) {
        Finding finding = failure.finding();
        return Ladder.svg(failure.transcript(), Lab.ENDPOINT, finding.culprit(), finding.expected());
    }

    /** What crossed the endpoint's link, as a capture file's octets: one tap, or every packet would stand there twice. */
    static byte[] pcapng(Transcript transcript) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Pcapng.write(out, transcript, Lab.ENDPOINT);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a failure's capture and its picture. */
    static void write(Path folder, ScenarioInfo scenario, byte[] capture, String ladder) {
        write(folder.resolve(capture(scenario)), capture);
        write(folder.resolve(ladder(scenario)), ladder.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the transcript of a scenario's first trial. */
    static void writeStory(Path folder, ScenarioInfo scenario, String story) {
        write(story(folder, scenario), story.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, read again; empty if the scenario was not played. */
    static String readStory(Path folder, ScenarioInfo scenario) throws IOException {
        Path file = story(folder, scenario);
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    private static Path story(Path folder, ScenarioInfo scenario) {
        return folder.resolve("transcripts").resolve(scenario.id().replace('/', '.') + ".txt");
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
