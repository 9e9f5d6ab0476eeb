package dev.plumbline.reference.dns;

import static dev.plumbline.reference.dns.ResolverBench.FIRST;
import static dev.plumbline.reference.dns.ResolverBench.SECOND;
import static dev.plumbline.reference.dns.ResolverBench.a;
import static dev.plumbline.reference.dns.ResolverBench.answering;
import static dev.plumbline.reference.dns.ResolverBench.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.dns.ResolverBench.Asked;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom the resolver asks, what and when (RFC 1034 section 5.3.1, RFC 1035 sections 4.2.1 and 7.2). */
class ServersTest {
    private static final String NAME = "alice.test";
    private static final Duration LONG = Duration.ofHours(1);

    private final ResolverBench bench = new ResolverBench(new ResolverParts(), FIRST, SECOND);

    @Test
    @DisplayName("a query asks one question in class IN, wants recursion, and has nothing else")
    void query() {
        DnsMessage message = bench.resolve(NAME).onlyQuery().message();
        assertThat(message.questions()).containsExactly(Question.in(DomainName.parse(NAME), RecordType.A));
        assertThat(message.header().recursionDesired()).isTrue();
        assertThat(message.header().response()).isFalse();
        assertThat(message.header().opcode()).isEqualTo(Opcode.QUERY);
        assertThat(message.answers()).isEmpty();
        assertThat(message.authority()).isEmpty();
        assertThat(message.additional()).isEmpty();
    }

