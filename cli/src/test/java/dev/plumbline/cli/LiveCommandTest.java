package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.adapter.linux.OwnNetwork;
import dev.plumbline.adapter.live.HttpResponder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference carries what this machine's kernel sends. Where there is no TUN device, or no right to make one, each test sees
 * to it that the command says so.
 */
class LiveCommandTest {
    private static final int MINUTES = 3;

    @TempDir
    private Path folder;

    /** A program that fetches a page over the kernel's TCP and compares every octet; exit code 0 if all is there. */
    public static final class Fetch {
        private Fetch() {}

        /** Fetches so many octets. */
        public static void main(String[] arguments) throws IOException {
            int size = Integer.parseInt(arguments[0]);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByName(LiveCommand.STACK), 80));
                String request = "GET /" + size + " HTTP/1.0\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                System.exit(isRight(socket.getInputStream().readAllBytes(), size) ? 0 : 3);
            }
        }

        private static boolean isRight(byte[] answer, int size) {
            int head = answer.length - size;
            boolean right = head > 0 && answer[head - 1] == '\n';
            for (int i = 0; right && i < size; i++) {
                right = answer[head + i] == HttpResponder.octetAt(i);
            }
            return right;
        }
    }

    @Test
    void aProgramFetchesMegabytesFromTheReference() throws Exception {
        live("--", java(), "-cp", classPath(), Fetch.class.getName(), "20000000")
                .succeeds();
    }

    @Tag("long")
    @Test
    void lossAndReorderingChangeNothingInWhatArrives() throws Exception {
        Outcome outcome = live(
                        "--loss",
                        "0.02",
                        "--reorder",
                        "0.05",
                        "--seed",
                        "7",
                        "--",
                        java(),
                        "-cp",
                        classPath(),
                        Fetch.class.getName(),
                        "500000")
                .succeeds();
        assertThat(outcome.text()).matches(text -> outcome.unavailable() || text.contains("packets were lost"));
    }

    @Test
    void theProgramsExitCodeIsTheCommands() throws Exception {
        Outcome outcome = live("--", "sh", "-c", "exit 42");
        assertThat(outcome.unavailable() || outcome.exitCode() == 42)
                .as(outcome.text())
                .isTrue();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws Exception {
        Outcome outcome = live("--", "no-such-program");
        assertThat(outcome.exitCode()).isEqualTo(PlumblineCommand.COULD_NOT_RUN);
        assertThat(outcome.text()).containsAnyOf("no-such-program cannot be started", "TUN", "unshare");
    }

    @Test
    void aStackThatIsNotThereIsNamed() throws Exception {
        Outcome outcome = live("--stack", "nobodys", "--", "true");
        assertThat(outcome.exitCode()).isEqualTo(PlumblineCommand.COULD_NOT_RUN);
        assertThat(outcome.text()).containsAnyOf("no stack called 'nobodys'", "TUN", "unshare");
    }

    /** How a process ended, and what it said. */
    private record Outcome(int exitCode, String text, boolean unavailable) {
        Outcome succeeds() {
            if (unavailable) {
                assertThat(text).containsAnyOf("TUN", "/dev/net/tun", "unshare", "Linux");
            } else {
                assertThat(exitCode).as(text).isZero();
            }
            return this;
        }
    }

    private Outcome live(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Main.class.getName(),
                "live"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
            Optional<String> missing = OwnNetwork.missing();
            String text = Files.readString(said);
            boolean refused = text.contains("Operation not permitted") || text.contains("no TUN device");
            return new Outcome(process.exitValue(), text, missing.isPresent() || refused);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
