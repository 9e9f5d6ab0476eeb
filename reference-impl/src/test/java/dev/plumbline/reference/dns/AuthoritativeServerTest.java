package dev.plumbline.reference.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says, message by message (RFC 1034 section 4.3.2, RFC 2308 section 3, RFC 4592 section 3.3, RFC 6891 section 7). */
class AuthoritativeServerTest {
    private static final String ZONE = """
            $ORIGIN example.
            $TTL 3600
            @           SOA   ns admin 1 7200 600 86400 300
                        NS    ns
                        MX    10 mail
            ns          A     192.0.2.1
            mail        A     192.0.2.2
                        A     192.0.2.3
                        AAAA  2001:db8::2
            alias       CNAME chain
            chain       CNAME mail
            loop        CNAME pool
            pool        CNAME loop
            dangling    CNAME nothing
            nodata      CNAME ns
            outside     CNAME www.other.
            into        CNAME www.sub
            a.b.deep    TXT   "deep"
            *.wild      A     192.0.2.9
            x.wild      TXT   "x"
            *.cwild     CNAME mail
            f.*.entwild TXT   "below a wildcard"
            sub         NS    ns.sub
                        NS    ns.peer
                        DS    \\# 4 00010502
            ns.sub      A     192.0.2.5
            www.sub     A     192.0.2.6
            peer        NS    ns.peer
            ns.peer     A     192.0.2.7
            big         TXT   "%1$s" "%1$s" "%1$s" "%1$s" "%1$s"
            """.formatted("z".repeat(255));
    private static final String SOA = "example. 300 IN SOA ns.example. admin.example. 1 7200 600 86400 300";

