package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;

/** What a reply says about the question that was asked (RFC 1034 section 4.3.1). That nobody answered is no answer. */
public sealed interface Answer {
    /** How long it may be told again, from the moment it arrived; zero if not at all. */
    Duration lifetime();

    /** The RDATA of each record, in the reply's order. */
    record Found(List<Octets> data, Duration lifetime) implements Answer {
        /** Copies the list. */
        public Found {
            data = List.copyOf(data);
        }
    }

    /** The name stands for another, and the reply does not say what that one has. */
    record Alias(DomainName target, Duration lifetime) implements Answer {}

    /** The name has no record of the type (RFC 2308 section 2.2). */
    record NoData(Duration lifetime) implements Answer {}

    /**
     * There is no such name (RFC 2308 section 2.1).
     *
     * @param name the one that does not exist: the name asked for, or what it is an alias of (RFC 6604 section 3)
     */
    record NoSuchName(DomainName name, Duration lifetime) implements Answer {}
}
