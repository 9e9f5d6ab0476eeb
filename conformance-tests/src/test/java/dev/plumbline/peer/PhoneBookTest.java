package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the testbed's DNS server answers is what RFC 1034 section 4.3.2 and RFC 2308 section 2 ask for. */
class PhoneBookTest {
    private static final DomainName WWW = DomainName.parse("www.example.com");
    private static final DomainName ALIAS = DomainName.parse("alias.example.com");
    private static final Ipv4Address FIRST = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address SECOND = Ipv4Address.parse("192.0.2.2");
    private static final PhoneBook BOOK = PhoneBook.empty(DomainName.parse("example.com"), 7, 60)
            .with(WWW, 300, List.of(FIRST, SECOND))
            .with(ALIAS, 30, WWW)
            .with(DomainName.parse("dangling.example.com"), 30, DomainName.parse("nobody.example.com"));

    @Test
    void aNameIsAnsweredWithItsAddresses() {
        DnsMessage answer = ask("WWW.example.com", RecordType.A);
        assertThat(answer.header().code()).isEqualTo(ResponseCode.NOERROR);
        assertThat(answer.answers())
                .extracting(ResourceRecord::toString)
                .containsExactly("www.example.com. 300 IN A 192.0.2.1", "www.example.com. 300 IN A 192.0.2.2");
        assertThat(answer.authority()).isEmpty();
    }

    @Test
    void anAliasIsFollowedToTheAddresses() {
        assertThat(ask("alias.example.com", RecordType.A).answers())
                .extracting(r -> r.type().toString())
                .containsExactly("CNAME", "A", "A");
        assertThat(BOOK.addresses(ALIAS)).containsExactly(FIRST, SECOND);
    }

    @Test
    void aNameThatIsNotThereIsNobodys() {
        DnsMessage answer = ask("nobody.example.com", RecordType.A);
        assertThat(answer.header().code()).isEqualTo(ResponseCode.NXDOMAIN);
        assertThat(answer.answers()).isEmpty();
        assertThat(answer.authority())
                .singleElement()
                .satisfies(soa -> assertThat(soa.toString())
                        .startsWith("example.com. 60 IN SOA")
                        .endsWith(" 60"));
    }

    @Test
    void anAliasOfNobodyLeadsToNobody() {
        DnsMessage answer = ask("dangling.example.com", RecordType.A);
        assertThat(answer.header().code()).isEqualTo(ResponseCode.NXDOMAIN);
        assertThat(answer.answers()).hasSize(1);
    }

    @Test
    void aNameWithoutRecordsOfTheTypeExists() {
        DnsMessage answer = ask("www.example.com", RecordType.AAAA);
        assertThat(answer.header().code()).isEqualTo(ResponseCode.NOERROR);
        assertThat(answer.answers()).isEmpty();
        assertThat(answer.authority()).hasSize(1);
    }

    @Test
    void aNameWithNamesBelowItExists() {
        PhoneBook deep = PhoneBook.empty(DomainName.ROOT, 1, 60).with(WWW, 300, List.of(FIRST));
        assertThat(deep.has(DomainName.parse("example.com"))).isTrue();
        assertThat(deep.has(DomainName.parse("ample.com"))).isFalse();
    }

    @Test
    void aCircleOfAliasesIsAScenariosMistake() {
        PhoneBook circle = BOOK.with(WWW, 1, ALIAS).with(ALIAS, 1, WWW);
        PhoneBook onlyAliases =
                PhoneBook.empty(DomainName.ROOT, 1, 0).with(WWW, 1, ALIAS).with(ALIAS, 1, WWW);
        assertThat(circle.addresses(WWW)).isNotEmpty();
        assertThatThrownBy(() -> onlyAliases.addresses(WWW)).hasMessageContaining("go round in a circle");
    }

    @Test
    void asTextItIsAMasterFile() {
        assertThat(BOOK.toString().lines())
                .hasSize(5)
                .startsWith("example.com. 60 IN SOA ns.example.com. hostmaster.example.com. 7 3600 600 604800 60")
                .contains("alias.example.com. 30 IN CNAME www.example.com.");
    }

    private static DnsMessage ask(String name, RecordType type) {
        return BOOK.answer(DnsMessage.query(4711, Question.in(DomainName.parse(name), type)));
    }
}
