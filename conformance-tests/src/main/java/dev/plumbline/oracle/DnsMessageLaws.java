package dev.plumbline.oracle;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Malformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Laws about each DNS message by itself, over UDP. */
final class DnsMessageLaws {
    static final Port PORT = Port.of(53);

    private static final String MESSAGE = "RFC1035/MESSAGE";
    private static final String QUERY = "RFC1035/QUERY";
    private static final String RESERVED = "RFC1035/Z";
    private static final String RECORD_SET = "RFC2181/RECORD-SET";
    private static final String ONE_TTL = "RFC2181/ONE-TTL";
    /** The highest of the three bits after RA; the others have got a meaning since (RFC 6895 section 2). */
    private static final int Z = 4;

    private DnsMessageLaws() {}

    /** All of them. */
    static List<Law> all() {
        return List.of(
                new PacketLaw(MESSAGE, p -> datagram(p).isPresent(), DnsMessageLaws::judgeMessage),
                law(QUERY, m -> !m.header().response(), DnsMessageLaws::judgeQuery),
                law(RESERVED, m -> true, DnsMessageLaws::judgeReserved),
                law(RECORD_SET, m -> !m.answers().isEmpty(), DnsMessageLaws::judgeRecordSets),
                law(ONE_TTL, m -> !m.answers().isEmpty(), DnsMessageLaws::judgeTimesToLive));
    }

    /** The message that a datagram from or to port 53 carries, if it carries one. */
    static Optional<DnsMessage> messageIn(Packet packet) {
        return packet.udp()
                .filter(d -> d.sourcePort().equals(PORT) || d.destinationPort().equals(PORT))
                .flatMap(d -> DnsMessage.decode(d.payload()).value());
    }

    private static Law law(String id, Predicate<DnsMessage> concerns, Function<DnsMessage, Optional<Violation>> judge) {
        return new PacketLaw(
                id,
                packet -> messageIn(packet).filter(concerns).isPresent(),
                packet -> messageIn(packet).flatMap(judge));
    }

    private static Optional<UdpDatagram> datagram(Packet packet) {
        return packet.udp()
                .filter(d -> d.sourcePort().equals(PORT) || d.destinationPort().equals(PORT));
    }

    /** RFC 1035 section 4.1. */
    private static Optional<Violation> judgeMessage(Packet packet) {
        Optional<Malformed> problem =
                datagram(packet).flatMap(d -> DnsMessage.decode(d.payload()).problem());
        return problem.flatMap(why -> Law.violated(
                MESSAGE,
                "the endpoint sent a DNS message that cannot be read: " + why,
                "a header, and as many questions and records as it counts; labels of at most 63 octets, names of at most"
                        + " 255, pointers that lead back"));
    }

    /** RFC 1035 section 4.1.1 and 4.1.2. */
    private static Optional<Violation> judgeQuery(DnsMessage message) {
        DnsHeader header = message.header();
        List<String> wrong = new ArrayList<>();
        if (header.opcode().equals(Opcode.QUERY) && message.questions().size() != 1) {
            wrong.add(message.questions().size() + " questions");
        }
        if (!message.answers().isEmpty()) {
            wrong.add("records in its answer section");
        }
        if (header.authoritative()) {
            wrong.add("AA set");
        }
        if (!header.code().equals(ResponseCode.NOERROR)) {
            wrong.add("the response code " + header.code());
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Law.violated(
                        QUERY,
                        "the endpoint sent a query with " + String.join(" and ", wrong),
                        "one question and nothing that only an answer can say");
    }

    /** RFC 1035 section 4.1.1. */
    private static Optional<Violation> judgeReserved(DnsMessage message) {
        return (message.header().z() & Z) == 0
                ? Optional.empty()
                : Law.violated(
                        RESERVED,
                        "the endpoint sent a DNS message with the reserved bit Z set",
                        "zero, in every query and every answer");
    }

    /** RFC 2181 section 5. */
    private static Optional<Violation> judgeRecordSets(DnsMessage message) {
        Set<Object> seen = new HashSet<>();
        for (ResourceRecord record : message.answers()) {
            if (!seen.add(List.of(SetKey.of(record), record.data()))) {
                return Law.violated(
                        RECORD_SET,
                        "the endpoint sent an answer that has a record twice: " + record,
                        "each record of a set once");
            }
        }
        return Optional.empty();
    }

    /** RFC 2181 section 5.2. */
    private static Optional<Violation> judgeTimesToLive(DnsMessage message) {
        Map<SetKey, Long> timesToLive = new HashMap<>();
        for (ResourceRecord record : message.answers()) {
            Long other = timesToLive.putIfAbsent(SetKey.of(record), record.ttl());
            if (other != null && other != record.ttl()) {
                return Law.violated(
                        ONE_TTL,
                        "the endpoint sent a set of records with different times to live, " + other + " and "
                                + record.ttl() + " seconds",
                        "one time to live for all records of a name, type and class");
            }
        }
        return Optional.empty();
    }

    private record SetKey(DomainName name, RecordType type, RecordClass recordClass) {
        static SetKey of(ResourceRecord record) {
            return new SetKey(record.name(), record.type(), record.recordClass());
        }
    }
}
