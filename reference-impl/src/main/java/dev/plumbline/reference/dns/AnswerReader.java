package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a reply that matches its query says about the question (RFC 1034 section 5.3.3, RFC 2308 section 2). */
public class AnswerReader {
    /** How many aliases in a row are followed: a longer chain is taken for a loop (RFC 1034 section 5.2.2). */
    public static final int MAX_ALIASES = 16;

    /** The longest that anything is remembered (RFC 1035 section 7.3, RFC 2308 section 5). */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Whether data are missing: then nothing of it is used, and the question is put over TCP (RFC 1123 section 6.1.3.2). */
    public boolean isTruncated(DnsMessage reply) {
        return reply.header().truncated();
    }

    /** The answer to {@code question}; none if the server failed, refused, or has no end of aliases. */
    public Optional<Answer> read(Question question, DnsMessage reply) {
        ResponseCode code = reply.responseCode();
        if (code.equals(ResponseCode.NXDOMAIN)) {
            return endOfAliases(question, reply).map(end -> noSuchName(end, reply));
        }
        return code.equals(ResponseCode.NOERROR)
                ? endOfAliases(question, reply)
                        .flatMap(end -> found(end, question.type(), reply)
                                .or(() -> noData(end, question, reply))
                                .or(() -> alias(end, question)))
                : Optional.empty();
    }

    /** Where the aliases of a reply lead, and how long the shortest-lived of them lives. */
    private record End(DomainName name, Duration lifetime) {
        Duration orShorter(Duration other) {
            return lifetime.compareTo(other) < 0 ? lifetime : other;
        }
    }

    /** Follows the aliases, in whatever order they stand; none if there is no end (RFC 1034 section 5.2.2). */
    private Optional<End> endOfAliases(Question question, DnsMessage reply) {
        End end = new End(question.name(), LONGEST);
        for (int followed = 0; followed <= MAX_ALIASES; followed++) {
            Optional<ResourceRecord> alias = about(end.name(), question.type(), reply)
                            .isEmpty()
                    ? about(end.name(), RecordType.CNAME, reply).stream().findFirst()
                    : Optional.empty();
            if (alias.isEmpty()) {
                return Optional.of(end);
            }
            DomainName target = ((RecordData.Cname) alias.get().data()).target();
            end = new End(target, end.orShorter(lifetime(alias.get())));
        }
        return Optional.empty();
    }

    /** The answer section's records of a type at a name; others are nobody's business (RFC 2181 section 5.4.1). */
    private List<ResourceRecord> about(DomainName name, RecordType type, DnsMessage reply) {
        return reply.answers().stream()
                .filter(record -> isOwnedBy(name, record) && isOfInternet(record) && isOfType(type, record))
                .toList();
    }

    /** Whether the name is the record's owner. */
    protected boolean isOwnedBy(DomainName name, ResourceRecord record) {
        return record.name().equals(name);
    }

    /** Whether the record is of the class that was asked for (RFC 1035 section 3.2.4). */
    protected boolean isOfInternet(ResourceRecord record) {
        return record.recordClass().equals(RecordClass.IN);
    }

    private static boolean isOfType(RecordType type, ResourceRecord record) {
        return type.equals(RecordType.ANY) || record.type().equals(type);
    }

    /** The code is about the last name of the chain (RFC 6604 section 3). */
    @Keeps({"DNS-4", "RFC2308/5-LIFETIME"})
    private Answer noSuchName(End end, DnsMessage reply) {
        return new Answer.NoSuchName(end.name(), end.orShorter(negativeLifetime(reply)));
    }

    /** A set lives as long as its record with the lowest TTL, and has no record twice (RFC 2181 sections 5 and 5.2). */
    private Optional<Answer> found(End end, RecordType type, DnsMessage reply) {
        List<ResourceRecord> records = about(end.name(), type, reply);
        Optional<Duration> shortest = records.stream().map(this::lifetime).min(Comparator.naturalOrder());
        return shortest.map(lifetime -> new Answer.Found(data(records), end.orShorter(lifetime)));
    }

    private static List<Octets> data(List<ResourceRecord> records) {
        return records.stream().map(record -> record.data().encode()).distinct().toList();
    }

    /**
     * There is nothing, and the zone says so with its SOA record; without one it is taken for that if it can be nothing else:
     * no alias, whose target is still to be asked for, and no referral, which a stub cannot follow (RFC 2308 section 2.2).
     */
    private Optional<Answer> noData(End end, Question question, DnsMessage reply) {
        boolean nothingElse = end.name().equals(question.name()) && !isReferral(reply);
        return startOfZone(reply).isPresent() || nothingElse
                ? Optional.of(new Answer.NoData(end.orShorter(negativeLifetime(reply))))
                : Optional.empty();
    }

    private static Optional<Answer> alias(End end, Question question) {
        return end.name().equals(question.name())
                ? Optional.empty()
                : Optional.of(new Answer.Alias(end.name(), end.lifetime()));
    }

    private static boolean isReferral(DnsMessage reply) {
        return reply.authority().stream().anyMatch(record -> record.type().equals(RecordType.NS));
    }

    /** How long a record may be kept. */
    protected Duration lifetime(ResourceRecord record) {
        return Duration.ofSeconds(record.timeToLive());
    }

    /** How long it may be remembered that something does not exist: not at all without an SOA record (RFC 2308 section 5). */
    @Keeps({"RFC2308/5-LIFETIME", "RFC2308/5-NO-SOA"})
    protected Duration negativeLifetime(DnsMessage reply) {
        return startOfZone(reply)
                .map(soa -> Math.min(soa.timeToLive(), ((RecordData.Soa) soa.data()).minimum()))
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    private Optional<ResourceRecord> startOfZone(DnsMessage reply) {
        return reply.authority().stream()
                .filter(record -> isOfInternet(record) && record.data() instanceof RecordData.Soa)
                .findFirst();
    }
}
