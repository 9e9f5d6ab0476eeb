package dev.plumbline.reference.dns;

import static dev.plumbline.reference.dns.ResolverBench.FIRST;
import static dev.plumbline.reference.dns.ResolverBench.a;
import static dev.plumbline.reference.dns.ResolverBench.answering;
import static dev.plumbline.reference.dns.ResolverBench.cname;
import static dev.plumbline.reference.dns.ResolverBench.found;
import static dev.plumbline.reference.dns.ResolverBench.soa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.dns.ResolverBench.Asked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long the resolver tells again what it was told (RFC 1034 section 5.3.3, RFC 2308 section 5). */
class CacheTest {
    private static final String NAME = "alice.test";

    private final ResolverBench bench = ResolverBench.ofOneServer();

    /** The answer is told again until {@code seconds} are over, and the server is asked as soon as they are. */
    private void isKeptFor(String name, RecordType type, long seconds) {
        bench.world.pass(Duration.ofSeconds(seconds).minusNanos(1));
        bench.resolve(name, type);
        assertThat(bench.asked).as("queries before the end").isEmpty();
        bench.world.pass(Duration.ofNanos(1));
        bench.resolve(name, type);
        assertThat(bench.asked).as("queries at the end").hasSize(1);
    }

    private void isNotKept(String name, RecordType type) {
        bench.resolve(name, type);
        assertThat(bench.asked).as("queries").hasSize(1);
    }

    private void negativeReply(ResponseCode code, List<ResourceRecord> authority, ResourceRecord... answers) {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(
                query, answering(query, answers).code(code).authority(authority).build());
    }

    @Test
    @DisplayName("an address is kept for its time to live, to the nanosecond, whatever the case of the name")
    void timeToLive() {
        bench.lookUp(NAME, a(NAME, 5, "203.0.113.5"));
        isKeptFor("ALICE.test", RecordType.A, 5);
        assertThat(bench.told).containsExactly(found("203.0.113.5"), found("203.0.113.5"));
    }

    @Test
    @DisplayName("after that time the name leads to the new address")
    void moved() {
        bench.lookUp(NAME, a(NAME, 5, "203.0.113.5"));
        bench.world.pass(Duration.ofSeconds(5));
        bench.lookUp(NAME, a(NAME, 5, "203.0.113.6"));
        isKeptFor(NAME, RecordType.A, 5);
        assertThat(bench.told).containsExactly(found("203.0.113.5"), found("203.0.113.6"), found("203.0.113.6"));
    }

    @Test
    @DisplayName("telling an answer again does not make it live longer")
    void notRenewed() {
        bench.lookUp(NAME, a(NAME, 5, "203.0.113.5"));
        bench.world.pass(Duration.ofSeconds(3));
        bench.resolve(NAME);
        isKeptFor(NAME, RecordType.A, 2);
    }

