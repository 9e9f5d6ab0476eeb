package dev.plumbline.steps;

import dev.plumbline.application.LookUp;
import dev.plumbline.application.LookUp.Outcome;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.DnsServerPeer.Reply;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.AnyDns;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;

/** Looking up names: the endpoint as a resolver (RFC 1034 section 5.3.1). */
public final class DnsSteps {
    private static final Duration BEHIND = Duration.ofMillis(20);
    private static final String LIE = "the wrong address";
    private static final int MOST_LINKS = 6;
    private static final int MANY = 60;

    private final Trials trials;

    /** For Cucumber. */
    public DnsSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a DNS server whose book has any name with any addresses")
    public void bookWithName() {
        trials.act(t -> {
            Names.open(t);
            Names.lead(t, Names.TTL, Names.addresses(t));
        });
    }

    @Given("^before each right answer comes a reply with (.+) and any other address$")
    public void flawedReply(String words) {
        Flaw flaw = Flaw.named(words);
        trials.act(t -> {
            Ipv4Address lie = Names.addressBut(t, LIE, Names.addresses(t));
            t.put(new Lies()).tell(lie, ", which stood only in a reply with " + flaw);
            DnsServerPeer server = Names.server(t);
            server.answer((asked, right) -> {
                Reply reply = server.reply(right);
                return List.of(flaw.reply(t, asked, lie), new Reply(reply.from(), reply.message(), BEHIND));
            });
        });
    }

    @Given("each answer also has the address of any other name")
    public void answersWithStrangers() {
        trials.act(t -> {
            Ipv4Address other = Names.addressBut(t, LIE, Names.addresses(t));
            t.put(new Lies()).tell(other, ", which the answer has for another name");
            DnsServerPeer server = Names.server(t);
            server.answer((asked, right) -> List.of(server.reply(withStranger(t, right, other))));
        });
    }

    private static DnsMessage withStranger(Trial t, DnsMessage right, Ipv4Address other) {
        List<ResourceRecord> answers = new ArrayList<>(right.answers());
        answers.add(ResourceRecord.in(Names.otherName(t, Names.name(t)), Names.TTL, new RecordData.A(other)));
        return right.toBuilder().answers(answers).build();
    }

    @Given("a DNS server whose book has any name with any addresses, and writes its letters in any other case")
    public void bookInOtherCase() {
        trials.act(t -> {
            int pattern = t.draw(
                    "the letters in the other case", Arbitraries.integers().between(1, 0xffff));
            Names.isAbout(t, t.draw(Names.NAME, AnyDns.shortName()));
            Names.open(t)
                    .use(Names.emptyBook(Names.TTL)
                            .with(AnyDns.inOtherCase(Names.name(t), pattern), Names.TTL, Names.addresses(t)));
        });
    }

    @Given("a DNS server whose book has any name as an alias of another, and so on to any addresses")
    public void bookWithAliases() {
        trials.act(t -> {
            List<DomainName> chain = t.draw("the names", AnyDns.names(2, MOST_LINKS + 1));
            Names.isAbout(t, chain.get(0));
            DnsServerPeer server = Names.open(t);
            DomainName last = chain.get(chain.size() - 1);
            server.use(Names.emptyBook(Names.TTL).with(last, Names.TTL, Names.fewAddresses(t)));
            for (int i = 0; i < chain.size() - 1; i++) {
                server.use(server.book().with(chain.get(i), Names.TTL, chain.get(i + 1)));
            }
        });
    }

    @Given("a network that loses the first question or its answer")
    public void losesOne() {
        trials.act(t -> {
            boolean question =
                    t.draw("lost is the", Arbitraries.of("question", "answer")).equals("question");
            Impairment loss = Impairment.dropping(Set.of(0));
            Scene.lab(t).network(question ? loss : Impairment.none(), question ? Impairment.none() : loss);
        });
    }

    @Given("a DNS server whose book has any name with more addresses than a datagram may hold")
    public void bookWithMany() {
        trials.act(t -> {
            Names.open(t);
            Names.lead(t, Names.TTL, many(t));
        });
    }

