package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.steps.Scene;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyDns;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** The zone that the endpoint's DNS server answers for. */
final class Zone extends Directory {
    /** Three addresses under so long a name fit into 512 octets for a server that does not compress names, too. */
    private static final int LONG = 100;
    /** An alias of that length, what it leads to, and three addresses fit, too. */
    private static final int SHORT = 40;

    private static final int FEW = 3;
    /** For how long it may be remembered that something is not in it: five minutes. */
    private static final int NEGATIVE = 300;

    private final DomainName origin;
    private int version;
    private @Nullable NameServer server;

    Zone(Trial trial) {
        super(trial);
        origin = trial.draw("the zone", AnyDns.origin());
    }

    DomainName origin() {
        return origin;
    }

    /** What it has now. */
    PhoneBook current() {
        return contents().orElseThrow();
    }

    /** The addresses that it has for a name: the name's own, or the wildcard's. */
    Set<Ipv4Address> addressesOf(DomainName name) {
        return current().addresses(current().has(name) ? name : wild().prepend("*"));
    }

    @Override
    void publish(PhoneBook next) {
        super.publish(next);
        version++;
        StackHost endpoint = Scene.endpoint(trial());
        NameServer running = server;
        if (running == null) {
            Scene.lab(trial()).speakDns();
            Scene.peer(trial());
            server = endpoint.call(
                    "the DNS server serves the zone " + origin,
                    () -> endpoint.stack().serve(next.toString()));
        } else {
            endpoint.call(
                    "the DNS server gets another version of the zone " + origin,
                    () -> running.replace(next.toString()));
        }
    }

    /** With its name server, which every zone must have (RFC 1034 section 4.2.1). */
    @Override
    PhoneBook blank() {
        return PhoneBook.empty(origin, version + 1L, NEGATIVE)
                .with(ResourceRecord.in(origin, NEGATIVE, new RecordData.Ns(nameServer())))
                .with(nameServer(), NEGATIVE, List.of(Ipv4Address.parse("192.0.2.53")));
    }

    @Override
    Arbitrary<DomainName> names() {
        return hosts(LONG);
    }

    @Override
    Arbitrary<DomainName> shortNames() {
        return hosts(SHORT);
    }

    /** Names that it does not need for itself. */
    private Arbitrary<DomainName> hosts(int most) {
        return AnyDns.nameBelow(origin, most).filter(n -> !n.equals(nameServer()) && !n.isAtOrBelow(wild()));
    }

    @Override
    Arbitrary<DomainName> below(DomainName above) {
        return AnyDns.nameBelow(above, LONG);
    }

    @Override
    int timeToLive() {
        return trial().draw(Lifetime.TIME_TO_LIVE, AnyDns.timeToLive(TimeBase.VIRTUAL));
    }

    @Override
    List<Ipv4Address> addresses() {
        return trial().draw(ADDRESSES, AnyDns.addresses(1, FEW));
    }

    @Override
    DomainName wild() {
        return origin.prepend("wild");
    }

    @Override
    DomainName between() {
        return origin.prepend("between");
    }

    private DomainName nameServer() {
        return origin.prepend("ns");
    }
}