    @Test
    @DisplayName("a time to live of zero is told once")
    void zero() {
        bench.lookUp(NAME, a(NAME, 0, "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
        isNotKept(NAME, RecordType.A);
    }

    @Test
    @DisplayName("a time to live with the top bit set counts as zero")
    void topBit() {
        bench.lookUp(NAME, a(NAME, 0x80000001L, "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
        isNotKept(NAME, RecordType.A);
    }

    @Test
    @DisplayName("the longest time to live is cut to a week")
    void week() {
        bench.lookUp(NAME, a(NAME, 0x7fffffffL, "203.0.113.5"));
        isKeptFor(NAME, RecordType.A, 7 * 24 * 3600);
    }

    @Test
    @DisplayName("a set of addresses lives as long as the one that lives shortest")
    void set() {
        bench.lookUp(NAME, a(NAME, 9, "203.0.113.5"), a(NAME, 3, "203.0.113.6"), a(NAME, 6, "203.0.113.7"));
        isKeptFor(NAME, RecordType.A, 3);
    }

    @Test
    @DisplayName("an answer through aliases lives as long as the shortest-lived of them")
    void chain() {
        bench.lookUp(NAME, cname(NAME, 9, "b.test"), cname("b.test", 4, "c.test"), a("c.test", 7, "203.0.113.5"));
        isKeptFor(NAME, RecordType.A, 4);
    }

    @Test
    @DisplayName("... or as the address, if that is less")
    void chainWithShortEnd() {
        bench.lookUp(NAME, cname(NAME, 9, "b.test"), a("b.test", 2, "203.0.113.5"));
        isKeptFor(NAME, RecordType.A, 2);
    }

    @Test
    @DisplayName("an alias and its target that came one by one have a time each")
    void aliasAlone() {
        bench.lookUp(NAME, cname(NAME, 60, "b.test"));
        bench.answer(bench.onlyQuery(), a("b.test", 2, "203.0.113.5"));
        bench.world.pass(Duration.ofSeconds(2));
        Asked query = bench.resolve(NAME).onlyQuery();
        assertThat(query.message().questions().get(0).name()).hasToString("b.test.");
    }

    @Test
    @DisplayName("what a reply has besides is not kept: the key is the question")
    void nothingBesides() {
        Asked query = bench.resolve(NAME).onlyQuery();
        ResourceRecord bank = a("bank.test", 60, "203.0.113.6");
        bench.reply(
                query,
                answering(query, cname(NAME, 60, "b.test"), a("b.test", 60, "203.0.113.5"), bank)
                        .additional(List.of(bank))
                        .build());
        bench.resolve("bank.test");
        bench.resolve("b.test");
        assertThat(bench.asked).hasSize(2);
    }

    @Test
    @DisplayName("an answer is about its type alone")
    void type() {
        bench.lookUp(NAME, a(NAME, 60, "203.0.113.5"));
        isNotKept(NAME, RecordType.AAAA);
    }

    @Test
    @DisplayName("no data is kept for the SOA's minimum, for that type alone")
    void noData() {
        negativeReply(ResponseCode.NOERROR, List.of(soa(300, 60)));
        isKeptFor(NAME, RecordType.A, 60);
        assertThat(bench.told).containsExactly("no data", "no data");
        bench.asked.clear();
        isNotKept(NAME, RecordType.AAAA);
    }

    @Test
    @DisplayName("no such name is kept for the SOA's own time to live if that is less, for every type")
    void noSuchName() {
        negativeReply(ResponseCode.NXDOMAIN, List.of(soa(20, 60)));
        bench.resolve(NAME, RecordType.AAAA);
        assertThat(bench.told).containsExactly("no such name", "no such name");
        isKeptFor(NAME, RecordType.MX, 20);
    }

    @Test
    @DisplayName("that an alias leads nowhere says nothing about its other types, and lives no longer than the alias")
    void noSuchTarget() {
        negativeReply(ResponseCode.NXDOMAIN, List.of(soa(60, 60)), cname(NAME, 7, "b.test"));
        bench.resolve(NAME, RecordType.CNAME);
        bench.answer(bench.onlyQuery());
        isKeptFor(NAME, RecordType.A, 7);
    }

    @Test
    @DisplayName("without an SOA record nothing negative is kept, and with one whose top bit is set neither")
    void negativeWithoutTime() {
        negativeReply(ResponseCode.NXDOMAIN, List.of());
        negativeReply(ResponseCode.NOERROR, List.of());
        negativeReply(ResponseCode.NXDOMAIN, List.of(soa(0x80000001L, 60)));
        negativeReply(ResponseCode.NXDOMAIN, List.of(soa(60, 0)));
        isNotKept(NAME, RecordType.A);
    }

    @Test
    @DisplayName("a failure is not kept")
    void failure() {
        negativeReply(ResponseCode.SERVFAIL, List.of(soa(60, 60)));
        isNotKept(NAME, RecordType.A);
    }

    @Test
    @DisplayName("a resolver can be built that keeps nothing")
    void withoutCache() {
        ResolverBench forgetful = new ResolverBench(ResolverParts.withoutCache(), FIRST);
        forgetful.lookUp(NAME, a(NAME, 60, "203.0.113.5"));
        forgetful.lookUp(NAME, a(NAME, 60, "203.0.113.6"));
        assertThat(forgetful.told).containsExactly(found("203.0.113.5"), found("203.0.113.6"));
    }
}
