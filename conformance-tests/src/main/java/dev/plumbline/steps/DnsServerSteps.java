package dev.plumbline.steps;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.spi.NameServer;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.AnyDns;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;

/** Answering for a zone: the endpoint as an authoritative DNS server (RFC 1034 section 4.3). */
public final class DnsServerSteps {
    private static final String ALIAS_OF = "the name that it is an alias of";

    private final Trials trials;

    /** For Cucumber. */
    public DnsServerSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("the endpoint serves a zone that has any name with any addresses")
    public void serves() {
        trials.act(t -> Zones.serve(t, Zones.zone(t).with(Zones.nameIn(t), Zones.ttl(t), Names.fewAddresses(t))));
    }

    @Given("the endpoint serves a zone in which any name is an alias of another with any addresses")
    public void servesAlias() {
        trials.act(t -> {
            DomainName alias = Zones.nameIn(t);
            DomainName target = t.draw(ALIAS_OF, Zones.hosts(t, Zones.SHORT).filter(n -> !n.equals(alias)));
            Zones.serve(
                    t,
                    Zones.zone(t).with(alias, Zones.ttl(t), target).with(target, Zones.ttl(t), Names.fewAddresses(t)));
        });
    }

    @Given("the endpoint serves a zone that has a wildcard with any addresses, beside any other name")
    public void servesWildcard() {
        trials.act(t -> Zones.serve(
                t,
                Zones.zone(t)
                        .with(Zones.nameIn(t), Zones.ttl(t), List.of(Ipv4Address.parse("192.0.2.99")))
                        .with(Zones.wild(t).prepend("*"), Zones.ttl(t), Names.fewAddresses(t))));
    }

    @Given("the endpoint serves a zone that has any name with more addresses than a datagram may hold")
    public void servesMany() {
        trials.act(t -> Zones.serve(t, Zones.zone(t).with(Zones.nameIn(t), Zones.ttl(t), DnsSteps.many(t))));
    }

    @Given("the endpoint serves a zone in which any name has records, but no address")
    public void servesWithoutAddress() {
        trials.act(t -> {
            List<RecordData> others = List.of(
                    new RecordData.Txt(List.of(Octets.ofText("no address here"))),
                    new RecordData.Mx(10, Zones.origin(t).prepend("mail")));
            Zones.serve(
                    t,
                    Zones.zone(t)
                            .with(ResourceRecord.in(
                                    Zones.nameIn(t), Zones.ttl(t), t.draw("what it has", Arbitraries.of(others)))));
        });
    }

    @Given("the endpoint serves a zone that has any name with any addresses, several labels below the zone's own")
    public void servesDeepName() {
        trials.act(t -> {
            DomainName deep =
                    t.draw(Names.NAME, AnyDns.nameBelow(Zones.origin(t).prepend("between"), Zones.LONG));
            Names.isAbout(t, deep);
            Zones.serve(t, Zones.zone(t).with(deep, Zones.ttl(t), Names.fewAddresses(t)));
        });
    }

    @Given("the endpoint serves a zone in which any name has the endpoint's own address")
    public void servesOwnAddress() {
        trials.act(t -> Zones.serve(
                t,
                Zones.zone(t)
                        .with(
                                Zones.nameIn(t),
                                Zones.ttl(t),
                                List.of(Scene.endpoint(t).address()))));
    }

    @Given("the endpoint's zone is replaced by one that has any new address for the name")
    public void replaced() {
        trials.act(t -> {
            Ipv4Address address = Names.addressBut(t, Names.NEW_ADDRESS, Names.fewAddresses(t));
            PhoneBook zone = t.put(Zones.zone(t, 2).with(Names.name(t), Zones.ttl(t), List.of(address)));
            Scene.endpoint(t)
                    .call(
                            "the DNS server gets another version of the zone " + zone.origin(),
                            () -> t.the(Zones.SERVER, NameServer.class).replace(zone.toString()));
        });
    }

    @When("the peer asks for the addresses of the name")
    public void asks() {
        trials.act(DnsServerSteps::ask);
    }

    @When("the peer asks for the name with any ID, from any port, its letters in any case")
    public void asksInAnyCase() {
        trials.act(t -> {
            int pattern = t.draw(
                    "the letters in the other case", Arbitraries.integers().between(1, 0xffff));
            Enquiry.ask(t, Question.in(AnyDns.inOtherCase(Names.name(t), pattern), RecordType.A));
        });
    }

