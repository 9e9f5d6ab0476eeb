package dev.plumbline.reference.dns;

import static dev.plumbline.reference.dns.ResolverBench.DNS;
import static dev.plumbline.reference.dns.ResolverBench.FIRST;
import static dev.plumbline.reference.dns.ResolverBench.SECOND;
import static dev.plumbline.reference.dns.ResolverBench.a;
import static dev.plumbline.reference.dns.ResolverBench.answering;
import static dev.plumbline.reference.dns.ResolverBench.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.dns.ResolverBench.Asked;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matching rules of RFC 5452 section 9.1: what is no reply to the query changes nothing. */
class ReplyCheckTest {
    private static final String NAME = "alice.test";

    private final ResolverBench bench = new ResolverBench(new ResolverParts(), FIRST, SECOND).resolve(NAME);
    private final Asked query = bench.onlyQuery();

    private DnsMessageBuilder forged() {
        return answering(query, a(NAME, "203.0.113.6"));
    }

    /** Nothing was told because of what came, and the right reply is still waited for. */
    private void wasIgnored() {
        assertThat(bench.told).isEmpty();
        assertThat(bench.asked).isEmpty();
        bench.answer(query, a(NAME, "203.0.113.5"));
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
    }

    /** One thing about a message that is wrong. */
    private record Flaw(String what, BiFunction<DnsMessageBuilder, Asked, DnsMessageBuilder> change) {
        static Flaw of(String what, BiFunction<DnsMessageBuilder, Asked, DnsMessageBuilder> change) {
            return new Flaw(what, change);
        }

        static Flaw inQuestions(String what, Question... questions) {
            return of(what, (forged, query) -> forged.questions(List.of(questions)));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Flaw> flaws() {
        DomainName name = DomainName.parse(NAME);
        Question right = Question.in(name, RecordType.A);
        Question wrong = Question.in(DomainName.parse("bank.test"), RecordType.A);
        return Stream.of(
                Flaw.of(
                        "ID",
                        (forged, query) -> forged.id(query.message().header().id() ^ 1)),
                Flaw.of(
                        "the ID's first bit",
                        (forged, query) -> forged.id(query.message().header().id() ^ 0x8000)),
                Flaw.of("QR", (forged, query) -> forged.response(false)),
                Flaw.of("opcode", (forged, query) -> forged.opcode(new Opcode(2))),
                Flaw.inQuestions("name", wrong),
                Flaw.inQuestions("type", Question.in(name, RecordType.AAAA)),
                Flaw.inQuestions("class", new Question(name, RecordType.A, RecordClass.CH)),
                Flaw.inQuestions("no question"),
                Flaw.inQuestions("two questions", right, wrong));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    @DisplayName("a reply with one thing wrong is ignored")
    void oneFlaw(Flaw flaw) {
        bench.reply(query, flaw.change.apply(forged(), query).build());
        wasIgnored();
    }

    @Test
    @DisplayName("a reply from an address that was not asked is ignored, though it is another server's")
    void sourceAddress() {
        bench.send(
                new SocketAddress(SECOND, DNS), query.port(), forged().build().encode());
        wasIgnored();
    }

    @Test
    @DisplayName("a reply from another port of the server is ignored")
    void sourcePort() {
        bench.send(
                new SocketAddress(FIRST, new Port(54)),
                query.port(),
                forged().build().encode());
        wasIgnored();
    }

    @Test
    @DisplayName("a reply to another port of the host is ignored")
    void destinationPort() {
        Port other = new Port(query.port().number() ^ 1);
        bench.send(new SocketAddress(FIRST, DNS), other, forged().build().encode());
        wasIgnored();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11, 12, 27})
    @DisplayName("the beginning of a reply alone is ignored")
    void garbage(int length) {
        Octets whole = forged().build().encode();
        bench.send(new SocketAddress(FIRST, DNS), query.port(), whole.slice(0, length));
        wasIgnored();
    }

    @Test
    @DisplayName("a reply with octets after its last record is ignored")
    void octetsAfterTheLastRecord() {
        Octets more = forged().build().encode().plus(Octets.of(0));
        bench.send(new SocketAddress(FIRST, DNS), query.port(), more);
        wasIgnored();
    }

    @Test
    @DisplayName("the case of the question's letters does not matter")
    void caseOfTheQuestion() {
        DnsMessage shouting = answering(query, a("Alice.TEST", "203.0.113.5"))
                .questions(List.of(Question.in(DomainName.parse("ALICE.test"), RecordType.A)))
                .build();
        bench.reply(query, shouting);
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5})
    @DisplayName("a server may refuse without repeating the question: the next one is asked")
    void refusalWithoutQuestion(int code) {
        bench.reply(
                query,
                query.message()
                        .reply()
                        .questions(List.of())
                        .code(new ResponseCode(code))
                        .build());
        assertThat(bench.onlyQuery().server()).isEqualTo(SECOND);
    }

    @Test
    @DisplayName("that there is no such name must be said with the question")
    void noSuchNameWithoutQuestion() {
        bench.reply(
                query, forged().questions(List.of()).code(ResponseCode.NXDOMAIN).build());
        wasIgnored();
    }

    @Test
    @DisplayName("a second reply comes too late")
    void secondReply() {
        bench.answer(query, a(NAME, "203.0.113.5"));
        bench.reply(query, forged().build());
        bench.resolve(NAME);
        assertThat(bench.told).containsExactly(found("203.0.113.5"), found("203.0.113.5"));
    }
}
