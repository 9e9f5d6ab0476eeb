package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyDns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one trial about names has: the book or the zone where they stand, who has asked whom, and what came of it. */
final class DnsScene {
    private static final String NAME = "the name";

    private final Trial trial;
    private final Lies lies = new Lies();
    private final LookUps lookUps = new LookUps(this);
    private @Nullable DomainName name;
    private @Nullable Book book;
    private @Nullable Zone zone;
    private @Nullable WebHosts webHosts;
    private @Nullable Enquiry enquiry;

    private DnsScene(Trial trial) {
        this.trial = trial;
    }

    /** The scene of a trial, an empty one at first. */
    static DnsScene of(Trial trial) {
        return trial.maybe(DnsScene.class).orElseGet(() -> trial.put(new DnsScene(trial)));
    }

    Trial trial() {
        return trial;
    }

    /** The name that it is all about: any, unless somebody has said which. */
    DomainName name() {
        DomainName known = name;
        return known == null ? isAbout(trial.draw(NAME, directory().names())) : known;
    }

    /** Says which name it is all about from now on. */
    DomainName isAbout(DomainName other) {
        name = other;
        return other;
    }

    /** The endpoint has a DNS server to ask from now on, with such records in its book. */
    void open(Records records, Lifetime lifetime) {
        book = new Book(trial, lifetime);
        publish(records);
    }

    /** The endpoint serves a zone from now on, with such records in it. */
    void serve(Records records) {
        zone = new Zone(trial);
        publish(records);
    }

    /** The book or the zone has just these records from now on; addresses that the name had, and no longer has, are lies. */
    void publish(Records records) {
        PhoneBook next = records.in(this);
        directory()
                .contents()
                .ifPresent(last -> last.addresses(name()).stream()
                        .filter(address -> !next.addresses(name()).contains(address))
                        .forEach(address -> lies.tell(address, ", which was the name's before the change")));
        directory().publish(next);
    }

    /** Where names stand in this scenario. */
    Directory directory() {
        Zone served = zone;
        return served == null ? book() : served;
    }

    Book book() {
        return require(book, "a DNS server that has a book");
    }

    Zone zone() {
        return require(zone, "a zone that the endpoint serves");
    }

    /** Two hosts that wait for connections from the moment on at which they are first spoken of. */
    WebHosts webHosts() {
        WebHosts known = webHosts;
        if (known == null) {
            known = new WebHosts(this);
            webHosts = known;
        }
        return known;
    }

    /** A name that does not exist because of this one: neither that nor one above it. */
    DomainName otherName() {
        DomainName not = name();
        return trial.draw("another name", AnyDns.shortName().filter(n -> !not.isAtOrBelow(n)));
    }

    /** An address that is not the name's. */
    Ipv4Address strangersAddress(String where) {
        List<Ipv4Address> right = directory().addresses();
        Ipv4Address address = trial.draw("the wrong address", AnyDns.address().filter(a -> !right.contains(a)));
        lies.tell(address, where);
        return address;
    }

    Lies lies() {
        return lies;
    }

    LookUps lookUps() {
        return lookUps;
    }

    /** The endpoint's application is told what the DNS server says of the name at this time. */
    Expectation toldAsThingsAre() {
        return book().told(name()).by(this);
    }

    /** The peer asks the endpoint's DNS server. */
    void ask(QueryForm form, DnsQuestion question) {
        Enquiry next = form.enquiry(this, question.in(this));
        enquiry = next;
        next.send();
    }

    /** What the peer has asked the endpoint's DNS server last. */
    Enquiry enquiry() {
        return require(enquiry, "a question of the peer");
    }

    /** The same, if there was one. */
    @Nullable
    Enquiry before() {
        return enquiry;
    }

    private static <T> T require(@Nullable T thing, String what) {
        if (thing == null) {
            throw new IllegalStateException("no earlier step of the scenario has provided " + what);
        }
        return thing;
    }
}
