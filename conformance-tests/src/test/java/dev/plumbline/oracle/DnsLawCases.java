package dev.plumbline.oracle;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.LawBookTest.Case;
import dev.plumbline.oracle.LawBookTest.Wire;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For each law of DNS something it allows and something it forbids. */
final class DnsLawCases {
    private static final int DNS = 53;
    private static final int CLIENT = 40000;
    private static final int ID = 0xfffe;
    private static final DomainName NAME = DomainName.parse("www.example.com");
    private static final Question QUESTION = Question.in(NAME, RecordType.A);
    private static final DnsMessage QUERY = DnsMessage.query(ID, QUESTION);

    private DnsLawCases() {}

    static List<Case> all() {
        return Stream.of(queries(), repetitions(), answers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> queries() {
        return List.of(
                new Case(
                        "RFC1035/MESSAGE",
                        w -> w.sendsUdp(CLIENT, DNS, QUERY.encode()),
                        w -> w.sendsUdp(CLIENT, DNS, QUERY.encode().slice(0, 20)),
                        "cannot be read"),
                // The question's name is a pointer to itself: RFC 1035 section 4.1.4 has pointers to prior occurrences
                // only.
                new Case(
                        "RFC1035/MESSAGE",
                        w -> w.sendsUdp(CLIENT, DNS, QUERY.encode()),
                        w -> w.sendsUdp(CLIENT, DNS, Octets.ofHex("fffe01000001000000000000c00c00010001")),
                        "cannot be read"),
                new Case(
                        "RFC1035/QUERY",
                        w -> w.sendsUdp(CLIENT, DNS, QUERY.encode()),
                        w -> w.sendsUdp(CLIENT, DNS, changed(q -> q.questions(List.of(QUESTION, QUESTION)))),
                        "2 questions"),
                new Case(
                        "RFC1035/QUERY",
                        w -> w.sendsUdp(CLIENT, DNS, QUERY.encode()),
                        w -> w.sendsUdp(CLIENT, DNS, changed(q -> q.authoritative(true))),
                        "AA set"),
                new Case(
                        "RFC1035/Z",
                        // AD and CD are no longer reserved: RFC 6895 section 2.
                        w -> w.sendsUdp(CLIENT, DNS, changed(q -> q.z(3))),
                        w -> w.sendsUdp(CLIENT, DNS, changed(q -> q.z(4))),
                        "reserved bit Z"),
                new Case("RFC1035/ID", w -> twoQueries(w, CLIENT + 1), w -> twoQueries(w, CLIENT), "same ID"),
                new Case(
                        "RFC5452/QUERY-ID",
                        w -> queries(w, List.of(7, 7, 7, 8), List.of(4001, 4000, 4003, 4002)),
                        w -> queries(w, List.of(65534, 65535, 0, 1), List.of(4001, 4000, 4003, 4002)),
                        "the IDs 65534, 65535, 0 and 1, each 1 more than the one before"),
                new Case(
                        "RFC5452/QUERY-PORT",
                        w -> queries(w, List.of(9, 3, 8, 5), List.of(4001, 4002, 4003, 4005)),
                        w -> queries(w, List.of(9, 3, 8, 5), List.of(4001, 4001, 4001, 4001)),
                        "the ports 4001, 4001, 4001 and 4001, each like the one before"));
    }

    private static List<Case> repetitions() {
        return List.of(
                new Case(
                        "RFC1035/ANSWER",
                        w -> answered(w, a -> a),
                        w -> answered(w, a -> a.id(ID + 1)),
                        "answered query 65534 with the ID 65535"),
                new Case(
                        "RFC1035/ANSWER",
                        w -> answered(w, a -> a.code(ResponseCode.REFUSED).questions(List.of())),
                        w -> answered(w, a -> a.questions(List.of(Question.in(NAME, RecordType.AAAA)))),
                        "repeats [AAAA? www.example.com.]"),
                new Case(
                        "RFC1035/ANSWER",
                        w -> answered(w, a -> a),
                        w -> answered(w, a -> a.recursionDesired(false)),
                        "without repeating the bit RD"),
                new Case(
                        "RFC1035/ANSWER", w -> answered(w, a -> a), w -> answered(w, a -> a.response(false)), "QR = 0"),
                new Case(
                        "RFC1035/ANSWER",
                        w -> w.receivesUdp(DNS, DNS, response()),
                        w -> {
                            w.receivesUdp(DNS, DNS, response());
                            w.sendsUdp(DNS, DNS, response());
                        },
                        "nobody has asked for"),
                new Case(
                        "RFC1035/ANSWER",
                        w -> answered(w, a -> a),
                        w -> {
                            answered(w, a -> a);
                            w.sendsUdp(DNS, CLIENT, response());
                        },
                        "nobody has asked for"));
    }

    private static List<Case> answers() {
        return List.of(
                new Case(
                        "RFC2181/ANSWER-PORT",
                        w -> answered(w, a -> a),
                        w -> {
                            w.receivesUdp(CLIENT, DNS, QUERY.encode());
                            w.sendsUdp(5353, CLIENT, response());
                        },
                        "from port 5353"),
                new Case("RFC1035/UDP-512", w -> answeredWith(w, 29), w -> answeredWith(w, 30), "513 octets over UDP"),
                new Case(
                        "RFC1035/UDP-512",
                        w -> answeredWithEdns(w, 600),
                        w -> answeredWithEdns(w, 512),
                        "who asked takes 512"),
                new Case(
                        "RFC6891/OPT",
                        w -> answered(w, a -> a),
                        w -> answered(w, a -> a.edns(Edns.ofPayloadSize(1232))),
                        "an OPT record in the answer to a query without one"),
                new Case(
                        "RFC2181/RECORD-SET",
                        w -> answered(w, a -> a.answers(List.of(address(1, 300), address(2, 300)))),
                        w -> answered(w, a -> a.answers(List.of(address(1, 300), address(1, 300)))),
                        "a record twice"),
                new Case(
                        "RFC2181/ONE-TTL",
                        w -> answered(w, a -> a.answers(List.of(address(1, 300), address(2, 300)))),
                        w -> answered(w, a -> a.answers(List.of(address(1, 300), address(2, 301)))),
                        "different times to live, 300 and 301"));
    }

    /** The endpoint asks for one name after the other, with these IDs, from these ports. */
    private static void queries(Wire wire, List<Integer> ids, List<Integer> ports) {
        for (int i = 0; i < ids.size(); i++) {
            Question question = Question.in(DomainName.parse("host" + i + ".example.com"), RecordType.A);
            wire.sendsUdp(
                    ports.get(i), DNS, DnsMessage.query(ids.get(i), question).encode());
        }
    }

    /** The endpoint asks for two names with the same ID, the second time from another port or not. */
    private static void twoQueries(Wire wire, int secondPort) {
        wire.sendsUdp(CLIENT, DNS, QUERY.encode());
        wire.sendsUdp(CLIENT, DNS, QUERY.encode());
        Question other = Question.in(DomainName.parse("ftp.example.com"), RecordType.A);
        wire.sendsUdp(secondPort, DNS, DnsMessage.query(ID, other).encode());
    }

    private static void answered(Wire wire, UnaryOperator<DnsMessageBuilder> change) {
        wire.receivesUdp(CLIENT, DNS, QUERY.encode());
        wire.sendsUdp(DNS, CLIENT, change.apply(QUERY.reply()).build().encode());
    }

    /** Header 12 octets, question 21, each record 16. */
    private static void answeredWith(Wire wire, int records) {
        answered(wire, a -> a.answers(addresses(records)));
    }

    /** 33 octets, 31 records and an OPT record of 11 octets: 540. */
    private static void answeredWithEdns(Wire wire, int payloadSize) {
        Edns edns = Edns.ofPayloadSize(payloadSize);
        DnsMessage query = QUERY.toBuilder().edns(edns).build();
        wire.receivesUdp(CLIENT, DNS, query.encode());
        wire.sendsUdp(
                DNS,
                CLIENT,
                query.reply().answers(addresses(31)).edns(edns).build().encode());
    }

    private static List<ResourceRecord> addresses(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> address(n, 300)).toList();
    }

    private static ResourceRecord address(int number, long ttl) {
        return ResourceRecord.in(
                NAME, ttl, new RecordData.A(Ipv4Address.parse("192.0.2.0").plus(number)));
    }

    private static Octets changed(UnaryOperator<DnsMessageBuilder> change) {
        return change.apply(QUERY.toBuilder()).build().encode();
    }

    private static Octets response() {
        return QUERY.reply().build().encode();
    }
}
