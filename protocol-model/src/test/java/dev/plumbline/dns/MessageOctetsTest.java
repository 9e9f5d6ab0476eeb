package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages octet by octet: what the decoder takes, and where it sees what is wrong (RFC 9267 sections 2 to 6). */
class MessageOctetsTest {
    private static final String ONE_QUESTION = "0000 0000 0001 0000 0000 0000 ";
    private static final String ONE_ANSWER = "0000 8000 0000 0001 0000 0000 ";
    private static final String TWO_QUESTIONS = "0000 0000 0002 0000 0000 0000 ";
    /** Class IN and a TTL of one minute. */
    private static final String IN_60 = " 0001 0000003c ";

    @Test
    void aQueryForAnAddressLooksLikeThis() {
        DnsMessage query = DnsMessage.query(0x1234, Question.in(DomainName.parse("www.example.com"), RecordType.A));

        assertThat(query.encode())
                .isEqualTo(octets("1234 0100 0001 0000 0000 0000 03777777 076578616d706c65 03636f6d 00 0001 0001"));
        assertThat(query).hasToString("query 4660 RD: A? www.example.com.");
    }

    @Test
    void aNameMayEndInAPointerToAnEarlierOneAndThatOneToo() {
        // QNAME 1 is "b.a" at 12, QNAME 2 "c" and a pointer to 14; the third one's pointer leads to that pointer.
        DnsMessage read = read(
                "0000 0000 0003 0000 0000 0000 0162 0161 00 0001 0001" + " 0163 c00e 0001 0001 0164 c017 0001 0001");

        assertThat(read.questions().stream().map(q -> q.name().toString()).toList())
                .containsExactly("b.a.", "c.a.", "d.a.");
    }

    @Test
    void anEarlierNameIsWrittenOnceAndOnlyInItsOwnSpelling() {
        DomainName name = DomainName.parse("Example");
        List<Question> questions = List.of(
                Question.in(name, RecordType.A),
                Question.in(name.prepend("a"), RecordType.A),
                Question.in(DomainName.parse("example"), RecordType.A));
        DnsMessage message = new DnsMessageBuilder().questions(questions).build();

        assertThat(message.encode())
                .isEqualTo(octets("0000 0000 0003 0000 0000 0000 074578616d706c65 00 0001 0001"
                        + " 0161 c00c 0001 0001 076578616d706c65 00 0001 0001"));
    }

    @Test
    void noPointerLeadsBeyondItsFourteenBits() {
        // The last names stand behind 16383 octets of data, where nothing can point.
        DomainName far = DomainName.parse("far.example");
        DnsMessage message = new DnsMessageBuilder()
                .answers(List.of(
                        ResourceRecord.in(
                                DomainName.ROOT, 0, new RecordData.Unknown(new RecordType(300), zeros(16400))),
                        ResourceRecord.in(far, 0, new RecordData.Cname(far))))
                .build();

        assertThat(DnsMessage.decode(message.encode()).orElseThrow()).isEqualTo(message);
        assertThat(message.encode().length())
                .isEqualTo(message.encodeUncompressed().length());
    }

    @Test
    void aNameAtTheLastOffsetThatAPointerCanSayIsPointedTo() {
        DomainName name = DomainName.parse("x");
        // 12 octets of header and 11 before the data: the next record begins at 16383.
        DnsMessage message = new DnsMessageBuilder()
                .answers(List.of(
                        ResourceRecord.in(
                                DomainName.ROOT, 0, new RecordData.Unknown(new RecordType(300), zeros(16360))),
                        ResourceRecord.in(name, 0, new RecordData.Cname(name))))
                .build();
        Octets encoded = message.encode();

        assertThat(encoded.u16(encoded.length() - 2)).isEqualTo(0xffff);
        assertThat(DnsMessage.decode(encoded).orElseThrow()).isEqualTo(message);
    }

    @Test
    void namesInDataOfLaterTypesAreNotCompressedButAreRead() {
        DomainName name = DomainName.parse("a");
        DnsMessage message = new DnsMessageBuilder()
                .answers(List.of(ResourceRecord.in(name, 60, new RecordData.Srv(1, 2, 3, name))))
                .build();

        assertThat(message.encode())
                .isEqualTo(
                        octets("0000 0000 0000 0001 0000 0000 0161 00 0021" + IN_60 + "0009 0001 0002 0003 0161 00"));
        // RFC 3597 section 4: a receiver should take the pointer all the same.
        assertThat(read("0000 0000 0000 0001 0000 0000 0161 00 0021" + IN_60 + "0008 0001 0002 0003 c00c"))
                .isEqualTo(message);
    }

