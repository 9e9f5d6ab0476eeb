package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DnsNotationTest {
    private static final DomainName WWW = DomainName.parse("www.example.com");
    private static final DnsMessage QUERY = DnsMessage.query(4711, Question.in(WWW, RecordType.A));

    @Test
    void aQueryIsReadInOneLine() {
        assertThat(DnsNotation.of(datagram(QUERY))).isEqualTo(" dns 4711 rd A? www.example.com.");
    }

    @Test
    void anAnswerSaysHowItWentAndWhatItHas() {
        DnsMessage answer = QUERY.reply()
                .authoritative(true)
                .answers(List.of(address(1)))
                .edns(Edns.ofPayloadSize(1232))
                .build();
        assertThat(DnsNotation.of(datagram(answer)))
                .isEqualTo(" dns 4711 NOERROR aa rd A? www.example.com. | www.example.com. 300 A 192.0.2.1"
                        + " | additional OPT 1232");
    }

    @Test
    void noSuchNameIsSaidInTheFieldsOwnWord() {
        DnsMessage answer = QUERY.reply().code(ResponseCode.NXDOMAIN).build();
        assertThat(DnsNotation.of(datagram(answer))).isEqualTo(" dns 4711 NXDOMAIN rd A? www.example.com.");
    }

    @Test
    void ofManyRecordsTheFirstAreShown() {
        List<ResourceRecord> many =
                IntStream.rangeClosed(1, 20).mapToObj(DnsNotationTest::address).toList();
        assertThat(DnsNotation.of(datagram(QUERY.reply().answers(many).build())))
                .contains("192.0.2.8")
                .doesNotContain("192.0.2.9")
                .endsWith(" and 12 more");
    }

    @Test
    void whatIsNoMessageOrOnAnotherPortIsLeftToUdp() {
        assertThat(DnsNotation.of(new UdpDatagram(Port.of(5000), Port.of(53), Octets.ofText("hello"))))
                .isEmpty();
        assertThat(DnsNotation.of(new UdpDatagram(Port.of(5000), Port.of(5353), QUERY.encode())))
                .isEmpty();
    }

    private static UdpDatagram datagram(DnsMessage message) {
        boolean response = message.header().response();
        return new UdpDatagram(Port.of(response ? 53 : 41000), Port.of(response ? 41000 : 53), message.encode());
    }

    private static ResourceRecord address(int number) {
        return ResourceRecord.in(
                WWW, 300, new RecordData.A(Ipv4Address.parse("192.0.2.0").plus(number)));
    }
}
