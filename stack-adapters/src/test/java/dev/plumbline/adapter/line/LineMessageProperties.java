package dev.plumbline.adapter.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineMessageProperties {
    @Property
    void whatIsWrittenIsReadBack(@ForAll("messages") LineMessage message) {
        assertThat(LineMessage.parse(message.format())).isEqualTo(message);
    }

    @Property
    void extraBlanksAndUpperCaseHexDoNotMatter(@ForAll("octets") Octets data) {
        String hex = data.isEmpty() ? "-" : data.toHex().toUpperCase(java.util.Locale.ROOT);
        assertThat(LineMessage.parse("rx   7  " + hex + " ")).isEqualTo(LineMessage.of(Verb.RX, 7, data));
    }

    @Property
    void garbageIsReportedAndNothingElse(@ForAll String garbage) {
        assertMalformedOrRead(garbage);
    }

    @Property
    void almostAMessageIsReportedAndNothingElse(
            @ForAll("messages") LineMessage message, @ForAll int where, @ForAll char what) {
        StringBuilder line = new StringBuilder(message.format());
        line.setCharAt(Math.floorMod(where, line.length()), what);
        assertMalformedOrRead(line.toString());
    }

    @Property
    void linesAreFoundHoweverTheyAreCut(@ForAll("messages") LineMessage message, @ForAll("cuts") List<Integer> cuts) {
        byte[] bytes = (message.format() + "\n").repeat(3).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        LineSplitter splitter = new LineSplitter();
        List<String> lines = new ArrayList<>();
        int at = 0;
        for (int i = 0; at < bytes.length; i++) {
            int size = i < cuts.size() ? Math.min(cuts.get(i), bytes.length - at) : bytes.length - at;
            splitter.split(java.util.Arrays.copyOfRange(bytes, at, at + size), size, lines::add);
            at += size;
        }
        assertThat(lines).hasSize(3).allMatch(line -> LineMessage.parse(line).equals(message));
    }

    @Example
    void theMessageNamesTheLineAndWhatWasExpected() {
        assertThatThrownBy(() -> LineMessage.parse("rx 1 0g"))
                .isInstanceOf(MalformedLine.class)
                .hasMessage("in the line 'rx 1 0g': expected octets, octets in hex, or - for none; found '0g'");
        assertThatThrownBy(() -> LineMessage.parse("boot 1 2 192.0.2.1 33 1500"))
                .hasMessageContaining("expected prefix, a decimal number from 0 to 32; found '33'");
        assertThatThrownBy(() -> LineMessage.parse("close 1")).hasMessageContaining("expected socket");
        assertThatThrownBy(() -> LineMessage.parse("close 1 2 3"))
                .hasMessageContaining("expected its end instead of '3'");
        assertThatThrownBy(() -> LineMessage.parse("")).hasMessageContaining("expected a verb");
    }

    @Example
    void aLineHasALimit() {
        LineSplitter splitter = new LineSplitter();
        byte[] chunk = "x".repeat(1024).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> {
                    while (true) {
                        splitter.split(chunk, chunk.length, line -> {});
                    }
                })
                .isInstanceOf(MalformedLine.class)
                .hasMessageContaining("no more than 262144 octets in a line");
    }

    @Example
    void theLargestDatagramFitsIntoALine() {
        String line = LineMessage.of(Verb.TX, Integer.MAX_VALUE, Octets.wrap(new byte[65535]))
                .format();
        assertThat(line.length()).isLessThan(LineMessage.MAX_LINE);
    }

    @Provide
    Arbitrary<LineMessage> messages() {
        return Arbitraries.of(Verb.values())
                .flatMap(verb -> Combinators.combine(
                                verb.fields().stream().map(this::values).toList())
                        .as(values -> LineMessage.of(verb, values.toArray())));
    }

    @Provide
    Arbitrary<Octets> octets() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(Octets::copyOf);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 20).list().ofMaxSize(20);
    }

    private Arbitrary<Object> values(Field field) {
        return switch (field) {
            case VERSION, CALL, HOST, LINK, SOCKET, LISTENER, COUNT, TIMER -> numbers(0, Integer.MAX_VALUE);
            case PORT, REMOTE_PORT -> numbers(0, 65535);
            case PREFIX -> numbers(0, 32);
            case MTU -> numbers(68, 65535);
            case ADDRESS, REMOTE_ADDRESS -> Arbitraries.integers().map(Ipv4Address::new);
            case OCTETS -> octets().map(octets -> octets);
            case REASON -> Arbitraries.of(CallRefused.Reason.values()).map(reason -> reason);
            case ERROR -> Arbitraries.of(TcpError.values()).map(error -> error);
            case REPORT -> Arbitraries.of(TcpReport.values()).map(report -> report);
            case SETTING -> Arbitraries.of(SettingName.values()).map(setting -> setting);
            case VALUE, NANOS -> Arbitraries.longs().between(0, Long.MAX_VALUE).map(nanos -> nanos);
            case NAME -> Arbitraries.of("example.", "www.example.com", ".").map(DomainName::parse);
            case RECORD_TYPE -> Arbitraries.integers().between(0, 65535).map(RecordType::new);
            case OUTCOME -> Arbitraries.of(Field.Outcome.values()).map(outcome -> outcome);
            case TIME_BASE -> Arbitraries.of(TimeBase.values()).map(base -> base);
            case TEXT ->
                Arbitraries.strings()
                        .withCharRange('\0', '\u0300')
                        .ofMaxLength(40)
                        .map(LineMessage::plain);
        };
    }

    private static Arbitrary<Object> numbers(int min, int max) {
        return Arbitraries.integers().between(min, max).map(number -> number);
    }

    private static void assertMalformedOrRead(String line) {
        try {
            LineMessage.parse(line).format();
        } catch (MalformedLine e) {
            assertThat(e).hasMessageContaining("expected");
        }
    }
}
