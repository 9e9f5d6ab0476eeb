package dev.plumbline.reference.dns;

import static dev.plumbline.reference.dns.ResolverBench.a;
import static dev.plumbline.reference.dns.ResolverBench.answering;
import static dev.plumbline.reference.dns.ResolverBench.cname;
import static dev.plumbline.reference.dns.ResolverBench.found;
import static dev.plumbline.reference.dns.ResolverBench.soa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.dns.ResolverBench.Asked;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application is told of a reply (RFC 1034 section 5.2.1). */
class AnswersTest {
    private static final String NAME = "alice.test";
    private static final ResourceRecord BANK = a("bank.test", "203.0.113.99");

    private final ResolverBench bench = ResolverBench.ofOneServer();

    private List<String> toldOf(ResourceRecord... records) {
        bench.lookUp(NAME, records);
        return bench.told;
    }

    @Test
    @DisplayName("every address is found, in the server's order, and none twice")
    void addresses() {
        assertThat(toldOf(a(NAME, "203.0.113.9"), a(NAME, "203.0.113.5"), a(NAME, "203.0.113.9")))
                .containsExactly(found("203.0.113.9", "203.0.113.5"));
    }

    @Test
    @DisplayName("the owner's case does not matter")
    void ownersCase() {
        assertThat(toldOf(a("ALICE.Test", "203.0.113.5"))).containsExactly(found("203.0.113.5"));
    }

    @Test
    @DisplayName("records of other types are found as octets too")
    void otherTypes() {
        Asked query = bench.resolve("txt.test", RecordType.TXT).onlyQuery();
        RecordData text = new RecordData.Txt(List.of(Octets.ofText("hello")));
        bench.answer(query, ResourceRecord.in(DomainName.parse("txt.test"), 60, text));
        assertThat(bench.told).containsExactly("found [0568656c6c6f]");
    }

    @Test
    @DisplayName("records of other names are not used, neither alone nor beside others")
    void otherOwners() {
        assertThat(toldOf(BANK)).containsExactly("no data");
        bench.lookUp("bob.test", BANK, a("bob.test", "203.0.113.5"));
        assertThat(bench.told).containsExactly("no data", found("203.0.113.5"));
    }

    @Test
    @DisplayName("records of other types and classes are not used")
    void otherTypesAndClasses() {
        RecordData address = a(NAME, "203.0.113.6").data();
        ResourceRecord chaos = new ResourceRecord(DomainName.parse(NAME), RecordClass.CH, 60, address);
        ResourceRecord text = ResourceRecord.in(
                DomainName.parse(NAME), 60, new RecordData.Txt(List.of(Octets.ofText("203.0.113.6"))));
        assertThat(toldOf(chaos, text)).containsExactly("no data");
    }

    @Test
    @DisplayName("the additional section answers nothing")
    void additionalSection() {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(
                query,
                answering(query).additional(List.of(a(NAME, "203.0.113.6"))).build());
        assertThat(bench.told).containsExactly("no data");
    }

    @Test
    @DisplayName("no such name is told apart from no data")
    void negative() {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(query, answering(query).code(ResponseCode.NXDOMAIN).build());
        assertThat(bench.told).containsExactly("no such name");
        assertThat(toldOf()).containsExactly("no such name", "no data");
    }

    @Test
    @DisplayName("a name that does not exist has no address, even if the reply has one")
    void noSuchNameWithAddress() {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(
                query,
                answering(query, a(NAME, "203.0.113.6"))
                        .code(ResponseCode.NXDOMAIN)
                        .build());
        assertThat(bench.told).containsExactly("no such name");
    }

