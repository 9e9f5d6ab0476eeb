package dev.plumbline.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message in one line for transcripts and failures, with the flags that are set and the sections that are not empty. */
final class MessageText {
    private MessageText() {}

    static String write(DnsMessage message) {
        List<String> parts = new ArrayList<>();
        parts.add(start(message));
        add(parts, "answer", message.answers());
        add(parts, "authority", message.authority());
        List<ResourceRecord> additional = new ArrayList<>(message.additional());
        message.edns().ifPresent(edns -> {
            additional.remove(edns.toRecord());
            parts.add(write(edns));
        });
        add(parts, "additional", additional);
        return String.join("; ", parts);
    }

    private static String start(DnsMessage message) {
        DnsHeader header = message.header();
        List<String> words = new ArrayList<>();
        words.add(header.response() ? "response" : "query");
        words.add(Integer.toString(header.id()));
        if (!header.opcode().equals(Opcode.QUERY)) {
            words.add(header.opcode().toString());
        }
        ResponseCode code = message.responseCode();
        if (header.response() || !code.equals(ResponseCode.NOERROR)) {
            words.add(code.toString());
        }
        flags(words, header);
        String questions = message.questions().stream().map(Question::toString).collect(Collectors.joining(", "));
        return String.join(" ", words) + ": " + (questions.isEmpty() ? "no question" : questions);
    }

    private static void flags(List<String> words, DnsHeader header) {
        add(words, header.authoritative(), "AA");
        add(words, header.truncated(), "TC");
        add(words, header.recursionDesired(), "RD");
        add(words, header.recursionAvailable(), "RA");
        add(words, header.z() != 0, "Z=" + header.z());
    }

    private static void add(List<String> words, boolean set, String word) {
        if (set) {
            words.add(word);
        }
    }

    private static void add(List<String> parts, String section, List<ResourceRecord> records) {
        if (!records.isEmpty()) {
            parts.add(section + " "
                    + records.stream().map(ResourceRecord::toString).collect(Collectors.joining(", ")));
        }
    }

    private static String write(Edns edns) {
        return "EDNS version " + edns.version() + " with " + edns.payloadSize() + " octets"
                + (edns.dnssecOk() ? " DO" : "")
                + (edns.options().isEmpty() ? "" : " " + edns.options());
    }
}