    @Test
    void dataOfAnUnknownTypeStayAsTheyAreEvenIfTheyLookLikeAPointer() {
        DnsMessage message = read(ONE_ANSWER + "0161 00 ff00" + IN_60 + "0002 c00c");

        assertThat(message.answers().get(0)).hasToString("a. 60 IN TYPE65280 \\# 2 c00c");
        assertThat(message.encode()).isEqualTo(octets(ONE_ANSWER + "0161 00 ff00" + IN_60 + "0002 c00c"));
    }

    @Test
    void anAddressOfAnotherClassIsOpaque() {
        // In class CH the data of an A record are a name and a number (RFC 1035 section 3.4 has A for IN only).
        assertThat(read(ONE_ANSWER + "00 0001 0003 0000003c 0003 00 1234")
                        .answers()
                        .get(0))
                .hasToString(". 60 CH A \\# 3 001234");
    }

    @Test
    void aNameOf255OctetsMayBeMadeWithPointers() {
        String label = "3f" + "78".repeat(63);
        String ending = label + label + label + "00";

        // 193 octets at 12, then 62 more before a pointer to them.
        assertThat(read(TWO_QUESTIONS + ending + "0001 0001" + "3d" + "79".repeat(61) + "c00c 0001 0001")
                        .questions()
                        .get(1)
                        .name()
                        .wireLength())
                .isEqualTo(255);
        assertThat(problem(TWO_QUESTIONS + ending + "0001 0001" + "3e" + "79".repeat(62) + "c00c 0001 0001"))
                .isEqualTo("DNS message, octet 140: question 2 of 2: QNAME is longer than 255 octets");
    }

    @Test
    void aChainOfPointersThatServesNothingIsCutOff() {
        // An unknown record's data: a name, and 200 pointers, each to the one before it.
        StringBuilder data = new StringBuilder("0161 00");
        int last = 23;
        for (int i = 0; i < 200; i++) {
            int next = i == 0 ? 26 : last + 2;
            data.append(String.format(" %04x", 0xc000 | last));
            last = next;
        }
        String message = "0000 0000 0000 0002 0000 0000 00 ff00" + IN_60 + "0193 " + data;

        assertThat(problem(message + String.format(" %04x 0001", 0xc000 | last) + IN_60 + "0004 00000000"))
                .contains("answer 2 of 2: NAME has more than 127 pointers");
        // The hundredth of them is near enough.
        assertThat(read(message + String.format(" %04x 0001", 0xc000 | 26 + 2 * 99) + IN_60 + "0004 00000000")
                        .answers()
                        .get(1)
                        .name())
                .hasToString("a.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to itself                  | c00c           | 12 | QNAME points to octet 12, but there is no name before it",
                "to its own start           | 0161 c00c      | 14 | QNAME points to octet 12, but there is no name before it",
                "forward                    | c00e 0161 00   | 12 | QNAME points to octet 14, but there is no name before it",
                "past the end               | ffff           | 12 | QNAME points to octet 16383, but there is no name before it",
                "into the header            | c004           | 12 | QNAME points to octet 4, but there is no name before it",
                "half a pointer             | 0161 c0        | 14 | QNAME has no end, expected a zero octet before octet 15",
                "reserved label type        | 4161 00        | 12 | QNAME has a label of type 0x40, which is reserved",
                "another reserved label type| 0161 8161 00   | 14 | QNAME has a label of type 0x80, which is reserved",
                "a label past the end       | 0561 00        | 12 | QNAME has no end, expected a zero octet before octet 15",
                "no zero octet              | 0161           | 14 | QNAME has no end, expected a zero octet before octet 14",
                "no name at all             | ''             | 12 | QNAME has no end, expected a zero octet before octet 12",
                "no type                    | 00 00          | 13 | 'QTYPE takes 2 octets, but 1 are left'",
            })
    void aNameThatIsNoneIsRejected(String what, String name, int octet, String reason) {
        assertThat(problem(ONE_QUESTION + name))
                .as(what)
                .isEqualTo("DNS message, octet " + octet + ": question 1 of 1: " + reason);
    }

