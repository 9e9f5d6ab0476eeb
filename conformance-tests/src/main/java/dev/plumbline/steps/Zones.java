package dev.plumbline.steps;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyDns;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;

/** The zone that the endpoint's DNS server answers for. */
final class Zones {
    static final String SERVER = "the endpoint's DNS server";

    /** Three addresses under so long a name fit into 512 octets for a server that does not compress names, too. */
    static final int LONG = 100;

    /** An alias of that length, what it leads to, and three addresses fit, too. */
    static final int SHORT = 40;

    private Zones() {}

    /** The addresses that the zone has for the name: its own, or the wildcard's. */
    static Set<Ipv4Address> addressesInZone(Trial t) {
        PhoneBook zone = t.the(PhoneBook.class);
        return zone.has(Names.name(t)) ? zone.addresses(Names.name(t)) : zone.addresses(wild(t).prepend("*"));
    }

    /** The endpoint answers for a zone from now on. */
    static void serve(Trial t, PhoneBook zone) {
        Scene.lab(t).speakDns();
        Scene.peer(t);
        StackHost endpoint = Scene.endpoint(t);
        t.put(zone);
        t.put(
                SERVER,
                endpoint.call(
                        "the DNS server serves the zone " + zone.origin(),
                        () -> endpoint.stack().serve(zone.toString())));
    }

    static DomainName origin(Trial t) {
        return t.draw("the zone", AnyDns.origin());
    }

    static int ttl(Trial t) {
        return t.draw(Names.TIME_TO_LIVE, AnyDns.timeToLive(TimeBase.VIRTUAL));
    }

    static PhoneBook zone(Trial t) {
        return zone(t, 1);
    }

    /** A zone with nothing in it but its name server, which every zone must have (RFC 1034 section 4.2.1). */
    static PhoneBook zone(Trial t, long serial) {
        DomainName server = origin(t).prepend("ns");
        return PhoneBook.empty(origin(t), serial, Names.TTL)
                .with(ResourceRecord.in(origin(t), Names.TTL, new RecordData.Ns(server)))
                .with(server, Names.TTL, List.of(Ipv4Address.parse("192.0.2.53")));
    }

    /** Where the wildcard is, and nothing else. */
    static DomainName wild(Trial t) {
        return origin(t).prepend("wild");
    }

    /** Names of at most {@code most} octets that the zone does not need for itself. */
    static Arbitrary<DomainName> hosts(Trial t, int most) {
        DomainName server = origin(t).prepend("ns");
        return AnyDns.nameBelow(origin(t), most).filter(n -> !n.equals(server) && !n.isAtOrBelow(wild(t)));
    }

    /** Draws the name that it is all about. */
    static DomainName nameIn(Trial t) {
        DomainName name = t.draw(Names.NAME, hosts(t, LONG));
        Names.isAbout(t, name);
        return name;
    }
}