    static List<Ipv4Address> many(Trial t) {
        Ipv4Address first = t.draw("the first of " + MANY + " addresses", AnyDns.address());
        List<Ipv4Address> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(first.plus(i));
        }
        return all;
    }

    @Given("a DNS server whose book has any names with any addresses, and answers them in any order")
    public void bookWithNames() {
        trials.act(t -> {
            List<DomainName> names = t.draw("the names", AnyDns.names(2, 5));
            List<Integer> order = t.draw("the order of the answers", Arbitraries.shuffle(0, 1, 2, 3, 4));
            DnsServerPeer server = Names.open(t);
            for (int i = 0; i < names.size(); i++) {
                server.use(server.book()
                        .with(names.get(i), Names.TTL, t.draw("the addresses of " + i, AnyDns.addresses(1, 3))));
            }
            server.answer((asked, right) -> {
                int place = order.get(Math.max(
                        0, names.indexOf(asked.query().questions().get(0).name())));
                Reply reply = server.reply(right);
                return List.of(new Reply(reply.from(), reply.message(), BEHIND.multipliedBy(place + 1)));
            });
            t.put(Batch.of(names));
        });
    }

    @When("the endpoint's application looks the name up")
    @When("the endpoint's application looks the name up once more")
    public void looksUp() {
        trials.act(t -> Names.lookUp(t, Names.name(t)));
    }

    @When("the endpoint's application looks all the names up at the same time")
    public void looksAllUp() {
        trials.act(t -> t.the(Batch.class).start(t));
    }

    @Then("it is told exactly the addresses in the book")
    public void toldExactly() {
        trials.await(t -> Names.toldTheAddresses(t, t.the(LookUp.class)));
    }

    @Then("it is told for each name exactly the addresses in the book")
    public void toldForEach() {
        for (int i = 0; i < 5; i++) {
            int number = i;
            trials.await(t -> t.the(Batch.class).told(t, number));
        }
    }

    @Then("the DNS server is asked over UDP, in a standard query with one question: the addresses of that name")
    public void asked() {
        trials.await(t -> {
            Question wanted = Question.in(Names.name(t), RecordType.A);
            return new Arrives(
                    Scene.peer(t).everything(),
                    "a UDP datagram to port 53 with a standard query, QR = 0, and one question, " + wanted,
                    packet -> Packets.verdict(objections(packet, wanted)),
                    packet -> t.put(DnsMessage.decode(packet.udp().orElseThrow().payload())
                            .orElseThrow()));
        });
    }

    private static List<String> objections(Packet packet, Question wanted) {
        if (packet.udp()
                .filter(d -> d.destinationPort().equals(DnsServerPeer.PORT))
                .isEmpty()) {
            return List.of("it is no UDP datagram to port 53");
        }
        return DnsMessage.decode(packet.udp().orElseThrow().payload())
                .match(message -> Answers.questionObjections(message, wanted), why -> List.of(why.toString()));
    }

    @Then("the query asks the server to follow the name to the end itself")
    public void recursionDesired() {
        trials.act(t -> {
            if (!t.the(DnsMessage.class).header().recursionDesired()) {
                throw new FindingError(Finding.wrong(
                        "the endpoint's query has RD = 0, so the server need not follow the name to its end",
                        "RD = 1: a stub resolver leaves that work to the server",
                        "RD = 0"));
            }
        });
    }

    @Given("a DNS server whose book does not have any of the names")
    public void emptyBook() {
        trials.act(Names::open);
    }

    @Given("a DNS server whose book has any name, but no address for it")
    public void bookWithoutAddress() {
        trials.act(t -> {
            List<RecordData> others = List.of(
                    new RecordData.Txt(List.of(Octets.ofText("no address here"))),
                    new RecordData.Mx(10, DomainName.parse("mail.example.com")));
            RecordData other = t.draw("what it has", Arbitraries.of(others));
            Names.open(t).use(Names.emptyBook(Names.TTL).with(ResourceRecord.in(Names.name(t), Names.TTL, other)));
        });
    }

    @Given("a DNS server whose book has any name as an alias of one that does not exist")
    public void bookWithDanglingAlias() {
        trials.act(t -> Names.open(t)
                .use(Names.emptyBook(Names.TTL).with(Names.name(t), Names.TTL, Names.otherName(t, Names.name(t)))));
    }

    @Given("a DNS server that answers any name with any error other than that there is no such name")
    public void serverWithErrors() {
        trials.act(t -> {
            var code = t.draw("the response code", Arbitraries.of(Answers.ERRORS));
            Names.open(t)
                    .answerAll(query -> Optional.of(query.reply().code(code).build()));
        });
    }

    @Given("a DNS server that does not answer")
    public void silentServer() {
        trials.act(t -> Names.open(t).answerAll(query -> Optional.empty()));
    }

    @Then("the endpoint has sent nothing but questions to the DNS server")
    public void nothingButQuestions() {
        trials.await(t -> Becomes.staysUntrue(
                "questions to the DNS server, and no attempt to connect to anybody",
                () -> Names.besidesQuestions(t).isPresent(),
                () -> Names.besidesQuestions(t)
                        .map(p -> "the endpoint sent " + p + ", although it was given no address")
                        .orElse("")));
    }

    @Then("it is told that there is no such name")
    public void toldNoSuchName() {
        trials.await(t -> Names.told(t, Outcome.NO_SUCH_NAME));
    }

    @Then("it is told that the name has no address")
    public void toldNoData() {
        trials.await(t -> Names.told(t, Outcome.NO_DATA));
    }

    @Then("it is told that the look-up failed")
    public void toldFailed() {
        trials.await(t -> Names.told(t, Outcome.FAILED));
    }
}
