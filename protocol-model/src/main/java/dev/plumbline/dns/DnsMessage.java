package dev.plumbline.dns;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
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

    /** The root's name, type and class, in octets (RFC 1035 section 4.1.2). */
    private static final int MIN_QUESTION = 5;
    /** The root's name, type, class, TTL, length and no data, in octets (RFC 1035 section 4.1.3). */
    private static final int MIN_RECORD = 11;
    /** What a question or a record takes, in octets, more often than not. */
    private static final int USUAL_ENTRY = 32;

    /** Refuses more records than a count can say. */
    public DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        authority = List.copyOf(authority);
        additional = List.copyOf(additional);
        requireCount(questions);
        requireCount(answers);
        requireCount(authority);
        requireCount(additional);
    }

    /** A standard query that asks for recursion (RFC 1034 section 5.3.1); the ID is 0 to 65535. */
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
            return Decoded.valid(read(MessageReader.ofMessage(octets)));
        } catch (NotWellFormed e) {
            return new Decoded.Rejected<>(e.why());
        }
    }

    /** The message with each name as short as an earlier one lets it be (RFC 1035 section 4.1.4). */
    @Keeps("RFC1035/MESSAGE")
    public Octets encode() {
        return write(true);
    }

    /** The message with all names in full. */
    public Octets encodeUncompressed() {
        return write(false);
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

    private static DnsMessage read(MessageReader in) {
        DnsHeader header = DnsHeader.read(in);
        int questions = in.u16("QDCOUNT");
        int answers = in.u16("ANCOUNT");
        int authority = in.u16("NSCOUNT");
        int additional = in.u16("ARCOUNT");
        DnsMessage message = new DnsMessage(
                header,
                questions(in, questions),
                records(in, "answer", answers),
                records(in, "authority record", authority),
                records(in, "additional record", additional));
        in.leave();
        in.requireEnd("the message");
        return message;
    }

    private static List<Question> questions(MessageReader in, int count) {
        if (count == 0) {
            return List.of();
        }
        Question[] questions = new Question[in.atMost(count, MIN_QUESTION)];
        for (int i = 0; i < count; i++) {
            in.enter("question", i + 1, count);
            questions[i] =
                    new Question(in.name("QNAME"), new RecordType(in.u16("QTYPE")), RecordClass.of(in.u16("QCLASS")));
        }
        return List.of(questions);
    }

    private static List<ResourceRecord> records(MessageReader in, String what, int count) {
        if (count == 0) {
            return List.of();
        }
        ResourceRecord[] records = new ResourceRecord[in.atMost(count, MIN_RECORD)];
        for (int i = 0; i < count; i++) {
            in.enter(what, i + 1, count);
            records[i] = resourceRecord(in);
        }
        return List.of(records);
    }

    private static ResourceRecord resourceRecord(MessageReader in) {
        DomainName name = in.name("NAME");
        RecordType type = new RecordType(in.u16("TYPE"));
        RecordClass recordClass = RecordClass.of(in.u16("CLASS"));
        long ttl = in.u32("TTL");
        int length = in.u16("RDLENGTH");
        return new ResourceRecord(name, recordClass, ttl, in.data(length, type, recordClass));
    }

    private static void requireCount(List<?> section) {
        if (section.size() > 0xffff) {
            throw new IllegalArgumentException("a section has at most 65535 entries, found " + section.size());
        }
    }

    private Octets write(boolean compress) {
        int entries = questions.size() + answers.size() + authority.size() + additional.size();
        MessageWriter out = new MessageWriter(compress, DnsHeader.LENGTH + USUAL_ENTRY * entries);
        out.u16(header.id()).u16(header.flags());
        out.u16(questions.size()).u16(answers.size()).u16(authority.size()).u16(additional.size());
        for (Question question : questions) {
            out.name(question.name());
            out.u16(question.type().code()).u16(question.recordClass().code());
        }
        write(out, answers);
        write(out, authority);
        write(out, additional);
        return out.toOctets();
    }

    private static void write(MessageWriter out, List<ResourceRecord> records) {
        for (ResourceRecord record : records) {
            out.name(record.name());
            out.u16(record.type().code()).u16(record.recordClass().code()).u32(record.ttl());
            out.data(record.data());
        }
    }
}
