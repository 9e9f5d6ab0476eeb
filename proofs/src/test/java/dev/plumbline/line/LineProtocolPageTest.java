package dev.plumbline.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.MalformedLine;
import dev.plumbline.adapter.line.Role;
import dev.plumbline.adapter.line.SettingName;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.udp.UdpDatagram;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on the line protocol says what the code does: each message, each word, the grammar and the sessions. */
@Timeout(120)
class LineProtocolPageTest {
    private static final boolean WRITE =
            System.getProperty("plumbline.line-protocol", "").equals("write");
    private static final String GRAMMAR = "grammar";
    private static final String TURNS = "a session in virtual time";
    private static final String REAL = "a session in real time";

    private static LinePage page = LinePage.read();
    private static String session = "";

    @BeforeAll
    static void recordASession() throws IOException {
        session = String.join("\n", PageSession.record()) + "\n";
        if (WRITE) {
            page = page.with(GRAMMAR, LineGrammar.text()).with(TURNS, session);
            page.write();
        }
    }

    @Test
    void theGrammarIsThatOfTheCode() {
        assertThat(page.block(GRAMMAR))
                .as("-Dplumbline.line-protocol=write writes it: " + LinePage.COMMAND)
                .isEqualTo(LineGrammar.text());
    }

    @Test
    void theSessionInVirtualTimeIsARealOne() {
        assertThat(page.block(TURNS))
                .as("-Dplumbline.line-protocol=write writes it: " + LinePage.COMMAND)
                .isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource({TURNS + ",session", REAL + ",real-session"})
    void aSessionKeepsToTheGrammar(String block, String rule) {
        Abnf grammar = grammar();
        String lines = lines(block).collect(Collectors.joining());
        assertThat(grammar.allows(rule, lines))
                .as("the grammar ends after: " + tail(lines.substring(0, grammar.longest(rule, lines))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({TURNS + ",true", TURNS + ",false", REAL + ",true", REAL + ",false"})
    void eachLineOfASessionIsReadAndComesFromTheSideThatSaysIt(String block, boolean fromTheSuite) {
        assertThat(lines(block).filter(line -> line.startsWith(fromTheSuite ? "> " : "< ")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> {
                    LineMessage message = LineMessage.parse(line.substring(2).strip());
                    assertThat(message.verb().role().isFromTheSuite()).isEqualTo(fromTheSuite);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {TURNS, REAL})
    void theDatagramsOfASessionAreWhole(String block) {
        assertThat(lines(block)
                        .map(line -> LineMessage.parse(line.substring(2).strip()))
                        .filter(message -> message.verb() == Verb.RX || message.verb() == Verb.TX))
                .hasSizeGreaterThan(5)
                .allSatisfy(message ->
                        decode(Ipv4Packet.decode(message.words().octets()).orElseThrow()));
    }

    /** The order of the roles in a session is the grammar's; that a line more or less is noticed is why it is one. */
    @Test
    void theGrammarNoticesALineTooMuchAndALineTooFew() {
        Abnf grammar = grammar();
        List<String> lines = lines(TURNS).toList();
        assertThat(grammar.allows("session", String.join("", lines))).isTrue();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Verb verb = LineMessage.parse(line.substring(2).strip()).verb();
            if (verb.role().opensTurn() || verb.role().endsTurn() || verb.role() == Role.REPLY) {
                List<String> fewer = Stream.concat(
                                lines.stream().limit(i), lines.stream().skip(i + 1))
                        .toList();
                List<String> more = Stream.concat(
                                lines.stream().limit(i + 1), lines.stream().skip(i))
                        .toList();
                assertThat(grammar.allows("session", String.join("", fewer)))
                        .as("without " + line)
                        .isFalse();
                assertThat(grammar.allows("session", String.join("", more)))
                        .as("twice " + line)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void whatTheGrammarAllowsTheCodeReads(Verb verb) {
        Abnf grammar = grammar();
        Random chance = new Random(verb.name().hashCode());
        for (int i = 0; i < 200; i++) {
            String line = grammar.sentence(verb.word() + "-line", chance).stripTrailing();
            assertThat(read(line)).as(line).isIn(verb.word(), "out of range");
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void eachMessageStandsInOneRowWithItsWordsAndHowItsTurnEnds(Verb verb) {
        List<List<String>> rows = rows(verb.role()).stream()
                .filter(cells -> cells.get(0).matches("`" + verb.word() + "[ `].*"))
                .toList();
        assertThat(rows).singleElement().satisfies(cells -> {
            String shown = Stream.concat(
                            Stream.of(verb.word()), verb.fields().stream().map(LineProtocolPageTest::shown))
                    .collect(Collectors.joining(" ", "`", "`"));
            assertThat(cells.get(0)).isEqualTo(verb == Verb.STACK ? "`stack NAME CAPABILITY ...`" : shown);
            assertThat(cells.get(1)).isEqualTo(part(verb));
            if (verb.role() == Role.CALL && verb != Verb.STATUS) {
                assertThat(cells.get(2))
                        .isEqualTo(
                                verb.answer().isEmpty()
                                        ? ""
                                        : verb.answer().stream()
                                                .map(LineProtocolPageTest::shown)
                                                .collect(Collectors.joining(" ", "`", "`")));
            }
        });
    }

    @Test
    void noRowIsAboutSomethingElse() {
        Stream.of(Role.CALL, Role.DONE)
                .flatMap(role -> rows(role).stream())
                .forEach(cells -> assertThat(Arrays.stream(Verb.values()).map(Verb::word))
                        .contains(cells.get(0).replaceAll("`([^ `]+).*", "$1")));
    }

    @Test
    void theNamesAreThoseOfTheCode() {
        Map<String, Object[]> tables = Map.of(
                "### REPORT", TcpReport.values(),
                "### Capabilities", Capability.values(),
                "### REASON", CallRefused.Reason.values(),
                "### ERROR", TcpError.values(),
                "### OUTCOME", Field.Outcome.values(),
                "### SETTING", SettingName.values(),
                "### STATE", TcpState.values());
        tables.forEach((heading, values) -> assertThat(page.rows(heading))
                .as(heading)
                .extracting(cells -> cells.get(0))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(values)
                        .map(value -> "`" + value(value) + "`")
                        .toList()));
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertThat(page.text())
                .contains("at most " + LineMessage.MAX_LINE + " octets")
                .contains("at most " + LineMessage.MAX_OCTETS + " octets of data")
                .startsWith("# The line protocol, version " + LineMessage.VERSION + "\n");
    }

    private static String value(Object value) {
        return value instanceof TcpState state ? state.name() : value.toString();
    }

    private static Abnf grammar() {
        return Abnf.parse(page.block(GRAMMAR));
    }

    private static Stream<String> lines(String block) {
        return page.block(block).lines().filter(line -> !line.startsWith("#")).map(line -> line + "\n");
    }

    private static List<List<String>> rows(Role role) {
        return page.rows(
                role.isFromTheSuite() ? "### From the suite to the program" : "### From the program to the suite");
    }

    /** What the second column says. */
    private static String part(Verb verb) {
        return switch (verb.role()) {
            case CALL -> "`ok` or `refused`";
            case ORDER -> "`done`";
            case EVENT -> "waits for `go-on`";
            case QUESTION -> "waits for `numbers`";
            case ANSWER, DONE, BREAKDOWN -> "ends a turn";
            case GREETING, INTRODUCTION, READY -> "before any turn";
            case GIVING_UP -> "ends the session";
            case FAREWELL -> "ends the session";
            case TIME -> "before a turn";
            case REPLY -> "within a turn";
            case REMARK -> "within a turn";
        };
    }

    private static String shown(Field field) {
        return switch (field) {
            case REMOTE_ADDRESS -> "ADDRESS";
            case REMOTE_PORT -> "PORT";
            case RECORD_TYPE -> "TYPE";
            case TIME_BASE -> "TIME-BASE";
            default -> field.name();
        };
    }

    /** The verb that was read; or that a number was too large, which is beside the grammar. */
    private static String read(String line) {
        try {
            return LineMessage.parse(line).verb().word();
        } catch (MalformedLine e) {
            return String.valueOf(e.getMessage()).matches(".*(a decimal number|a record type's number).*")
                    ? "out of range"
                    : e.getMessage();
        }
    }

    private static void decode(Ipv4Packet packet) {
        Function<IpProtocol, Object> payload = protocol -> protocol.equals(IpProtocol.TCP)
                ? TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                        .orElseThrow()
                : protocol.equals(IpProtocol.UDP)
                        ? UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                                .orElseThrow()
                        : IcmpMessage.decode(packet.payload()).orElseThrow();
        assertThat(payload.apply(packet.protocol())).isNotNull();
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 300));
    }
}
