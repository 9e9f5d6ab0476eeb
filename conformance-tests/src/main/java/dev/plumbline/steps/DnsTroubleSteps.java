package dev.plumbline.steps;

import dev.plumbline.application.LookUp.Outcome;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.Elapse;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.AnyDns;
import io.cucumber.java.en.Given;
import java.time.Duration;
import java.util.List;

/** DNS servers that are in trouble, or leave work to the resolver (RFC 1034 section 5.3.3, RFC 2308 section 7). */
public final class DnsTroubleSteps {
    /** For no longer a failure may be remembered: RFC 2308 section 7.1. */
    private static final Duration FAILURE = Duration.ofMinutes(5);

    private static final int MOST_LINKS = 4;

    private final Trials trials;

    /** For Cucumber. */
    public DnsTroubleSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a DNS server that has failed when the endpoint's application looked any name up")
    public void hasFailed() {
        trials.act(t -> {
            DnsServerPeer server = Names.open(t);
            Names.lead(t, Names.TTL, Names.addresses(t));
            server.answer((asked, right) -> List.of(server.reply(
                    asked.query().reply().code(ResponseCode.SERVFAIL).build())));
            Names.lookUp(t, Names.name(t));
        });
        trials.await(t -> Names.told(t, Outcome.FAILED));
    }

    @Given("the DNS server works again, and five minutes have passed")
    public void worksAgain() {
        trials.act(t -> {
            DnsServerPeer server = Names.server(t);
            server.answer((asked, right) -> List.of(server.reply(right)));
        });
        trials.await(t -> new Elapse(FAILURE.plusSeconds(1)));
    }

    @Given(
            "a DNS server whose book has any name as an alias of another, and that answers with one alias or address at a time")
    public void oneAtATime() {
        trials.act(t -> {
            List<DomainName> chain = t.draw("the names", AnyDns.names(2, MOST_LINKS));
            Names.isAbout(t, chain.get(0));
            DnsServerPeer server = Names.open(t);
            DomainName last = chain.get(chain.size() - 1);
            server.use(Names.emptyBook(Names.TTL).with(last, Names.TTL, Names.fewAddresses(t)));
            for (int i = 0; i < chain.size() - 1; i++) {
                server.use(server.book().with(chain.get(i), Names.TTL, chain.get(i + 1)));
            }
            server.answer((asked, right) -> List.of(server.reply(firstStep(right))));
        });
    }

    /** What is about the name that was asked for, and nothing behind it. */
    private static DnsMessage firstStep(DnsMessage right) {
        DomainName asked = right.questions().get(0).name();
        return right.toBuilder()
                .answers(right.answers().stream()
                        .filter(record -> record.name().equals(asked))
                        .toList())
                .build();
    }
}
