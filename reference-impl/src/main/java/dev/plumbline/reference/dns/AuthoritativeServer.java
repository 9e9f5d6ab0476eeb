package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an answer of each query, octets in and octets out (RFC 1034 section 4.3.1, RFC 6891 section 7). It answers for one zone
 * and nothing else, offers no recursion and hands out no whole zone. One method a check.
 */
public class AuthoritativeServer {
    /** What the server says that it can take over UDP, and the most it sends there: no path must fragment that. */
    public static final int PAYLOAD_SIZE = 1232;

    private static final Set<RecordType> TRANSFERS = Set.of(RecordType.AXFR, RecordType.IXFR);

    private final Zone zone;
    private final ZoneSearch search;

    /** For one zone. */
    public AuthoritativeServer(Zone zone) {
        this(zone, new ZoneSearch(zone));
    }

    /** With another way to find an answer. */
    public AuthoritativeServer(Zone zone, ZoneSearch search) {
        this.zone = zone;
        this.search = search;
    }

    /** The answer to what came over UDP; empty if it deserves none. */
    public final Optional<Octets> answerOverUdp(Octets query) {
        return answer(query, false);
    }

    /** The answer to what came over TCP, without its length before it; empty if it deserves none. */
    public final Optional<Octets> answerOverTcp(Octets query) {
        return answer(query, true);
    }

    private Optional<Octets> answer(Octets octets, boolean stream) {
        return DnsHeader.decode(octets)
                .value()
                .filter(header -> !isIgnored(header))
                .map(header -> DnsMessage.decode(octets)
                        .match(
                                query -> fitted(reply(query), limit(query, stream)),
                                why -> unreadable(header, octets).encode()));
    }

    /** What is said to what cannot be read beyond its header; with OPT, if there is one (RFC 6891 section 7). */
    @Keeps("RFC6891/7-FORMERR")
    protected DnsMessage unreadable(DnsHeader header, Octets query) {
        DnsMessageBuilder reply =
                DnsMessageBuilder.replyTo(header).code(isSupported(header) ? malformed() : ResponseCode.NOTIMP);
        return (Edns.isIn(query) ? reply.edns(Edns.ofPayloadSize(PAYLOAD_SIZE)) : reply).build();
    }

    /** A response is none of a server's business; an answer to it could go round for ever (RFC 1035 section 7.3). */
    protected boolean isIgnored(DnsHeader header) {
        return header.response();
    }

    /** The opcodes that are answered with more than NOTIMP (RFC 8906 section 3.1.4). */
    protected boolean isSupported(DnsHeader header) {
        return header.opcode().equals(Opcode.QUERY);
    }

    /** What is said to a message that cannot be read (RFC 1035 section 4.1.1, RCODE). */
    protected ResponseCode malformed() {
        return ResponseCode.FORMERR;
    }

    /** The whole answer, however long. */
    @Keeps({"RFC1035/Z", "RFC1035/ANSWER"})
    protected DnsMessage reply(DnsMessage query) {
        Optional<ResponseCode> refusal = refusal(query);
        if (refusal.isPresent()) {
            return build(query, new Draft(), refusal.get());
        }
        Draft draft = search.answer(query.questions().get(0));
        return build(query, draft, draft.code);
    }

    /** Why there is no search; empty if there is one. */
    protected Optional<ResponseCode> refusal(DnsMessage query) {
        if (!isSupported(query.header())) {
            return Optional.of(ResponseCode.NOTIMP);
        }
        if (query.questions().size() != 1 || optRecords(query) > 1) {
            return Optional.of(malformed());
        }
        if (query.edns().filter(e -> e.version() > 0).isPresent()) {
            return Optional.of(ResponseCode.BADVERS);
        }
        return isRefused(query.questions().get(0)) ? Optional.of(ResponseCode.REFUSED) : Optional.empty();
    }

    /** What the server has nothing to say about (RFC 8906 section 3.1.1), or will not. */
    protected boolean isRefused(Question question) {
        return !question.recordClass().equals(RecordClass.IN)
                || !question.name().isAtOrBelow(zone.name())
                || TRANSFERS.contains(question.type());
    }

    /** How long the answer may be: what UDP always had, what the query says, or what TCP's length can say. */
    @Keeps("RFC1035/UDP-512")
    protected int limit(DnsMessage query, boolean stream) {
        int payload = query.edns().map(Edns::payloadSize).orElse(DnsMessage.MAX_UDP);
        // RFC 6891 section 6.2.3: less than 512 counts as 512.
        int datagram = Math.max(DnsMessage.MAX_UDP, Math.min(payload, PAYLOAD_SIZE));
        return stream ? DnsMessage.MAX_LENGTH : datagram;
    }

    /** OPT in an answer to OPT, and only there (RFC 6891 section 6.1.1); DO is copied (RFC 3225 section 3). */
    @Keeps({"RFC6891/OPT", "RFC6891/6.1.1-ANSWER"})
    protected Optional<Edns> edns(DnsMessage query, ResponseCode code) {
        return query.edns().map(e -> new Edns(PAYLOAD_SIZE, code.code() >> 4, 0, e.dnssecOk(), 0, List.of()));
    }

    /** What does not fit goes: first what may be useful, then all of it, and TC says so (RFC 2181 section 9). */
    @Keeps("RFC1035/UDP-512")
    protected Octets fitted(DnsMessage reply, int limit) {
        Octets whole = reply.encode();
        if (whole.length() <= limit) {
            return whole;
        }
        Octets needed = reply.toBuilder()
                .additional(reply.additional().stream()
                        .filter(r -> isNeeded(reply, r))
                        .toList())
                .build()
                .encode();
        return needed.length() <= limit ? needed : truncated(reply).encode();
    }

    /** The question, nothing of the answer, and TC. */
    protected DnsMessage truncated(DnsMessage reply) {
        return reply.toBuilder()
                .truncated(true)
                .answers(List.of())
                .authority(List.of())
                .additional(reply.additional().stream()
                        .filter(r -> r.type().equals(RecordType.OPT))
                        .toList())
                .build();
    }

    private DnsMessage build(DnsMessage query, Draft draft, ResponseCode code) {
        List<ResourceRecord> additional = new ArrayList<>(draft.glue);
        draft.additional.stream().filter(r -> !additional.contains(r)).forEach(additional::add);
        DnsMessageBuilder reply = query.reply()
                .authoritative(draft.authoritative)
                .code(new ResponseCode(code.code() & 0xf))
                .answers(draft.answers)
                .authority(draft.authority)
                .additional(additional);
        edns(query, code).ifPresent(reply::edns);
        return reply.build();
    }

    /** OPT, and in a referral the addresses of servers below the cut (RFC 9471 section 3.1). */
    private static boolean isNeeded(DnsMessage reply, ResourceRecord additional) {
        DomainName owner = additional.name();
        return additional.type().equals(RecordType.OPT)
                || reply.authority().stream()
                        .anyMatch(r -> r.type().equals(RecordType.NS) && owner.isAtOrBelow(r.name()));
    }

    private static long optRecords(DnsMessage query) {
        return query.additional().stream()
                .filter(r -> r.type().equals(RecordType.OPT))
                .count();
    }
}
