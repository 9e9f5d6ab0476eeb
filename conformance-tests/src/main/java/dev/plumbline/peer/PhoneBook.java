package dev.plumbline.peer;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is in a zone, and what a server that knows just that answers (RFC 1034 section 4.3.2, without wildcards and cuts). */
public final class PhoneBook {
    private static final long REFRESH = 3600;
    private static final long RETRY = 600;
    private static final long EXPIRE = 604_800;

    private final ResourceRecord soa;
    private final List<ResourceRecord> records;

    private PhoneBook(ResourceRecord soa, List<ResourceRecord> records) {
        this.soa = soa;
        this.records = List.copyOf(records);
    }

    /**
     * An empty one.
     *
     * @param origin the name that all others are at or below
     * @param serial the zone's version
     * @param negativeTtl how long in seconds it may be remembered that something is not in it (RFC 2308 section 4)
     */
    public static PhoneBook empty(DomainName origin, long serial, long negativeTtl) {
        RecordData data = new RecordData.Soa(
                origin.prepend("ns"), origin.prepend("hostmaster"), serial, REFRESH, RETRY, EXPIRE, negativeTtl);
        return new PhoneBook(ResourceRecord.in(origin, negativeTtl, data), List.of());
    }

    /** With one more record. */
    public PhoneBook with(ResourceRecord record) {
        List<ResourceRecord> more = new ArrayList<>(records);
        more.add(record);
        return new PhoneBook(soa, more);
    }

    /** With addresses for a name. */
    public PhoneBook with(DomainName name, long ttl, Iterable<Ipv4Address> addresses) {
        PhoneBook book = this;
        for (Ipv4Address address : addresses) {
            book = book.with(ResourceRecord.in(name, ttl, new RecordData.A(address)));
        }
        return book;
    }

    /** With an alias. */
    public PhoneBook with(DomainName alias, long ttl, DomainName target) {
        return with(ResourceRecord.in(alias, ttl, new RecordData.Cname(target)));
    }

    /** The zone's own name. */
    public DomainName origin() {
        return soa.name();
    }

    /** Its records, the SOA record left out. */
    public List<ResourceRecord> records() {
        return records;
    }

    /** The addresses that a name leads to, over aliases too. */
    public Set<Ipv4Address> addresses(DomainName name) {
        Set<Ipv4Address> addresses = new LinkedHashSet<>();
        for (ResourceRecord record : lookUp(Question.in(name, RecordType.A))) {
            if (record.data() instanceof RecordData.A a) {
                addresses.add(a.address());
            }
        }
        return addresses;
    }

    /** What a name is an alias of, if it is one. */
    public Optional<DomainName> alias(DomainName name) {
        return of(name, RecordType.CNAME).stream()
                .map(record -> ((RecordData.Cname) record.data()).target())
                .findFirst();
    }

    /** Whether a name is in it, be it only because there are names below it (RFC 4592 section 2.2.2). */
    public boolean has(DomainName name) {
        return name.equals(origin()) || records.stream().anyMatch(r -> r.name().isAtOrBelow(name));
    }

    /** The answer to a query with one question, as a server that follows aliases gives it to who asked for that. */
    public DnsMessage answer(DnsMessage query) {
        Question question = query.questions().get(0);
        List<ResourceRecord> found = lookUp(question);
        DnsMessageBuilder reply = query.reply().recursionAvailable(true).answers(found);
        if (found.stream().anyMatch(r -> r.type().equals(question.type()))) {
            return reply.build();
        }
        return reply.code(has(end(question.name(), found)) ? ResponseCode.NOERROR : ResponseCode.NXDOMAIN)
                .authority(List.of(soa))
                .build();
    }

    /** A master file with all of it (RFC 1035 section 5.1). */
    @Override
    public String toString() {
        return soa + "\n" + records.stream().map(r -> r + "\n").collect(Collectors.joining());
    }

    private List<ResourceRecord> lookUp(Question question) {
        List<ResourceRecord> found = new ArrayList<>();
        DomainName name = question.name();
        while (found.size() <= records.size()) {
            List<ResourceRecord> here = of(name, question.type());
            List<ResourceRecord> alias = of(name, RecordType.CNAME);
            found.addAll(here.isEmpty() ? alias : here);
            if (!here.isEmpty() || alias.isEmpty()) {
                return found;
            }
            name = end(name, alias);
        }
        throw new IllegalStateException("the scenario's aliases go round in a circle: " + records);
    }

    private List<ResourceRecord> of(DomainName name, RecordType type) {
        return records.stream()
                .filter(r -> r.name().equals(name) && r.type().equals(type))
                .toList();
    }

    /** Where a chain of aliases ends. */
    private static DomainName end(DomainName start, List<ResourceRecord> chain) {
        DomainName name = start;
        for (ResourceRecord link : chain) {
            name = link.data() instanceof RecordData.Cname alias ? alias.target() : name;
        }
        return name;
    }
}
