package dev.plumbline.testbed;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A DNS message behind its datagram: {@code dns 4711 rd A? www.example.com.}, and the answer
 * {@code dns 4711 NOERROR aa A? www.example.com. | www.example.com. 300 A 192.0.2.7}. Of the other sections there is only what
 * they have, each behind its name.
 */
final class DnsNotation {
    private static final Port PORT = Port.of(53);
    private static final int MOST_RECORDS = 8;

    private DnsNotation() {}

    /** Nothing if the datagram is not from or to port 53, or carries no message. */
    static String of(UdpDatagram datagram) {
        if (!datagram.sourcePort().equals(PORT) && !datagram.destinationPort().equals(PORT)) {
            return "";
        }
        return DnsMessage.decode(datagram.payload()).match(message -> " " + of(message), why -> "");
    }

    private static String of(DnsMessage message) {
        DnsHeader header = message.header();
        StringBuilder text = new StringBuilder("dns ").append(header.id());
        if (!header.opcode().equals(Opcode.QUERY)) {
            text.append(' ').append(header.opcode());
        }
        if (header.response()) {
            text.append(' ').append(message.responseCode());
        }
        flag(text, header.authoritative(), "aa");
        flag(text, header.truncated(), "tc");
        flag(text, header.recursionDesired(), "rd");
        flag(text, header.recursionAvailable(), "ra");
        flag(text, header.z() != 0, "z=" + header.z());
        message.questions().stream()
                .map(Question::toString)
                .forEach(question -> text.append(' ').append(question));
        section(text, " |", message.answers());
        section(text, " | authority", message.authority());
        section(text, " | additional", message.additional());
        return text.toString();
    }

    private static void flag(StringBuilder text, boolean set, String name) {
        if (set) {
            text.append(' ').append(name);
        }
    }

    private static void section(StringBuilder text, String name, List<ResourceRecord> records) {
        if (!records.isEmpty()) {
            text.append(name)
                    .append(records.stream()
                            .limit(MOST_RECORDS)
                            .map(DnsNotation::record)
                            .collect(Collectors.joining(", ", " ", "")));
        }
        if (records.size() > MOST_RECORDS) {
            text.append(" and ").append(records.size() - MOST_RECORDS).append(" more");
        }
    }

    /** As in a master file, but for the class, which is IN nearly always (RFC 1035 section 5.1). */
    private static String record(ResourceRecord record) {
        if (record.type().equals(RecordType.OPT)) {
            return "OPT " + record.recordClass().code();
        }
        return record.toString().replace(" IN ", " ");
    }
}
