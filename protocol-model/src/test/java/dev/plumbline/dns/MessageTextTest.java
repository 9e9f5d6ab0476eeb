package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    private static final DomainName NAME = DomainName.parse("www.example.com");
    private static final ResourceRecord RECORD =
            ResourceRecord.in(NAME, 300, new RecordData.A(Ipv4Address.parse("192.0.2.1")));

    @Test
    void aQueryShowsItsNumberAndWhatItAsks() {
        DnsMessage query = DnsMessage.query(7, Question.in(NAME, RecordType.MX));

        assertThat(query).hasToString("query 7 RD: MX? www.example.com.");
        assertThat(query.toBuilder()
                        .questions(List.of())
                        .opcode(new Opcode(5))
                        .z(2)
                        .recursionDesired(false)
                        .build())
                .hasToString("query 7 UPDATE Z=2: no question");
    }

    @Test
    void aResponseShowsItsCodeItsFlagsAndItsRecords() {
        DnsMessage response = DnsMessage.query(7, Question.in(NAME, RecordType.A))
                .reply()
                .authoritative(true)
                .recursionAvailable(true)
                .truncated(true)
                .answers(List.of(RECORD, RECORD.withTtl(0)))
                .authority(List.of(ResourceRecord.in(NAME.parent(), 1, new RecordData.Ns(NAME))))
                .additional(List.of(RECORD))
                .build();

        assertThat(response)
                .hasToString("response 7 NOERROR AA TC RD RA: A? www.example.com.;"
                        + " answer www.example.com. 300 IN A 192.0.2.1, www.example.com. 0 IN A 192.0.2.1;"
                        + " authority example.com. 1 IN NS www.example.com.;"
                        + " additional www.example.com. 300 IN A 192.0.2.1");
    }

    @Test
    void anOptRecordShowsWhatItSays() {
        Edns edns = new Edns(1232, 1, 0, true, 0, List.of(new RecordData.Option(10, Octets.of(1, 2))));
        DnsMessage response = new DnsMessageBuilder().response(true).edns(edns).build();

        assertThat(response)
                .hasToString("response 0 BADVERS: no question; EDNS version 0 with 1232 octets DO [10=0102]");
    }

    @Test
    void dataLookAsTheyDoInAMasterFile() {
        DomainName odd = DomainName.of(List.of("a.b", "c d"));

        assertThat(new RecordData.Mx(10, odd)).hasToString("10 a\\.b.c\\032d.");
        assertThat(new RecordData.Soa(NAME, odd, 1, 2, 3, 4, 5))
                .hasToString("www.example.com. a\\.b.c\\032d. 1 2 3 4 5");
        assertThat(new RecordData.Srv(1, 2, 3, NAME)).hasToString("1 2 3 www.example.com.");
        assertThat(new RecordData.Txt(List.of(Octets.ofText("say \"hi\""), Octets.of(0, 255))))
                .hasToString("\"say \\\"hi\\\"\" \"\\000\\255\"");
        assertThat(new RecordData.Unknown(new RecordType(300), Octets.empty())).hasToString("\\# 0");
    }
}
