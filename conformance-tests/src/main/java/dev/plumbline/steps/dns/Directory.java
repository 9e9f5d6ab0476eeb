package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.trial.Trial;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Where names stand: the book of the DNS server that the endpoint asks, or the zone that the endpoint serves. */
abstract class Directory {
    static final String ADDRESSES = "the addresses";

    private final Trial trial;
    private @Nullable PhoneBook contents;

    Directory(Trial trial) {
        this.trial = trial;
    }

    Trial trial() {
        return trial;
    }

    /** What it has; nothing at first. */
    Optional<PhoneBook> contents() {
        return Optional.ofNullable(contents);
    }

    /** Has just this from now on. */
    void publish(PhoneBook next) {
        contents = next;
    }

    /** One with nothing in it but what it cannot do without. */
    abstract PhoneBook blank();

    /** Names that it can have, as long as they can be. */
    abstract Arbitrary<DomainName> names();

    /** Names that it can have, so short that several of them fit into a datagram of 512 octets. */
    abstract Arbitrary<DomainName> shortNames();

    /** For how many seconds its records hold. */
    abstract int timeToLive();

    /** Names below another one. */
    abstract Arbitrary<DomainName> below(DomainName above);

    /** Any addresses for a name; all of them fit into a datagram. */
    abstract List<Ipv4Address> addresses();

    /** The name of which all names below are answered by a wildcard. */
    abstract DomainName wild();

    /** A name with nothing of its own. */
    abstract DomainName between();
}