    @Test
    @DisplayName("IDs come from all 16 bits and source ports from a large range, with no step between them")
    void unpredictable() {
        List<Integer> ids = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Asked query = bench.resolve("n" + i + ".test").onlyQuery();
            ids.add(query.message().header().id());
            ports.add(query.port().number());
            bench.answer(query);
        }
        // Of 400 fair draws each of these fails once in some thousand millions, and the draws are always the same.
        for (int bit = 0; bit < 16; bit++) {
            int mask = 1 << bit;
            assertThat(ids.stream().filter(id -> (id & mask) != 0).count()).isBetween(130L, 270L);
        }
        assertThat(new HashSet<>(ids)).hasSizeGreaterThan(390);
        assertThat(steps(ids)).hasSizeGreaterThan(390);
        assertThat(new HashSet<>(ports)).hasSizeGreaterThan(350);
        assertThat(steps(ports)).hasSizeGreaterThan(350);
    }

    private static Set<Integer> steps(List<Integer> numbers) {
        Set<Integer> steps = new HashSet<>();
        IntStream.range(1, numbers.size()).forEach(i -> steps.add(numbers.get(i) - numbers.get(i - 1)));
        return steps;
    }

    @Test
    @DisplayName("each outstanding query has a port of its own, and each look-up gets its own answer")
    void parallel() {
        IntStream.range(0, 100).forEach(i -> bench.resolve("n" + i + ".test"));
        assertThat(bench.asked.stream().map(Asked::port).distinct()).hasSize(100);
        for (int i = 99; i >= 0; i--) {
            bench.answer(bench.asked.get(i), a("n" + i + ".test", "203.0.113." + i));
        }
        assertThat(bench.told)
                .containsExactlyElementsOf(IntStream.iterate(99, i -> i >= 0, i -> i - 1)
                        .mapToObj(i -> found("203.0.113." + i))
                        .toList());
    }

    @Test
    @DisplayName("who asks the same while a query is under way shares it, and each is told once")
    void shared() {
        bench.resolve(NAME).resolve("ALICE.test");
        bench.answer(bench.onlyQuery(), a(NAME, "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"), found("203.0.113.5"));
    }

    @Test
    @DisplayName(
            "without a reply, each server is asked before one is asked again, ever more slowly, and then it has failed")
    void retransmissions() {
        bench.resolve(NAME);
        bench.world.pass(LONG);
        List<Asked> queries = bench.asked;
        assertThat(queries.stream().map(Asked::server)).containsExactly(FIRST, SECOND, FIRST, SECOND, FIRST, SECOND);
        assertThat(queries.stream().map(query -> query.at().toSeconds())).containsExactly(0L, 2L, 4L, 8L, 12L, 20L);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("a server that is named twice is asked as often as another")
    void namedTwice() {
        ResolverBench twice = new ResolverBench(new ResolverParts(), FIRST, FIRST).resolve(NAME);
        twice.world.pass(LONG);
        assertThat(twice.asked).hasSize(3);
    }

    @Test
    @DisplayName("nothing is told before the last server has had its time")
    void patience() {
        bench.resolve(NAME);
        bench.world.pass(Duration.ofMillis(27_999));
        assertThat(bench.told).isEmpty();
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("a reply to an earlier transmission counts, whichever server it comes from")
    void lateReply() {
        Asked first = bench.resolve(NAME).onlyQuery();
        bench.world.pass(Duration.ofSeconds(3));
        assertThat(bench.onlyQuery().server()).isEqualTo(SECOND);
        bench.answer(first, a(NAME, "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
        bench.world.pass(LONG);
        assertThat(bench.asked).isEmpty();
        assertThat(bench.told).hasSize(1);
    }

    @Test
    @DisplayName("a server that fails is not asked again, the next one at once")
    void nextServer() {
        Asked first = bench.resolve(NAME).onlyQuery();
        bench.reply(first, answering(first).code(ResponseCode.SERVFAIL).build());
        assertThat(bench.onlyQuery().server()).isEqualTo(SECOND);
        bench.world.pass(LONG);
        assertThat(bench.asked.stream().map(Asked::server)).containsExactly(SECOND, SECOND);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("the failure of a server that was asked earlier does not hurry the present one")
    void lateFailure() {
        Asked first = bench.resolve(NAME).onlyQuery();
        bench.world.pass(Duration.ofSeconds(3));
        Asked second = bench.onlyQuery();
        bench.reply(first, answering(first).code(ResponseCode.SERVFAIL).build());
        assertThat(bench.asked).isEmpty();
        bench.answer(second, a(NAME, "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
    }

    @Test
    @DisplayName("when every server has failed, so has the look-up")
    void allFailed() {
        Asked first = bench.resolve(NAME).onlyQuery();
        bench.reply(first, answering(first).code(ResponseCode.SERVFAIL).build());
        Asked second = bench.onlyQuery();
        bench.reply(second, answering(second).code(ResponseCode.REFUSED).build());
        assertThat(bench.told).containsExactly("failed");
        bench.world.pass(LONG);
        assertThat(bench.asked).isEmpty();
    }

    @Test
    @DisplayName("without a server, or with none that can be one, a look-up fails at once and nothing is sent")
    void noServer() {
        ResolverBench alone = new ResolverBench(new ResolverParts()).resolve(NAME);
        assertThat(alone.told).containsExactly("failed");
        ResolverBench lost =
                new ResolverBench(new ResolverParts(), Ipv4Address.UNSPECIFIED, Ipv4Address.BROADCAST).resolve(NAME);
        assertThat(lost.told).containsExactly("failed");
        assertThat(lost.asked).isEmpty();
        ResolverBench skipped = new ResolverBench(new ResolverParts(), Ipv4Address.UNSPECIFIED, SECOND).resolve(NAME);
        assertThat(skipped.onlyQuery().server()).isEqualTo(SECOND);
    }

    @Test
    @DisplayName("nothing is told before the call has returned, not even what is known already")
    void toldLater() {
        ResolverBench alone = new ResolverBench(new ResolverParts());
        List<String> told = new ArrayList<>();
        ResolutionHandler handler = new ResolutionHandler() {
            @Override
            public void found(List<Octets> data) {
                told.add("found");
            }

            @Override
            public void noData() {
                told.add("no data");
            }

            @Override
            public void noSuchName() {
                told.add("no such name");
            }

            @Override
            public void failed() {
                told.add("failed");
            }
        };
        alone.client.resolve(DomainName.parse(NAME), RecordType.A, handler);
        alone.client.resolve(DomainName.parse("localhost"), RecordType.A, handler);
        assertThat(told).isEmpty();
        alone.world.pass(Duration.ZERO);
        assertThat(told).containsExactly("failed", "found");
    }

    @Test
    @DisplayName("once a look-up is over its port is free")
    void portIsFree() {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.answer(query, a(NAME, "203.0.113.5"));
        Port port = query.port();
        assertThat(bench.client.openUdp(port, (source, data) -> {}).local().port())
                .isEqualTo(port);
    }

    @Test
    @DisplayName("a host that is switched off asks nobody and tells nobody")
    void switchedOff() {
        bench.resolve(NAME).onlyQuery();
        bench.client.close();
        bench.world.pass(LONG);
        assertThat(bench.asked).isEmpty();
        assertThat(bench.told).isEmpty();
    }
}