    @Test
    void twoNamesThatPointToEachOtherAreRejected() {
        // The first leads forward, which no pointer may.
        assertThat(problem(TWO_QUESTIONS + "0161 c012 0001 0001 c00c 0001 0001"))
                .isEqualTo("DNS message, octet 14: question 1 of 2: QNAME points to octet 18,"
                        + " but there is no name before it");
        assertThat(problem(TWO_QUESTIONS + "0161 00 0001 0001 0162 c013 0001 0001"))
                .isEqualTo("DNS message, octet 21: question 2 of 2: QNAME points to octet 19,"
                        + " expected one from 12 to 18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0001 | 0003 c00002   | 23 | 'the address takes 4 octets, but 3 are left'",
                "0001 | 0005 c000020100 | 27 | A RDATA has 1 octets more than its fields take",
                "001c | 0004 20010db8 | 23 | 'the address takes 16 octets, but 4 are left'",
                "0001 | 0004 c00002   | 23 | 'A RDATA takes 4 octets, but 3 are left'",
                "0005 | 0003 0161 01  | 25 | 'the canonical name has no end, expected a zero octet before octet 26'",
                "0005 | 0004 0161 00 00 | 26 | CNAME RDATA has 1 octets more than its fields take",
                "0005 | 0002 0161 00  | 25 | 'the canonical name has no end, expected a zero octet before octet 25'",
                "0005 | 0000          | 23 | 'the canonical name has no end, expected a zero octet before octet 23'",
                "0010 | 0000          | 23 | 'a string''s length takes 1 octets, but 0 are left'",
                "0010 | 0002 0261     | 24 | 'a string takes 2 octets, but 1 are left'",
                "000f | 0002 000a     | 25 | 'the exchange has no end, expected a zero octet before octet 25'",
                "0006 | 0006 00 00 00000001 | 29 | 'REFRESH takes 4 octets, but 0 are left'",
                "0029 | 0003 000a 00  | 25 | 'an option''s length takes 2 octets, but 1 are left'",
                "0029 | 0004 000a 0001 | 27 | 'an option takes 1 octets, but 0 are left'",
            })
    void dataThatAreNotAsLongAsTheySayAreRejected(String type, String data, int octet, String reason) {
        assertThat(problem(ONE_ANSWER + "00 " + type + IN_60 + data))
                .startsWith("DNS message, octet " + octet + ": answer 1 of 1: ")
                .endsWith(reason);
    }

    @Test
    void lessThanAHeaderIsRejected() {
        assertThat(problem("0000 0000 0000 0000 0000 00"))
                .isEqualTo("DNS message, octet 0: only 11 octets, a header has 12");
    }

    @Test
    void aCountThatPromisesMoreThanIsHereIsRejected() {
        assertThat(problem(TWO_QUESTIONS + "00 0001 0001"))
                .isEqualTo("DNS message, octet 17: question 2 of 2: QNAME has no end,"
                        + " expected a zero octet before octet 17");
    }

    @Test
    void stringsMayBeEmptyAndManyOrAsLongAsAnOctetCanSay() {
        Octets long255 = zeros(255);
        RecordData txt = RecordData.decode(RecordType.TXT, octets("00 0161 ff").plus(long255))
                .orElseThrow();

        assertThat(txt).isEqualTo(new RecordData.Txt(List.of(Octets.empty(), Octets.ofText("a"), long255)));
        assertThat(txt.toString()).startsWith("\"\" \"a\" \"\\000\\000");
    }

    @Test
    void aTimeToLiveWithItsTopBitSetCountsAsNone() {
        ResourceRecord record = read(ONE_ANSWER + "00 0001 0001 80000001 0004 c0000201")
                .answers()
                .get(0);

        assertThat(record.ttl()).isEqualTo(0x80000001L);
        assertThat(record.timeToLive()).isZero();
        assertThat(record.withTtl(0x7fffffffL).timeToLive()).isEqualTo(0x7fffffffL);
    }

    private static DnsMessage read(String hex) {
        return DnsMessage.decode(octets(hex)).orElseThrow();
    }

    private static String problem(String hex) {
        return Objects.toString(DnsMessage.decode(octets(hex)).problem().orElse(null));
    }

    private static Octets octets(String hex) {
        return Octets.ofHex(hex);
    }

    private static Octets zeros(int count) {
        return Octets.wrap(new byte[count]);
    }
}
