package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Finding;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosedTest {
    private static final Ipv4Address ENDPOINT = Ipv4Address.parse("198.18.0.1");
    private static final Ipv4Address PEER = Ipv4Address.parse("198.19.0.1");
    private static final Octets SYN = packet(
            PEER,
            ENDPOINT,
            TcpSegment.between(Port.of(5000), Port.of(80))
                    .seq(SeqNumber.of(1000))
                    .flag(TcpFlag.SYN));
    private static final Octets ANSWER = packet(
            ENDPOINT,
            PEER,
            TcpSegment.between(Port.of(80), Port.of(5000))
                    .seq(SeqNumber.of(7))
                    .ack(SeqNumber.of(1000))
                    .flag(TcpFlag.SYN));
    private static final Difference ONE_LESS =
            new Difference(Quantity.ACKNOWLEDGMENT, 1001, 1000, "it acknowledges 1000");

    private final Diagnosed diagnosed = new Diagnosed(List.of(entry(Kind.RECEIVED, SYN), entry(Kind.SENT, ANSWER)));

    @Test
    void theMistakeStandsBehindTheWordsThatItExplains() {
        Finding finding = Finding.wrong("wrong: it acknowledges 1000, it has data", "", "")
                .about(ANSWER)
                .comparing(ANSWER, List.of(ONE_LESS));
        assertThat(diagnosed.finding(finding).headline())
                .isEqualTo("wrong: it acknowledges 1000: the SYN was not counted, it has data");
    }

    @Test
    void whereTheHeadlineDoesNotTellOfTheDifferenceBothAreTold() {
        Finding finding = Finding.missing("it did not answer", "", "").comparing(ANSWER, List.of(ONE_LESS));
        assertThat(diagnosed.finding(finding).headline())
                .isEqualTo("it did not answer; it acknowledges 1000: the SYN was not counted");
    }

    @Test
    void whatHadNotComeWhenThePacketLeftExplainsNothing() {
        Finding finding = Finding.wrong("it acknowledges 1000", "", "").comparing(ANSWER, List.of(ONE_LESS));
        Diagnosed earlier = new Diagnosed(List.of(entry(Kind.SENT, ANSWER), entry(Kind.RECEIVED, SYN)));
        assertThat(earlier.finding(finding)).isEqualTo(finding);
        assertThat(earlier.finding(finding).comparison().explained()).isFalse();
        assertThat(diagnosed.finding(finding).comparison().explained()).isTrue();
    }

    @Test
    void aPacketThatContradictsItselfIsExplainedWithoutAComparison() {
        Octets spoiled = ANSWER.with(Ipv4Field.HEADER_CHECKSUM, 0);
        Finding finding = Finding.missing("it cannot be read", "", "").about(spoiled);
        assertThat(diagnosed.finding(finding).headline())
                .startsWith("it cannot be read: 0x")
                .endsWith("nothing was written into the field");
    }

    @Test
    void ofTheLastPacketThatIsToldWhereOneIsMissing() {
        Octets spoiled = ANSWER.with(Ipv4Field.HEADER_CHECKSUM, 0);
        Diagnosed later = new Diagnosed(List.of(entry(Kind.SENT, spoiled)));
        assertThat(later.finding(Finding.missing("nothing came", "", "")).headline())
                .startsWith("nothing came; the last packet of the endpoint cannot be read: 0x");
        Finding breakdown = Finding.crash("it threw", "");
        assertThat(later.finding(breakdown)).isEqualTo(breakdown);
    }

    @Test
    void ofWhatKindASegmentIsIsToldWhereNoMistakeIsKnown() {
        Difference reset = new Difference(Quantity.FLAGS, TcpFlag.ACK.bit(), TcpFlag.RST.bit(), "it has RST");
        Finding finding = Finding.wrong("wrong: it has RST, it acknowledges 1000", "", "");
        assertThat(diagnosed.finding(finding.comparing(ANSWER, List.of(reset))).headline())
                .startsWith("wrong: it has RST: that is a reset");
        assertThat(diagnosed
                        .finding(finding.comparing(ANSWER, List.of(reset, ONE_LESS)))
                        .headline())
                .isEqualTo("wrong: it has RST, it acknowledges 1000: the SYN was not counted");
    }

    @Test
    void whatIsRightIsLeftAsItIs() {
        Finding finding = Finding.wrong("it is late", "", "").about(ANSWER);
        assertThat(diagnosed.finding(finding)).isEqualTo(finding);
    }

    private static Octets packet(Ipv4Address source, Ipv4Address destination, TcpSegment.Builder segment) {
        return Ipv4Packet.of(
                        source, destination, IpProtocol.TCP, segment.build().encode(source, destination))
                .encode();
    }

    private static Entry entry(Kind kind, Octets datagram) {
        return new Entry(Duration.ZERO, Lab.ENDPOINT, kind, datagram, "");
    }
}
