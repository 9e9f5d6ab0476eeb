package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.requirement.Keeps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records that one server is an authority for, and those at and below its cuts (RFC 1034 section 4.2). */
public final class Zone {
    private final ResourceRecord start;
    private final Map<DomainName, Map<RecordType, List<ResourceRecord>>> nodes;

    private Zone(Builder builder) {
        start = builder.start;
        nodes = builder.nodes;
    }

    /** The name at its top. */
    public DomainName name() {
        return start.name();
    }

    /** Its SOA record, as it is. */
    public ResourceRecord start() {
        return start;
    }

    /** Its SOA record, with the time for which it may be remembered that something is not there (RFC 2308 section 3). */
    public ResourceRecord negative() {
        RecordData.Soa soa = (RecordData.Soa) start.data();
        return start.withTtl(Math.min(start.ttl(), soa.minimum()));
    }

    /** Whether a name has records, or names below it have (RFC 4592 section 2.2.2). */
    public boolean exists(DomainName name) {
        return nodes.containsKey(name);
    }

    /** The records of one name and type; the list may be empty. */
    public List<ResourceRecord> records(DomainName name, RecordType type) {
        return nodes.getOrDefault(name, Map.of()).getOrDefault(type, List.of());
    }

    /** The records of one name. */
    public List<ResourceRecord> records(DomainName name) {
        return nodes.getOrDefault(name, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Where the zone ends on the way down to {@code name}, that name included: the highest such cut (RFC 1034 section 4.2.1). */
    public Optional<DomainName> cut(DomainName name) {
        Optional<DomainName> highest = Optional.empty();
        for (DomainName at = name; at.isAtOrBelow(name()) && !at.equals(name()); at = at.parent()) {
            highest = records(at, RecordType.NS).isEmpty() ? highest : Optional.of(at);
        }
        return highest;
    }

    /** The nearest name above {@code name} that exists (RFC 4592 section 3.3.1). */
    public DomainName closestEncloser(DomainName name) {
        DomainName at = name.parent();
        while (!exists(at)) {
            at = at.parent();
        }
        return at;
    }

    /** Takes records one by one, and refuses those that make no zone (RFC 1035 section 5.2). */
    public static final class Builder {
        private final ResourceRecord start;
        private final Map<DomainName, Map<RecordType, List<ResourceRecord>>> nodes = new LinkedHashMap<>();

        /** With an SOA record, which names the zone. */
        public Builder(ResourceRecord start) {
            if (!(start.data() instanceof RecordData.Soa)) {
                throw new IllegalArgumentException("expected an SOA record, found " + start);
            }
            this.start = start;
            put(start);
        }

        /**
         * One more record. One that is there already is not taken twice (RFC 2181 section 5).
         *
         * @throws IllegalArgumentException for what cannot stand in this zone, or not beside what is there
         */
        public void add(ResourceRecord added) {
            if (!added.name().isAtOrBelow(start.name())) {
                throw new IllegalArgumentException(
                        "expected a name at or below " + start.name() + ", found " + added.name());
            }
            if (added.type().equals(RecordType.SOA)) {
                throw new IllegalArgumentException("expected one SOA record, found another of " + added.name());
            }
            requireAlone(added);
            put(added);
        }

        /** The zone. */
        public Zone build() {
            return new Zone(this);
        }

        /** An alias has no other data (RFC 2181 section 10.1). */
        private void requireAlone(ResourceRecord added) {
            Map<RecordType, List<ResourceRecord>> node = nodes.getOrDefault(added.name(), Map.of());
            boolean alias = added.type().equals(RecordType.CNAME);
            boolean same = node.getOrDefault(added.type(), List.of()).stream()
                    .anyMatch(r -> r.data().equals(added.data()));
            if (!same && (alias ? !node.isEmpty() : node.containsKey(RecordType.CNAME))) {
                throw new IllegalArgumentException("expected one CNAME record or none of " + added.name() + ", found "
                        + added.type() + " beside it");
            }
        }

        @Keeps({"RFC2181/RECORD-SET", "RFC2181/ONE-TTL"})
        private void put(ResourceRecord added) {
            for (DomainName at = added.name(); !at.equals(start.name()); at = at.parent()) {
                nodes.computeIfAbsent(at, n -> new LinkedHashMap<>());
            }
            List<ResourceRecord> set = nodes.computeIfAbsent(added.name(), n -> new LinkedHashMap<>())
                    .computeIfAbsent(added.type(), t -> new ArrayList<>());
            if (set.stream().noneMatch(r -> r.data().equals(added.data()))) {
                set.add(added);
            }
            // The records of one name and type have one TTL (RFC 2181 section 5.2).
            long ttl = Math.min(added.ttl(), set.get(0).ttl());
            set.replaceAll(r -> r.withTtl(ttl));
        }
    }
}
