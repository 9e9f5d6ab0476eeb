package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.report.AllureReport;
import dev.plumbline.report.AllureReport.NoReport;
import dev.plumbline.report.Ink;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsReader;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    private static final Path ALLURE = Path.of("target", "plumbline", "allure");
    private static final Pattern TEST_CASE = Pattern.compile("data/test-cases/([0-9a-f]+)\\.json");
    private static final int MOST_TESTS = 2;

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
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(HostileTextTest::isText).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(text).as(file.toString()).doesNotContain("\ufffd");
                assertThat(raw(text)).as(file.toString()).isEmpty();
                all.append(text);
                if (file.toString().matches(".*\\.(html|svg|json)")) {
                    assertThat(MARKUP.matcher(text).find()).as(file.toString()).isFalse();
                }
            }
        }
        assertThat(Files.readString(out.resolve("results.jsonl"))).contains("pwned");
        assertThat(Path.of("pwned")).doesNotExist();
        if (!how.equals("exec")) {
            assertThat(all).as("the name that is asked for").contains("\\226\\128\\174");
        }
    }

    /** What a browser makes of the pages: the title stays the page's own, and nothing that was said is an element. */
    @Test
    void aBrowserRunsNothingOfIt() throws Exception {
        List<String> browsers = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(browser -> Files.isExecutable(Path.of(browser)))
                .toList();
        assumeTrue(!browsers.isEmpty(), "there is no Chromium here: left out");
        Path out = run("in-process");
        for (String page : pages(out)) {
            String dom = shown(browsers.get(0), page);
            assertThat(dom).as(page).contains("pwned").doesNotContain("<title>pwned");
            // In an attribute it is text.
            assertThat(dom).as(page).doesNotContain("<img src=\"x");
        }
    }

    /** The lesson's page, and of Allure's report the trees, and each test that failed. */
    private List<String> pages(Path out) throws NoReport, IOException {
        Path report = new AllureReport(ALLURE)
                .generate(
                        out.resolve("allure-results"),
                        Judgement.of(ResultsReader.read(out.resolve("results.jsonl")), false),
                        List.of(),
                        folder.resolve("report"));
        String index = report.toUri().toString();
        List<String> tests = TEST_CASE
                .matcher(Files.readString(report))
                .results()
                .map(found -> index + "#testresult/" + found.group(1))
                .toList();
        assertThat(tests).isNotEmpty();
        return Stream.of(
                        Stream.of(out.resolve("lesson.html").toUri().toString(), index + "#categories"),
                        tests.stream().limit(MOST_TESTS))
                .flatMap(Function.identity())
                .toList();
    }

    private String shown(String browser, String page) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        browser,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--virtual-time-budget=4000",
                        "--dump-dom",
                        page)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return dom;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
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
            host.transmit(host.link(), question(host));
            return new Stack() {
                @Override
                public void receive(Link link, Octets datagram) {
                    host.log(SAID);
                    host.transmit(link, Octets.ofText(SAID));
                    throw thrown();
                }

                @Override
                public UdpSocket openUdp(Port port, UdpHandler handler) {
                    return switch (calls.getAndIncrement() % 4) {
                        case 0 -> deaf(host, port);
                        case 1 -> throw new CallRefused(CallRefused.Reason.PORT_IN_USE, SAID);
                        case 2 -> throw thrown();
                        default -> strayed(host);
                    };
                }

                @Override
                public void close() {}
            };
        }

        /** A query for a name that says it, in as many labels as it takes. */
        private static Octets question(Host host) {
            Octets said = Octets.ofText(SAID);
            List<String> labels = IntStream.iterate(
                            0, from -> from < said.length(), from -> from + DomainName.MAX_LABEL)
                    .mapToObj(from -> said.slice(from, Math.min(from + DomainName.MAX_LABEL, said.length())))
                    .map(part -> new String(part.toByteArray(), StandardCharsets.ISO_8859_1))
                    .toList();
            Ipv4Address server = host.nameServers().get(0);
            DnsMessage query = DnsMessage.query(1, Question.in(DomainName.of(labels), RecordType.A));
            UdpDatagram datagram = new UdpDatagram(Port.of(1024), Port.of(53), query.encode());
            return Ipv4Packet.of(host.address(), server, IpProtocol.UDP, datagram.encode(host.address(), server))
                    .encode();
        }

        private static UdpSocket deaf(Host host, Port port) {
            return new UdpSocket() {
                @Override
                public SocketAddress local() {
                    return new SocketAddress(host.address(), port);
                }

                @Override
                public void send(SocketAddress destination, Octets data) {
                    throw new CallRefused(CallRefused.Reason.TOO_LARGE, SAID);
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
