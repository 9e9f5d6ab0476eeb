package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypesetTest {
    @Test
    void theWordsBehindALabelStandUnderEachOther() {
        assertThat(set("Expected:      a segment with a number that is not too low", 40))
                .isEqualTo("""
                Expected:      a segment with a number
                               that is not too low
                """);
    }

    @Test
    void aSentenceThatBeginsWithALongTitleGoesOnBehindIt() {
        assertThat(set("HS-1 (lesson; RFC 9293 section 3.5): the client sends a SYN", 40))
                .isEqualTo("""
                HS-1 (lesson; RFC 9293 section 3.5): the
                               client sends a SYN
                """);
    }

    @Test
    void theExchangeAndTheValuesKeepTheirColumns() {
        String exchange = """
                The exchange (relative numbers):
                    0.000000 > P. 1:101(100) ack 1 win 65535 <mss 1460, nop, nop>
                """;
        assertThat(set(exchange, 40)).isEqualTo(exchange);
        String values = """
                The smallest case found:
                    the peer's data = [61 62 63 64 65 66 67 68 69 6a]
                """;
        assertThat(set(values, 40)).isEqualTo(values);
    }

    @Test
    void whatIsToNoticeWhereToLookAndTheStepsAreBrokenUnderTheirBeginning() {
        assertThat(set("""
                Notice:
                    The peer acknowledged the number after the SYN.
                        IP: version 4, IHL 5, total length 29, protocol 17
                Where to look first:
                    - The right edge is SND.UNA and SND.WND added up.
                The steps up to the one that failed:
                    Given a connection that the peer has opened long ago
                """, 40)).isEqualTo("""
                Notice:
                    The peer acknowledged the number
                    after the SYN.
                        IP: version 4, IHL 5, total
                            length 29, protocol 17
                Where to look first:
                    - The right edge is SND.UNA and
                      SND.WND added up.
                The steps up to the one that failed:
                    Given a connection that the peer has
                        opened long ago
                """);
    }

    @Test
    void aCommandIsNotBroken() {
        String command = "Replay:    ./plumbline replay HS-1.s7 --stack jar:/a/b/c\n";
        assertThat(set(command, 20)).isEqualTo(command);
    }

    private static String set(String explanation, int width) {
        return String.join("\n", Typeset.lines(explanation, width)) + "\n";
    }
}
