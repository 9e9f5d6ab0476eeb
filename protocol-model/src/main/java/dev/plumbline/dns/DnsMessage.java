package dev.plumbline.dns;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in its checked form (RFC 1035 section 4.1). Its header's counts are the sizes of the lists.
 *
 * @param header all of the header but the counts
 * @param questions the question section
 * @param answers the answer section
 * @param authority the authority section
 * @param additional the additional section, the OPT record included if there is one
 */
public record DnsMessage(
        DnsHeader header,
        List<Question> questions,
        List<ResourceRecord> answers,
        List<ResourceRecord> authority,
        List<ResourceRecord> additional) {
    /** The longest message in octets, over TCP (RFC 1035 section 4.2.2). */
    public static final int MAX_LENGTH = 65535;
    /** The longest message over UDP without EDNS (RFC 1035 section 2.3.4). */
    public static final int MAX_UDP = 512;

    /** Refuses more records than a count can say. */
    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authority = List.copyOf(authority);
        additional = List.copyOf(additional);
        for (List<?> section : List.of(questions, answers, authority, additional)) {
            if (section.size() > 0xffff) {
                throw new IllegalArgumentException("a section has at most 65535 entries, found " + section.size());
            }
        }
    }

    /** A standard query that asks for recursion (RFC 1034 section 5.3.1). */
    public static DnsMessage query(int id, Question question) {
        return new DnsMessage(DnsHeader.query(id), List.of(question), List.of(), List.of(), List.of());
    }

    /**
     * Starts a response to this message: its ID, opcode, RD and questions are the same (RFC 1035 section 4.1.1), the rest is
     * empty.
     */
    public DnsMessageBuilder reply() {
        return DnsMessageBuilder.replyTo(header).questions(questions);
    }

    /** Starts with all that this message has. */
    public DnsMessageBuilder toBuilder() {
        return new DnsMessageBuilder(this);
    }

    /**
     * Reads a message. Malformed is what RFC 9267 sections 2 to 6 warn of. Octets after the last record are, too: RFC 1035 section
     * 4.1 has no place for them, and the counts must correspond to the data that is there (RFC 9267 section 6). No RFC says what is
     * to be done about them; to ignore them alone would be as good, and nothing is demanded of a stack that receives them.
     */
    public static Decoded<DnsMessage> decode(Octets octets) {
        try {
            return DnsHeader.decode(octets)
                    .match(header -> Decoded.valid(decode(header, octets)), Decoded.Rejected<DnsMessage>::new);
        } catch (NotWellFormed e) {
            return new Decoded.Rejected<>(e.why());
        }
    }

    /** The message with each name as short as an earlier one lets it be (RFC 1035 section 4.1.4). */
    @Keeps("RFC1035/MESSAGE")
    public Octets encode() {
        return write(new MessageWriter(true));
    }

    /** The message with all names in full. */
    public Octets encodeUncompressed() {
        return write(new MessageWriter(false));
    }

    /** What the message's OPT record says, if it has one in the additional section (RFC 6891 section 6.1.1). */
    public Optional<Edns> edns() {
        return additional.stream()
                .filter(r -> r.type().equals(RecordType.OPT) && r.data() instanceof RecordData.Opt)
                .findFirst()
                .map(Edns::of);
    }

    /** The response code with the upper bits from the OPT record, if there is one (RFC 6891 section 6.1.3). */
    public ResponseCode responseCode() {
        int upper = edns().map(Edns::extendedCode).orElse(0);
        return new ResponseCode(upper << 4 | header.code().code());
    }

    /** One line, such as {@code query 7: A? www.example.com.} or what a server made of it. */
    @Override
    public String toString() {
        return MessageText.write(this);
    }

    private static DnsMessage decode(DnsHeader header, Octets octets) {
        MessageReader in = MessageReader.ofMessage(octets);
        in.octets(4, "ID and flags");
        int[] counts = {in.u16("QDCOUNT"), in.u16("ANCOUNT"), in.u16("NSCOUNT"), in.u16("ARCOUNT")};
        List<Question> questions = new ArrayList<>();
        for (int i = 1; i <= counts[0]; i++) {
            in.enter("question", i, counts[0]);
            questions.add(question(in));
        }
        DnsMessage message = new DnsMessage(
                header,
                questions,
                records(in, "answer", counts[1]),
                records(in, "authority record", counts[2]),
                records(in, "additional record", counts[3]));
        in.leave();
        in.requireEnd("the message");
        return message;
    }

    private static List<ResourceRecord> records(MessageReader in, String what, int count) {
        List<ResourceRecord> records = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            in.enter(what, i, count);
            records.add(resourceRecord(in));
        }
        return records;
    }

    private static Question question(MessageReader in) {
        return new Question(in.name("QNAME"), new RecordType(in.u16("QTYPE")), new RecordClass(in.u16("QCLASS")));
    }

    private static ResourceRecord resourceRecord(MessageReader in) {
        DomainName name = in.name("NAME");
        RecordType type = new RecordType(in.u16("TYPE"));
        RecordClass recordClass = new RecordClass(in.u16("CLASS"));
        long ttl = in.u32("TTL");
        int length = in.u16("RDLENGTH");
        RecordData data = in.within(length, type + " RDATA", i -> DataReaders.read(type, recordClass, i));
        return new ResourceRecord(name, recordClass, ttl, data);
    }

    private Octets write(MessageWriter out) {
        out.u16(header.id()).u16(header.flags());
        out.u16(questions.size()).u16(answers.size()).u16(authority.size()).u16(additional.size());
        for (Question question : questions) {
            out.name(question.name());
            out.u16(question.type().code()).u16(question.recordClass().code());
        }
        for (List<ResourceRecord> section : List.of(answers, authority, additional)) {
            section.forEach(r -> write(out, r));
        }
        return out.toOctets();
    }

    private static void write(MessageWriter out, ResourceRecord record) {
        out.name(record.name());
        out.u16(record.type().code()).u16(record.recordClass().code()).u32(record.ttl());
        out.data(record.data());
    }
}
