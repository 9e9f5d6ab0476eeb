package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.requirement.Keeps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an answer is found in a zone: RFC 1034 section 4.3.2 step 3, with the wildcards of RFC 4592 section 3.3 and without the
 * redirection of RFC 6672 section 3.2. One method a case, so that a suite can have each of them wrong.
 */
public class ZoneSearch {
    /** Where the search goes on. */
    protected final Zone zone;

    /** In one zone. */
    public ZoneSearch(Zone zone) {
        this.zone = zone;
    }

    /** Answers a question whose name is in the zone. */
    @Keeps("DNS-1")
    public Draft answer(Question question) {
        Draft draft = new Draft();
        draft.authoritative = true;
        search(draft, question.name(), question.type());
        return draft;
    }

    /** Step 3: where the way down to the name ends. */
    protected void search(Draft draft, DomainName name, RecordType type) {
        Optional<DomainName> cut = zone.cut(name).filter(c -> !isAnsweredAbove(c, name, type));
        if (cut.isPresent()) {
            referral(draft, cut.get());
        } else if (zone.exists(name)) {
            node(draft, name, name, type);
        } else {
            notMatched(draft, name, type);
        }
    }

    /** Step 3a: the node whose records are the name's own, or a wildcard's. */
    protected void node(Draft draft, DomainName node, DomainName name, RecordType type) {
        List<ResourceRecord> aliases = zone.records(node, RecordType.CNAME);
        if (!aliases.isEmpty() && !type.equals(RecordType.CNAME)) {
            alias(draft, aliases.get(0).withName(ownerOf(node, name)), name, type);
            return;
        }
        List<ResourceRecord> found = type.equals(RecordType.ANY) ? zone.records(node) : zone.records(node, type);
        if (found.isEmpty()) {
            noData(draft);
        } else {
            found.forEach(r -> draft.answers.add(r.withName(ownerOf(node, name))));
            found.forEach(r -> useful(draft, r));
        }
    }

    /** Step 3a: the node is an alias. To whom asks for any type, it is the answer (RFC 1034 section 3.6.2). */
    protected void alias(Draft draft, ResourceRecord alias, DomainName name, RecordType type) {
        draft.answers.add(alias);
        draft.followed.add(name);
        DomainName target = ((RecordData.Cname) alias.data()).target();
        boolean leadsOn = target.isAtOrBelow(zone.name()) && !draft.followed.contains(target);
        if (leadsOn && !type.equals(RecordType.ANY)) {
            search(draft, target, type);
        }
    }

    /** Step 3b: the name belongs to a zone below. An alias before that is still the zone's own (RFC 1035 section 4.1.1, AA). */
    protected void referral(Draft draft, DomainName cut) {
        draft.authoritative = !draft.answers.isEmpty();
        for (ResourceRecord delegation : zone.records(cut, RecordType.NS)) {
            draft.authority.add(delegation);
            DomainName server = ((RecordData.Ns) delegation.data()).server();
            (server.isAtOrBelow(cut) ? draft.glue : draft.additional).addAll(addresses(server));
        }
    }

    /** Step 3c: no such node; a wildcard may be the source of one (RFC 4592 section 3.3.1). */
    protected void notMatched(Draft draft, DomainName name, RecordType type) {
        Optional<DomainName> source = wildcard(name);
        if (source.isPresent()) {
            node(draft, source.get(), name, type);
        } else {
            nameError(draft);
        }
    }

    /** The wildcard right below the closest encloser, if it is there, and only that one (RFC 4592 section 3.3.1). */
    protected Optional<DomainName> wildcard(DomainName name) {
        DomainName encloser = zone.closestEncloser(name);
        return Optional.of(encloser)
                .filter(e -> e.wireLength() + 2 <= DomainName.MAX_NAME)
                .map(e -> e.prepend("*"))
                .filter(zone::exists);
    }

    /** The name has no such record (RFC 2308 section 2.2). */
    @Keeps("RFC6604/3-RCODE")
    protected void noData(Draft draft) {
        negative(draft);
    }

    /** There is no such name, even if an alias led to it (RFC 2308 section 2.1, RFC 6604 section 3). */
    @Keeps({"DNS-4", "RFC6604/3-RCODE"})
    protected void nameError(Draft draft) {
        draft.code = ResponseCode.NXDOMAIN;
        negative(draft);
    }

    /** How long a negative answer holds (RFC 2308 section 3). */
    protected void negative(Draft draft) {
        draft.authority.add(zone.negative());
    }

    /** Step 6: the addresses of whom the record names. */
    protected void useful(Draft draft, ResourceRecord answer) {
        serverIn(answer.data())
                .filter(server -> zone.cut(server).isEmpty())
                .ifPresent(server -> draft.additional.addAll(addresses(server)));
    }

    /** The owner that a node's records have in an answer: the name that was asked for (RFC 4592 section 3.3.1). */
    protected DomainName ownerOf(DomainName node, DomainName name) {
        return name;
    }

    /** What the parent knows better than the child: who is the child's key (RFC 4035 section 3.1.4.1). */
    private static boolean isAnsweredAbove(DomainName cut, DomainName name, RecordType type) {
        return cut.equals(name) && type.equals(RecordType.DS);
    }

    private List<ResourceRecord> addresses(DomainName server) {
        return Stream.of(RecordType.A, RecordType.AAAA)
                .flatMap(type -> zone.records(server, type).stream())
                .toList();
    }

    private static Optional<DomainName> serverIn(RecordData data) {
        if (data instanceof RecordData.Ns ns) {
            return Optional.of(ns.server());
        }
        if (data instanceof RecordData.Mx mx) {
            return Optional.of(mx.exchange());
        }
        return data instanceof RecordData.Srv srv ? Optional.of(srv.target()) : Optional.empty();
    }
}