    @When("the peer asks for the addresses of any name below the wildcard")
    public void asksBelowWildcard() {
        trials.act(t -> {
            DomainName asked = t.draw("the name that is asked for", AnyDns.nameBelow(Zones.wild(t), Zones.LONG));
            Names.isAbout(t, asked);
            Enquiry.ask(t, Question.in(asked, RecordType.A));
        });
    }

    @When("the peer asks for the addresses of any name that is not in the zone")
    public void asksForNobody() {
        trials.act(t -> {
            PhoneBook zone = t.the(PhoneBook.class);
            DomainName asked = t.draw(
                    "the name that is asked for", Zones.hosts(t, Zones.LONG).filter(n -> !zone.has(n)));
            Enquiry.ask(t, Question.in(asked, RecordType.A));
        });
    }

    @When("the peer asks for the addresses of the name above it")
    public void asksAbove() {
        trials.act(t -> Enquiry.ask(t, Question.in(Names.name(t).parent(), RecordType.A)));
    }

    @Given("the peer has asked for the addresses of the name")
    public void hasAsked() {
        trials.act(DnsServerSteps::ask);
        trials.await(DnsServerSteps::rightAnswer);
    }

    @When("the peer asks for the addresses of the name once more")
    public void asksOnceMore() {
        trials.act(Enquiry::askAgain);
    }

    @Then("the answer is authoritative and has exactly the addresses in the zone")
    @Then("the answer is authoritative and has exactly the addresses of the wildcard, under the name that was asked")
    public void exactAddresses() {
        trials.await(DnsServerSteps::rightAnswer);
    }

    @Then("the answer repeats the ID and the question as they were asked")
    public void repeats() {
        trials.await(t -> {
            Enquiry enquiry = t.the(Enquiry.class);
            return enquiry.answer(
                    t,
                    "an answer with the query's ID and its question, each letter in the case in which it was asked",
                    enquiry::repetitionObjections,
                    a -> {});
        });
    }

    @Then("the answer has the alias, and no addresses but those of the name that it leads to")
    public void hasAlias() {
        trials.await(t -> {
            DomainName target = t.draw(ALIAS_OF, Zones.hosts(t, Zones.SHORT));
            Set<Ipv4Address> addresses = Set.copyOf(Names.fewAddresses(t));
            return t.the(Enquiry.class)
                    .answer(
                            t,
                            "the CNAME record that leads to " + target + ", then nothing or the addresses of that name",
                            answer -> Answers.aliasObjections(answer, Names.name(t), target, addresses),
                            a -> {});
        });
    }

    @Then("the answer says that it is cut short, and has at most 512 octets")
    public void cutShort() {
        trials.await(t -> t.the(Enquiry.class)
                .answer(
                        t,
                        "an answer with TC set, of at most 512 octets",
                        answer -> answer.header().truncated()
                                ? List.of()
                                : List.of("it does not say that it is cut short (TC = 0)"),
                        a -> {}));
    }

    @Then("over TCP the answer has exactly the addresses in the zone")
    public void wholeOverTcp() {
        DnsStreamSteps.connect(trials);
        trials.act(t -> t.the(Enquiry.class).sendOver(Scene.connection(t)));
        trials.await(t ->
                t.the(Enquiry.class).overTcp(Scene.connection(t), exactly(t), answer -> addressObjections(t, answer)));
    }

    @Then("the answer says that there is no such name, with the zone's SOA record")
    public void noSuchName() {
        negative(ResponseCode.NXDOMAIN, "NXDOMAIN, no answers");
    }

    @Then("the answer says that the name has no such records, with the zone's SOA record")
    public void noData() {
        negative(ResponseCode.NOERROR, "NOERROR, because the name exists, no answers");
    }

    private void negative(ResponseCode code, String words) {
        trials.await(t -> t.the(Enquiry.class)
                .answer(
                        t,
                        words + ", AA set, and the SOA record of " + Zones.origin(t) + " in the authority section",
                        answer -> Answers.negativeObjections(answer, code, Zones.origin(t)),
                        a -> {}));
    }

    private static void ask(Trial t) {
        Enquiry.ask(t, Question.in(Names.name(t), RecordType.A));
    }

    private static Expectation rightAnswer(Trial t) {
        return t.the(Enquiry.class).answer(t, exactly(t), answer -> addressObjections(t, answer), a -> {});
    }

    private static String exactly(Trial t) {
        return "NOERROR, AA set, and exactly these addresses of " + Names.name(t) + ": " + Zones.addressesInZone(t);
    }

    private static List<String> addressObjections(Trial t, DnsMessage answer) {
        return Answers.addressObjections(answer, Names.name(t), Zones.ttl(t), Zones.addressesInZone(t));
    }
}