    private final AuthoritativeServer server = new AuthoritativeServer(ZoneFile.parse(ZONE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mail.example A      | mail.example. 3600 IN A 192.0.2.2, mail.example. 3600 IN A 192.0.2.3",
                "chain.example CNAME | chain.example. 3600 IN CNAME mail.example.",
                "alias.example AAAA  | alias.example. 3600 IN CNAME chain.example., chain.example. 3600 IN CNAME mail.example.,"
                        + " mail.example. 3600 IN AAAA 2001:db8::2",
                "alias.example ANY   | alias.example. 3600 IN CNAME chain.example.",
                "outside.example A   | outside.example. 3600 IN CNAME www.other.",
                "loop.example A      | loop.example. 3600 IN CNAME pool.example., pool.example. 3600 IN CNAME loop.example.",
                "y.wild.example A    | y.wild.example. 3600 IN A 192.0.2.9",
                "a.y.wild.example A  | a.y.wild.example. 3600 IN A 192.0.2.9",
                "*.wild.example A    | *.wild.example. 3600 IN A 192.0.2.9",
                "y.cwild.example A   | y.cwild.example. 3600 IN CNAME mail.example.,"
                        + " mail.example. 3600 IN A 192.0.2.2, mail.example. 3600 IN A 192.0.2.3",
                "sub.example DS      | sub.example. 3600 IN DS \\# 4 00010502"
            })
    void whatIsThereIsAnsweredWithAuthority(String question, String answers) {
        assertThat(sections(ask(question)))
                .isEqualTo("NOERROR AA; answer " + answers.replaceAll(", +", ", ") + "; authority ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example TXT",
                "mail.example TYPE65535",
                "b.deep.example TXT",
                "deep.example A",
                "y.wild.example TXT",
                "z.entwild.example A",
                "*.entwild.example TXT",
                "mail.example TYPE0"
            })
    void aNameWithoutThatTypeHasNoData(String question) {
        assertThat(sections(ask(question))).isEqualTo("NOERROR AA; answer ; authority " + SOA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.example A", "a.mail.example A", "x.a.b.deep.example TXT", "a.x.wild.example A"})
    void aNameThatIsNotThereIsAnError(String question) {
        assertThat(sections(ask(question))).isEqualTo("NXDOMAIN AA; answer ; authority " + SOA);
    }

    @Test
    void anAliasOfWhatIsNotThereHasTheErrorOfItsTarget() {
        assertThat(sections(ask("dangling.example A")))
                .isEqualTo("NXDOMAIN AA; answer dangling.example. 3600 IN CNAME nothing.example.; authority " + SOA);
        assertThat(sections(ask("nodata.example TXT")))
                .isEqualTo("NOERROR AA; answer nodata.example. 3600 IN CNAME ns.example.; authority " + SOA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sub.example A", "sub.example NS", "www.sub.example A", "ns.sub.example A", "no.a.sub.example A"
            })
    void whatIsAtOrBelowACutIsReferredToWithoutAuthority(String question) {
        DnsMessage reply = ask(question);

        assertThat(sections(reply))
                .isEqualTo("NOERROR; answer ; authority sub.example. 3600 IN NS ns.sub.example.,"
                        + " sub.example. 3600 IN NS ns.peer.example.");
        assertThat(reply.additional().stream().map(ResourceRecord::toString))
                .containsExactly("ns.sub.example. 3600 IN A 192.0.2.5", "ns.peer.example. 3600 IN A 192.0.2.7");
    }

    @Test
    void anAliasIntoAZoneBelowIsStillAnsweredWithAuthority() {
        DnsMessage reply = ask("into.example A");

        assertThat(reply.header().authoritative()).isTrue();
        assertThat(reply.answers()).hasSize(1);
        assertThat(reply.authority()).hasSize(2);
    }

    @Test
    void theAddressesOfWhomAnAnswerNamesComeAlong() {
        assertThat(ask("example MX").additional().stream().map(ResourceRecord::toString))
                .containsExactly(
                        "mail.example. 3600 IN A 192.0.2.2",
                        "mail.example. 3600 IN A 192.0.2.3",
                        "mail.example. 3600 IN AAAA 2001:db8::2");
    }

    @ParameterizedTest
    @ValueSource(strings = {". NS", "other A", "badexample A", "example AXFR", "example IXFR"})
    void whatTheServerHasNothingToSayAboutIsRefused(String question) {
        assertThat(sections(ask(question))).isEqualTo("REFUSED; answer ; authority ");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 254, 255})
    void anotherClassIsRefused(int code) {
        Question question = new Question(DomainName.parse("mail.example"), RecordType.A, new RecordClass(code));

        assertThat(sections(ask(DnsMessage.query(1, question)))).isEqualTo("REFUSED; answer ; authority ");
    }

    @Test
    void theQuestionsSpellingComesBack() {
        assertThat(ask("MaIl.eXAMple A").questions()).hasToString("[A? MaIl.eXAMple.]");
        assertThat(ask("nO.eXAMple A").questions()).hasToString("[A? nO.eXAMple.]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x7fff, 0x8000, 0xffff})
    void theIdComesBackWhateverTheOtherFlagsAre(int id) {
        DnsMessage plain = query("mail.example A");
        DnsMessage odd = plain.toBuilder()
                .id(id)
                .authoritative(true)
                .truncated(true)
                .recursionAvailable(true)
                .recursionDesired(false)
                .z(7)
                .code(ResponseCode.REFUSED)
                .build();
        DnsMessage reply = ask(odd);

        assertThat(reply)
                .isEqualTo(ask(plain).toBuilder().id(id).recursionDesired(false).build());
        assertThat(reply.header().recursionAvailable()).isFalse();
        assertThat(reply.header().z()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 15})
    void anotherOpcodeIsNotImplementedAndComesBack(int opcode) {
        DnsMessage reply = ask(
                query("mail.example A").toBuilder().opcode(new Opcode(opcode)).build());

        assertThat(sections(reply)).isEqualTo("NOTIMP; answer ; authority ");
        assertThat(reply.header().opcode().code()).isEqualTo(opcode);
        assertThat(ask(Octets.of(0, 1, opcode << 3, 0, 0, 1, 0, 0, 0, 0, 0, 0))
                        .header()
                        .code())
                .isEqualTo(ResponseCode.NOTIMP);
    }

    @Test
    void whatIsNoQueryOrNoMessageAtAllIsPassedOverInSilence() {
        Octets query = query("mail.example A").encode();

        assertThat(server.answerOverUdp(query.slice(0, 11))).isEmpty();
        assertThat(server.answerOverUdp(Octets.empty())).isEmpty();
        assertThat(server.answerOverUdp(ask("mail.example A").encode())).isEmpty();
        assertThat(server.answerOverUdp(query.slice(0, 12).withAt(2, Octets.of(0x80))))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsAFormatErrorOfTheSameId() {
        Octets query = query("mail.example A").encode();

        assertThat(ask(query.slice(0, query.length() - 1))).hasToString("response 7 FORMERR RD: no question");
        assertThat(ask(query.plus(Octets.of(0)))).hasToString("response 7 FORMERR RD: no question");
        assertThat(sections(ask(
                        query("mail.example A").toBuilder().questions(List.of()).build())))
                .isEqualTo("FORMERR; answer ; authority ");
        List<Question> two = List.of(question("mail.example A"), question("ns.example A"));
        assertThat(sections(
                        ask(query("mail.example A").toBuilder().questions(two).build())))
                .isEqualTo("FORMERR; answer ; authority ");
    }

    @Test
    void anOptRecordIsAnsweredWithOneThatSaysWhatTheServerCanDo() {
        Edns asked = new Edns(4096, 9, 0, true, 5, List.of(new RecordData.Option(65001, Octets.of(1))));

        assertThat(ask(query("mail.example A").toBuilder().edns(asked).build()).edns())
                .contains(new Edns(AuthoritativeServer.PAYLOAD_SIZE, 0, 0, true, 0, List.of()));
        assertThat(ask("mail.example A").edns()).isEmpty();
        assertThat(ask(query("other A").toBuilder()
                                .edns(Edns.ofPayloadSize(512))
                                .build())
                        .edns())
                .isPresent();
    }

    @Test
    void anotherVersionOfEdnsIsRefusedWithTheOneThatIsSpoken() {
        DnsMessage reply = ask(query("mail.example A").toBuilder()
                .edns(new Edns(1232, 0, 1, false, 0, List.of()))
                .build());

        assertThat(reply.responseCode()).isEqualTo(ResponseCode.BADVERS);
        assertThat(reply.edns().map(Edns::version)).contains(0);
        assertThat(reply.questions()).hasSize(1);
        assertThat(reply.answers()).isEmpty();
    }

    @Test
    void twoOptRecordsAreAFormatError() {
        Edns edns = Edns.ofPayloadSize(1232);

        assertThat(ask(query("mail.example A").toBuilder().edns(edns).edns(edns).build())
                        .header()
                        .code())
                .isEqualTo(ResponseCode.FORMERR);
    }

    @ParameterizedTest
    @CsvSource({"0", "511", "512", "1000", "1232", "65535"})
    void whatDoesNotFitADatagramIsLeftOutAndTheFlagSaysSo(int payloadSize) {
        DnsMessage query = query("big.example TXT").toBuilder()
                .edns(Edns.ofPayloadSize(payloadSize))
                .build();
        Octets octets = server.answerOverUdp(query.encode()).orElseThrow();
        DnsMessage reply = DnsMessage.decode(octets).orElseThrow();

        assertThat(octets.length()).isLessThanOrEqualTo(Math.max(512, payloadSize));
        assertThat(reply.header().truncated()).isTrue();
        assertThat(reply.questions()).isEqualTo(query.questions());
        assertThat(reply.edns()).isPresent();
    }

    @Test
    void overTcpTheWholeAnswerFits() {
        DnsMessage reply = DnsMessage.decode(
                        server.answerOverTcp(query("big.example TXT").encode()).orElseThrow())
                .orElseThrow();

        assertThat(reply.header().truncated()).isFalse();
        assertThat(reply.answers()).hasSize(1);
    }

    @Test
    void whatMayBeUsefulGoesBeforeWhatWasAskedFor() {
        StringBuilder zone = new StringBuilder("example. 60 SOA . . 1 2 3 4 5\nexample. MX 1 mail.example.\n");
        for (int i = 0; i < 60; i++) {
            zone.append("mail.example. A 192.0.2.").append(i).append('\n');
        }
        DnsMessage reply = ask(
                new AuthoritativeServer(ZoneFile.parse(zone.toString())),
                query("example MX").encode());

        assertThat(sections(reply)).isEqualTo("NOERROR AA; answer example. 60 IN MX 1 mail.example.; authority ");
        assertThat(reply.additional()).isEmpty();
    }

    @Test
    void aReferralWithoutRoomForItsGlueIsTruncated() {
        StringBuilder zone = new StringBuilder("example. 60 SOA . . 1 2 3 4 5\nsub.example. NS ns.sub.example.\n");
        for (int i = 0; i < 60; i++) {
            zone.append("ns.sub.example. A 192.0.2.").append(i).append('\n');
        }
        DnsMessage reply = ask(
                new AuthoritativeServer(ZoneFile.parse(zone.toString())),
                query("sub.example A").encode());

        assertThat(reply.header().truncated()).isTrue();
    }

    @Test
    void eachStepCanBeMadeWrong() {
        Zone zone = ZoneFile.parse(ZONE);
        AuthoritativeServer faulty = new AuthoritativeServer(zone, new ZoneSearch(zone) {
            @Override
            protected Optional<DomainName> wildcard(DomainName name) {
                return Optional.empty();
            }
        });

        assertThat(ask(faulty, query("y.wild.example A").encode()).header().code())
                .isEqualTo(ResponseCode.NXDOMAIN);
    }

    private DnsMessage ask(String question) {
        return ask(query(question));
    }

    private DnsMessage ask(DnsMessage query) {
        DnsMessage reply = ask(query.encode());
        assertThat(reply.header().id()).isEqualTo(query.header().id());
        assertThat(reply.header().recursionDesired()).isEqualTo(query.header().recursionDesired());
        return reply;
    }

    private DnsMessage ask(Octets query) {
        return ask(server, query);
    }

    private static DnsMessage ask(AuthoritativeServer server, Octets query) {
        DnsMessage reply =
                DnsMessage.decode(server.answerOverUdp(query).orElseThrow()).orElseThrow();
        assertThat(reply.header().response()).isTrue();
        return reply;
    }

    private static DnsMessage query(String question) {
        return DnsMessage.query(7, question(question));
    }

    private static Question question(String text) {
        int blank = text.indexOf(' ');
        return Question.in(DomainName.parse(text.substring(0, blank)), RecordType.parse(text.substring(blank + 1)));
    }

    private static String sections(DnsMessage reply) {
        DnsHeader header = reply.header();
        return header.code() + (header.authoritative() ? " AA" : "") + "; answer " + texts(reply.answers())
                + "; authority " + texts(reply.authority());
    }

    private static String texts(List<ResourceRecord> records) {
        return String.join(", ", records.stream().map(ResourceRecord::toString).toList());
    }
}
