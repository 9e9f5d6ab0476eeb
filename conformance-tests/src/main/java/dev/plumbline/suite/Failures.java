package dev.plumbline.suite;

import dev.plumbline.testbed.Pcapng;
import dev.plumbline.testbed.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that go with a failure. */
final class Failures {
    private Failures() {}

    /** The capture file of a scenario, relative to the folder of the results. */
    static String capture(ScenarioInfo scenario) {
        return "failures/" + scenario.id().replace('/', '.') + ".pcapng";
    }

    /** The transcript as a capture file's octets. */
    static byte[] pcapng(Transcript transcript) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Pcapng.write(out, transcript);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the capture file. */
    static void write(Path folder, ScenarioInfo scenario, byte[] capture) {
        Path file = folder.resolve(capture(scenario));
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.write(file, capture);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
