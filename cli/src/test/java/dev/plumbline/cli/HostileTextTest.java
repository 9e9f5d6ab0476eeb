package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.report.Ink;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One string through every door by which a stack gets words onto a terminal, a page or into a file: it is seen, and does nothing. */
@Tag("long")
@Timeout(120)
class HostileTextTest {
    /** Controls of both sets, a terminal's sequences, bidirectional ones, separators, markup, and commands; all on one line. */
    private static final String SAID =
            "\u0001\u0007\u001b[2J\u001b]0;pwned\u0007\u0085\u009b31m\u202e\u2066\u2028\u2029\u200b\ufeff"
                    + "</script><script>document.title='pwned'</script><img/src=x/onerror=\"document.title='pwned'\">"
                    + "';touch${IFS}pwned;$(touch${IFS}pwned)`touch${IFS}pwned`";

    private static final Pattern RAW = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern MARKUP = Pattern.compile("<img/src|<script>document|onerror=\"document");
    private static final String TAGS = "@UDP-3 or @PORT-1";

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private String program = "";

    @BeforeEach
    void writeAProgram() throws IOException {
        // The line protocol takes no controls in the first place.
        Path said = Files.writeString(folder.resolve("said"), SAID.replaceAll("[\\p{Cntrl}\\x80-\\x9f]", ""));
        program = Files.writeString(folder.resolve("loud.sh"), """
                say() { printf "$1"; cat 'SAID'; printf '\\n'; }
                say 'plumbline 2 virtual-time\\nstack loud IPV4 UDP\\nsettings one='
                say 'ready\\n' | head -n 1
                cat 'SAID' >&2
                while read verb a b rest; do
                  case $verb in
                    time) ;;
                    boot) say "log $b "; echo "ok $a" ;;
                    udp-open) case $((n = n + 1)) in
                        *[02468]) say "refused $a PORT_IN_USE " ;;
                        *) echo "ok $a 1 192.0.2.1 9" ;;
                      esac ;;
                    rx) say "log $a "; say "trace $a a.b(c:1) "; say "threw $a " ;;
                    bye) exit 0 ;;
                    *) say "give-up " ;;
                  esac
                done
                """.replace("SAID", said.toString()))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec", "in-process", "class"})
    void nothingComesThroughRaw(String how) throws IOException {
        Path out = run(how);
        assertThat(raw(screen.toString())).as("the screen").isEmpty();
        assertThat(out.resolve("results.jsonl")).as(screen.toString()).exists();
        assertThat(screen.toString()).contains("\\u202E");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(HostileTextTest::isText).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(text).as(file.toString()).doesNotContain("\ufffd");
                assertThat(raw(text)).as(file.toString()).isEmpty();
                if (file.toString().matches(".*\\.(html|svg|json)")) {
                    assertThat(MARKUP.matcher(text).find()).as(file.toString()).isFalse();
                }
            }
        }
        assertThat(Files.readString(out.resolve("results.jsonl"))).contains("pwned");
        assertThat(Path.of("pwned")).doesNotExist();
    }

    /** What a browser makes of the page: its title is the page's own. */
    @Test
    void aBrowserRunsNothingOfIt() throws IOException, InterruptedException {
        List<String> browsers = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(browser -> Files.isExecutable(Path.of(browser)))
                .toList();
        assumeTrue(!browsers.isEmpty(), "there is no Chromium here: left out");
        String page = run("in-process").resolve("lesson.html").toUri().toString();
        Process browser = new ProcessBuilder(
                        browsers.get(0),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--virtual-time-budget=2000",
                        "--dump-dom",
                        page)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(dom).contains("pwned").doesNotContain("<title>pwned");
            // As an element; in an attribute it is text.
            assertThat(dom).doesNotContain("<img src=\"x");
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
    }

    private Path run(String how) {
        String stack = switch (how) {
            case "exec" -> "exec:/bin/sh '" + program + "'";
            default -> how + ":" + Loud.class.getName();
        };
        Path out = folder.resolve("out");
        PrintWriter writer = new PrintWriter(screen, true);
        Screen plain = new Screen(writer, writer, false, Ink.PLAIN);
        int exitCode = Main.execute(
                Main.commandLine(new ConformanceSuite(), plain, folder),
                plain,
                "run",
                "--stack=" + stack,
                "--tags=" + TAGS,
                "--tries=2",
                "--seed=7",
                "--out=" + out);
        assertThat(exitCode).as(screen.toString()).isNotZero();
        return out;
    }

    /** What is no capture (draft-ietf-opsawg-pcapng, section 4.1), and no part of Allure's own page. */
    private static boolean isText(Path file) {
        try {
            return Files.isRegularFile(file)
                    && !file.toString().contains("/report/")
                    && !new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("\n\r\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of the text would do something. */
    private static List<String> raw(String text) {
        return RAW.matcher(text)
                .results()
                .map(found -> Integer.toHexString(found.group().codePointAt(0)))
                .distinct()
                .toList();
    }

    /** Says it in each way in which a stack can. */
    public static final class Loud implements StackProvider {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String name() {
            return SAID;
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.IPV4, Capability.UDP);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("one", SAID);
        }

        @Override
        public Stack boot(Host host) {
            host.log(SAID);
            return new Stack() {
                @Override
                public void receive(Link link, Octets datagram) {
                    host.log(SAID);
                    host.transmit(link, Octets.ofText(SAID));
                    throw thrown();
                }

                @Override
                public UdpSocket openUdp(Port port, UdpHandler handler) {
                    return switch (calls.incrementAndGet() % 3) {
                        case 0 -> throw new CallRefused(CallRefused.Reason.PORT_IN_USE, SAID);
                        case 1 -> throw thrown();
                        default -> strayed(host);
                    };
                }

                @Override
                public void close() {}
            };
        }

        /** From a thread whose name says it. */
        private static UdpSocket strayed(Host host) {
            Thread mine = new Thread(() -> host.log("from elsewhere"), SAID);
            mine.setDaemon(true);
            mine.setUncaughtExceptionHandler((thread, e) -> {});
            mine.start();
            try {
                mine.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw thrown();
        }

        private static RuntimeException thrown() {
            RuntimeException cause = new IllegalArgumentException(SAID + "\n" + SAID);
            RuntimeException thrown = new IllegalStateException(SAID, cause);
            thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(SAID, SAID, SAID, 1)});
            return thrown;
        }
    }
}
