package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Opcode;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is thought of DNS messages (RFC 1035 section 4.1, RFC 2308 section 2). */
final class Answers {
    private Answers() {}

    /** What is wrong with a query that should ask {@code wanted}. */
    static List<Objection> questionObjections(DnsMessage query, Question wanted) {
        List<Objection> wrong = new ArrayList<>();
        if (query.header().response()) {
            wrong.add(Objection.of("it has QR = 1, the mark of an answer"));
        }
        if (!query.header().opcode().equals(Opcode.QUERY)) {
            wrong.add(Objection.of("its opcode is " + query.header().opcode()));
        }
        if (!query.questions().equals(List.of(wanted))) {
            String words = "its questions are " + query.questions();
            wrong.add(new Objection(words, Difference.of(List.of(wanted), query.questions(), words)));
        }
        return wrong;
    }

    /** What is wrong with an answer that should have exactly these addresses under the name that was asked. */
    static List<Objection> addressObjections(DnsMessage answer, DomainName name, long ttl, Set<Ipv4Address> addresses) {
        List<Objection> wrong = authorityObjections(answer, ResponseCode.NOERROR);
        for (ResourceRecord record : answer.answers()) {
            if (!(record.data() instanceof RecordData.A a) || !addresses.contains(a.address())) {
                wrong.add(stranger(record, addresses));
            } else {
                wrong.addAll(ownerObjections(record, name, ttl));
            }
        }
        wrong.addAll(missing(answer, addresses));
        if (answer.header().truncated()) {
            wrong.add(Objection.of("it says that it is cut short (TC = 1), although all of it fits"));
        }
        return wrong;
    }

    /** Where there is only one address it should have been that one. */
    private static Objection stranger(ResourceRecord record, Set<Ipv4Address> addresses) {
        String words = "it has " + record + ", which is not in the zone";
        return record.data() instanceof RecordData.A a && addresses.size() == 1
                ? Objection.of(addresses.iterator().next(), a.address(), words)
                : Objection.of(words);
    }

    private static List<Objection> ownerObjections(ResourceRecord record, DomainName name, long ttl) {
        List<Objection> wrong = new ArrayList<>();
        if (!record.name().equals(name)) {
            wrong.add(Objection.of("it has an address under the name " + record.name() + " instead of " + name));
        }
        if (record.ttl() != ttl) {
            wrong.add(Objection.of(
                    Quantity.RECORD_LIFETIME,
                    ttl,
                    record.ttl(),
                    "its time to live is " + record.ttl() + " seconds instead of " + ttl));
        }
        return wrong;
    }

    /** What is wrong with an answer that should say that the name is an alias; following it is the server's choice here. */
    static List<Objection> aliasObjections(
            DnsMessage answer, DomainName alias, DomainName target, Set<Ipv4Address> addresses) {
        List<Objection> wrong = authorityObjections(answer, ResponseCode.NOERROR);
        wrong.addAll(chainObjections(answer, alias, target, addresses));
        return wrong;
    }

    /** What is wrong with it if the server has the name that the alias leads to, too: it is to follow it itself. */
    static List<Objection> followedObjections(
            DnsMessage answer, DomainName alias, DomainName target, Set<Ipv4Address> addresses) {
        List<Objection> wrong = aliasObjections(answer, alias, target, addresses);
        if (!answer.header().truncated()) {
            wrong.addAll(missing(answer, addresses));
        }
        return wrong;
    }

    private static List<Objection> missing(DnsMessage answer, Set<Ipv4Address> addresses) {
        Set<Ipv4Address> missing = new LinkedHashSet<>(addresses);
        answer.answers().forEach(record -> {
            if (record.data() instanceof RecordData.A a) {
                missing.remove(a.address());
            }
        });
        return missing.isEmpty()
                ? List.of()
                : List.of(Objection.of(missing.size() + " of the name's " + addresses.size()
                        + " addresses are missing, " + missing.iterator().next() + " among them"));
    }

    private static List<Objection> chainObjections(
            DnsMessage answer, DomainName alias, DomainName target, Set<Ipv4Address> addresses) {
        List<Objection> wrong = new ArrayList<>();
        boolean found = false;
        for (ResourceRecord record : answer.answers()) {
            if (record.name().equals(alias) && record.data().equals(new RecordData.Cname(target))) {
                found = true;
            } else if (!record.name().equals(target)
                    || !(record.data() instanceof RecordData.A a)
                    || !addresses.contains(a.address())) {
                wrong.add(Objection.of("it has " + record + ", which is not in the zone"));
            }
        }
        if (!found) {
            wrong.add(Objection.of("it does not say that " + alias + " is an alias of " + target));
        }
        return wrong;
    }

    /** What is wrong with an answer about an alias that leads to nothing, if it follows the alias, and if not (RFC 6604 section 3). */
    static List<Objection> endObjections(
            DnsMessage answer, DomainName alias, DomainName target, ResponseCode code, DomainName zone) {
        boolean isFollowed = !answer.header().code().equals(ResponseCode.NOERROR) || hasStartOf(zone, answer);
        List<Objection> wrong = authorityObjections(answer, isFollowed ? code : ResponseCode.NOERROR);
        wrong.addAll(chainObjections(answer, alias, target, Set.of()));
        return wrong;
    }

    private static boolean hasStartOf(DomainName zone, DnsMessage answer) {
        return answer.authority().stream()
                .anyMatch(r -> r.type().equals(RecordType.SOA) && r.name().equals(zone));
    }

    /** What is wrong with an answer that should say that there is nothing, and for how long (RFC 2308 section 3). */
    static List<Objection> negativeObjections(DnsMessage answer, ResponseCode code, DomainName zone) {
        List<Objection> wrong = authorityObjections(answer, code);
        if (!answer.answers().isEmpty()) {
            wrong.add(Objection.of("it has records in its answer section: " + answer.answers()));
        }
        if (!hasStartOf(zone, answer)) {
            wrong.add(Objection.of("the zone's SOA record is not in its authority section"));
        }
        return wrong;
    }

    private static List<Objection> authorityObjections(DnsMessage answer, ResponseCode code) {
        List<Objection> wrong = new ArrayList<>();
        DnsHeader header = answer.header();
        if (!header.code().equals(code)) {
            wrong.add(Objection.of(
                    "it says " + header.code() + meaning(header.code()) + " instead of " + code + meaning(code)));
        }
        if (!header.authoritative()) {
            wrong.add(Objection.of("it is not authoritative (AA = 0)"));
        }
        return wrong;
    }

    private static String meaning(ResponseCode code) {
        if (code.equals(ResponseCode.NXDOMAIN)) {
            return " (no such name)";
        }
        return code.equals(ResponseCode.NOERROR) ? " (the name exists)" : "";
    }
}