    @Test
    @DisplayName("a referral is no answer")
    void referral() {
        Asked query = bench.resolve(NAME).onlyQuery();
        ResourceRecord server =
                ResourceRecord.in(DomainName.parse("test"), 60, new RecordData.Ns(DomainName.parse("ns.test")));
        bench.reply(query, answering(query).authority(List.of(server)).build());
        assertThat(bench.told).containsExactly("failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 11})
    @DisplayName("an error is a failure, whatever records come with it")
    void errors(int code) {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(
                query,
                answering(query, a(NAME, "203.0.113.6"))
                        .code(new ResponseCode(code))
                        .build());
        assertThat(bench.told).containsExactly("failed");
        assertThat(bench.asked).isEmpty();
    }

    private static List<ResourceRecord> chain(int links) {
        List<ResourceRecord> records = new ArrayList<>();
        records.add(cname(NAME, 60, "name1.test"));
        IntStream.range(1, links)
                .forEach(i -> records.add(cname("name" + i + ".test", 60, "name" + (i + 1) + ".test")));
        records.add(a("name" + links + ".test", "203.0.113.5"));
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 16})
    @DisplayName("aliases are followed to the address")
    void aliases(int links) {
        assertThat(toldOf(chain(links).toArray(ResourceRecord[]::new))).containsExactly(found("203.0.113.5"));
    }

    @Test
    @DisplayName("aliases are followed in whatever order they stand")
    void aliasesInReverse() {
        List<ResourceRecord> records = chain(8);
        Collections.reverse(records);
        assertThat(toldOf(records.toArray(ResourceRecord[]::new))).containsExactly(found("203.0.113.5"));
    }

    @Test
    @DisplayName("a chain longer than sixteen is taken for a loop")
    void longChain() {
        assertThat(toldOf(chain(17).toArray(ResourceRecord[]::new))).containsExactly("failed");
    }

    @Test
    @DisplayName("an address that no alias leads to is not used")
    void brokenChain() {
        bench.lookUp(NAME, cname(NAME, 60, "bob.test"), BANK);
        assertThat(bench.onlyQuery().message().questions().get(0).name()).isEqualTo(DomainName.parse("bob.test"));
        assertThat(bench.told).isEmpty();
    }

    @Test
    @DisplayName("an alias of itself, or of an alias of itself, is a failure")
    void loopInOneReply() {
        assertThat(toldOf(cname(NAME, 60, NAME))).containsExactly("failed");
        assertThat(toldOf(cname(NAME, 60, "bob.test"), cname("bob.test", 60, NAME)))
                .containsExactly("failed", "failed");
    }

    @Test
    @DisplayName("an alias without its target is followed by asking again, with another ID")
    void aliasAlone() {
        Asked first = bench.resolve(NAME).onlyQuery();
        bench.answer(first, cname(NAME, 60, "bob.test"));
        Asked second = bench.onlyQuery();
        assertThat(second.message().questions().get(0).name()).isEqualTo(DomainName.parse("bob.test"));
        assertThat(second.message().header().id())
                .isNotEqualTo(first.message().header().id());
        bench.answer(second, a("bob.test", "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
    }

    @Test
    @DisplayName("a loop of aliases that come one by one is a failure, as soon as it is closed")
    void loopOfReplies() {
        bench.lookUp(NAME, cname(NAME, 0, "bob.test"));
        bench.answer(bench.onlyQuery(), cname("bob.test", 0, NAME));
        assertThat(bench.told).containsExactly("failed");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    @DisplayName("aliases that come one by one without end are followed sixteen times")
    void endlessReplies() {
        bench.lookUp(NAME, cname(NAME, 60, "name1.test"));
        for (int i = 1; i <= 16; i++) {
            assertThat(bench.told).isEmpty();
            bench.answer(bench.onlyQuery(), cname("name" + i + ".test", 60, "name" + (i + 1) + ".test"));
        }
        assertThat(bench.told).containsExactly("failed");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    @DisplayName("the end of the aliases may not exist, or have no data")
    void negativeEndOfAliases() {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(
                query,
                answering(query, cname(NAME, 0, "bob.test"))
                        .code(ResponseCode.NXDOMAIN)
                        .build());
        Asked again = bench.resolve(NAME).onlyQuery();
        bench.reply(
                again,
                answering(again, cname(NAME, 0, "bob.test"))
                        .authority(List.of(soa(60, 60)))
                        .build());
        assertThat(bench.told).containsExactly("no such name", "no data");
    }

    @Test
    @DisplayName("who asks for an alias gets it, and it is not followed")
    void askedForAnAlias() {
        Asked query = bench.resolve(NAME, RecordType.CNAME).onlyQuery();
        bench.answer(query, cname(NAME, 60, "a.b"));
        assertThat(bench.told).containsExactly("found [0161016200]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "deep.below.localhost"})
    @DisplayName("localhost is known without asking")
    void localhost(String name) {
        bench.resolve(name).resolve(name, RecordType.AAAA).resolve(name, RecordType.MX);
        assertThat(bench.told)
                .containsExactly(found("127.0.0.1"), "found [00000000000000000000000000000001]", "no data");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    @DisplayName("what looks like an address is one, and what only nearly does is a name")
    void dottedDecimal() {
        bench.resolve("203.0.113.255").resolve("0.0.0.0");
        assertThat(bench.told).containsExactly(found("203.0.113.255"), found("0.0.0.0"));
        for (String name : List.of("203.0.113.256", "203.0.113", "203.0.113.1.1", "203.0.113.01", "203.0.113.x")) {
            assertThat(bench.resolve(name)
                            .onlyQuery()
                            .message()
                            .questions()
                            .get(0)
                            .name())
                    .isEqualTo(DomainName.parse(name));
        }
    }
}
