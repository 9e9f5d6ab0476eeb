package dev.plumbline.steps;

import dev.plumbline.application.LookUp;
import dev.plumbline.dns.DomainName;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.AnyDns;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What becomes of a name in the course of time (RFC 1034 section 3.6, RFC 2308 section 5). */
public final class DnsChangeSteps {
    private static final int WEEK = 604_800;

    private final Trials trials;

    /** For Cucumber. */
    public DnsChangeSteps(Trials trials) {
        this.trials = trials;
    }

    /** What was so before the last look-up: what was told, how often the server was asked, whether its answer still lives. */
    private record Before(Set<Ipv4Address> told, long asked, boolean alive) {}

    @Given("a DNS server whose book has any name with any addresses, for any time to live")
    public void bookForAnyTime() {
        trials.act(t -> {
            Names.open(t);
            Names.lead(t, Names.drawTimeToLive(t), Names.addresses(t));
        });
    }

    @Given("a DNS server whose book has any name with any addresses, for a time to live of zero")
    public void bookForNoTime() {
        trials.act(t -> {
            Names.open(t);
            Names.lead(t, 0, Names.addresses(t));
        });
    }

    @Given(
            "a DNS server whose book has any name as an alias, for any time to live, of another with an address for a week")
    public void bookWithShortAlias() {
        trials.act(t -> {
            Names.drawTimeToLive(t);
            alias(t, Names.open(t), "another name", Names.addresses(t));
        });
    }

    @Given("the endpoint's application has looked the name up")
    @Given("the endpoint's application has looked any name up")
    public void hasLookedUp() {
        trials.act(t -> Names.lookUp(t, Names.name(t)));
        trials.await(t -> Names.toldAsTheBookSays(t));
        trials.act(DnsChangeSteps::remember);
    }

    @Given("has looked it up again, at any moment of the time to live")
    public void hasLookedUpAgain() {
        trials.await(t -> Names.untilWithin(t, Names.timeToLive(t), "the second look-up comes after"));
        trials.act(t -> Names.lookUp(t, Names.name(t)));
        trials.await(t -> Names.toldTheAddresses(t, t.the(LookUp.class)));
    }

    @Given("the book has any new address for the name")
    public void newAddress() {
        trials.act(DnsChangeSteps::change);
    }

    @Given("the book has any new address for the name, and the old time to live has passed")
    @Given("the book has any new address for the name, and the time of the answer has passed")
    public void newAddressLater() {
        trials.act(DnsChangeSteps::change);
        trials.await(t -> Names.untilTooOld(t, Duration.ofSeconds(Names.timeToLive(t))));
        trials.act(DnsChangeSteps::remember);
    }

    @Given("the name is now an alias of any other name with another address, and the old time to live has passed")
    public void newAliasLater() {
        trials.act(t -> alias(t, Names.server(t), "a third name", List.of(newAddress(t))));
        trials.await(t -> Names.untilTooOld(t, Duration.ofSeconds(Names.timeToLive(t))));
    }

    @Given("a DNS server whose book does not have any of the names, and says for how long that holds")
    public void emptyBookForAnyTime() {
        trials.act(t -> Names.open(t).use(Names.emptyBook(Names.drawTimeToLive(t))));
    }

    @When("the endpoint's application looks the name up once more, at any moment of the time to live")
    public void looksUpWithin() {
        trials.await(t -> Names.untilWithin(t, Names.timeToLive(t), "the last look-up comes after"));
        trials.act(DnsChangeSteps::remember);
        trials.act(t -> Names.lookUp(t, Names.name(t)));
    }

    @Then("it is told the same addresses, and the DNS server is not asked again")
    public void notAskedAgain() {
        trials.await(t ->
                Names.toldExactly(t, t.the(LookUp.class), t.the(Before.class).told()));
        trials.act(DnsChangeSteps::requireNotAsked);
    }

    @Then("the DNS server is asked again")
    public void askedAgain() {
        trials.await(t -> Names.isAskedAgain(t, t.the(Before.class).asked()));
    }

    /** What an application is told while an answer lives must come from what is remembered. */
    static void requireNotAsked(Trial t) {
        Before before = t.the(Before.class);
        long asked = Names.server(t).askedAbout(Names.name(t));
        if (before.alive() && asked > before.asked()) {
            throw new FindingError(Finding.wrong(
                    "the endpoint asked the DNS server again, although the answer that it had still lives",
                    "no question: the answer may be used for " + Names.timeToLive(t) + " seconds",
                    "a question"));
        }
    }

    /** Whether the answer that was there before the last look-up still lived when that began. */
    static boolean stillAlive(Trial t) {
        return t.the(Before.class).alive();
    }

    /** Notes what is so now. */
    static void remember(Trial t) {
        LookUp lookUp = t.the(LookUp.class);
        t.put(new Before(
                new LinkedHashSet<>(lookUp.addresses()),
                Names.server(t).askedAbout(Names.name(t)),
                Names.isWithin(t, Names.timeToLive(t))));
    }

    private static Ipv4Address newAddress(Trial t) {
        Ipv4Address address = Names.addressBut(t, Names.NEW_ADDRESS, Names.addresses(t));
        Lies old = t.put(new Lies());
        Names.addresses(t).forEach(a -> old.tell(a, ", which was the name's before the change"));
        return address;
    }

    private static void change(Trial t) {
        Names.lead(t, Names.TTL, List.of(newAddress(t)));
    }

    private static void alias(Trial t, DnsServerPeer server, String what, List<Ipv4Address> addresses) {
        DomainName alias = Names.name(t);
        DomainName target = t.draw(what, AnyDns.shortName().filter(n -> !n.equals(alias)));
        server.use(Names.emptyBook(Names.TTL)
                .with(alias, Names.timeToLive(t), target)
                .with(target, WEEK, addresses));
    }
}
