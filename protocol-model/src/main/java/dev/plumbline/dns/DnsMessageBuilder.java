package dev.plumbline.dns;

import java.util.ArrayList;
import java.util.List;

/** Puts a message together; what is not said is zero, false or empty. */
public final class DnsMessageBuilder {
    private int id;
    private boolean response;
    private Opcode opcode = Opcode.QUERY;
    private boolean authoritative;
    private boolean truncated;
    private boolean recursionDesired;
    private boolean recursionAvailable;
    private int z;
    private ResponseCode code = ResponseCode.NOERROR;
    private List<Question> questions = List.of();
    private List<ResourceRecord> answers = List.of();
    private List<ResourceRecord> authority = List.of();
    private List<ResourceRecord> additional = List.of();

    /** Starts with a standard query of ID 0 that has nothing in it. */
    public DnsMessageBuilder() {}

    DnsMessageBuilder(DnsMessage message) {
        header(message.header());
        questions = message.questions();
        answers = message.answers();
        authority = message.authority();
        additional = message.additional();
    }

    /** Starts a response to the query with this header: ID, opcode and RD are copied (RFC 1035 section 4.1.1). */
    public static DnsMessageBuilder replyTo(DnsHeader query) {
        return new DnsMessageBuilder()
                .id(query.id())
                .opcode(query.opcode())
                .recursionDesired(query.recursionDesired())
                .response(true);
    }

    /** Takes all of a header. */
    public DnsMessageBuilder header(DnsHeader header) {
        id = header.id();
        response = header.response();
        opcode = header.opcode();
        authoritative = header.authoritative();
        truncated = header.truncated();
        recursionDesired = header.recursionDesired();
        recursionAvailable = header.recursionAvailable();
        z = header.z();
        code = header.code();
        return this;
    }

    /** ID, 0 to 65535. */
    public DnsMessageBuilder id(int value) {
        id = value;
        return this;
    }

    /** QR. */
    public DnsMessageBuilder response(boolean value) {
        response = value;
        return this;
    }

    /** OPCODE. */
    public DnsMessageBuilder opcode(Opcode value) {
        opcode = value;
        return this;
    }

    /** AA. */
    public DnsMessageBuilder authoritative(boolean value) {
        authoritative = value;
        return this;
    }

    /** TC. */
    public DnsMessageBuilder truncated(boolean value) {
        truncated = value;
        return this;
    }

    /** RD. */
    public DnsMessageBuilder recursionDesired(boolean value) {
        recursionDesired = value;
        return this;
    }

    /** RA. */
    public DnsMessageBuilder recursionAvailable(boolean value) {
        recursionAvailable = value;
        return this;
    }

    /** The three bits after RA. */
    public DnsMessageBuilder z(int value) {
        z = value;
        return this;
    }

    /** RCODE, 0 to 15; for more see {@link Edns#withExtendedCode}. */
    public DnsMessageBuilder code(ResponseCode value) {
        code = value;
        return this;
    }

    /** The whole question section. */
    public DnsMessageBuilder questions(List<Question> all) {
        questions = all;
        return this;
    }

    /** The whole answer section. */
    public DnsMessageBuilder answers(List<ResourceRecord> all) {
        answers = all;
        return this;
    }

    /** The whole authority section. */
    public DnsMessageBuilder authority(List<ResourceRecord> all) {
        authority = all;
        return this;
    }

    /** The whole additional section. */
    public DnsMessageBuilder additional(List<ResourceRecord> all) {
        additional = all;
        return this;
    }

    /** Adds an OPT record to what the additional section has. */
    public DnsMessageBuilder edns(Edns edns) {
        List<ResourceRecord> more = new ArrayList<>(additional);
        more.add(edns.toRecord());
        additional = more;
        return this;
    }

    /**
     * The message.
     *
     * @throws IllegalArgumentException for what does not fit its field
     */
    public DnsMessage build() {
        DnsHeader header = new DnsHeader(
                id, response, opcode, authoritative, truncated, recursionDesired, recursionAvailable, z, code);
        return new DnsMessage(header, questions, answers, authority, additional);
    }
}
