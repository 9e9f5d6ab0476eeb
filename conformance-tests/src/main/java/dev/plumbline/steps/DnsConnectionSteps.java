package dev.plumbline.steps;

import dev.plumbline.application.NamedClient;
import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.DnsServerPeer.Reply;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.PeerServer;
import dev.plumbline.steps.tcp.EndpointStream;
import dev.plumbline.steps.tcp.Handshake;
import dev.plumbline.steps.tcp.PeerStream;
import dev.plumbline.steps.tcp.Side;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.values.Any;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;

/** From a name to a connection: the whole way, over DNS and TCP (RFC 1034 section 2.3, RFC 9293 section 3.5). */
public final class DnsConnectionSteps {
    private static final String WEB_PORT = "the web hosts' port";
    private static final String FIRST = "the first web host";
    private static final String SECOND = "the second web host";
    private static final String OLD = "the old connection's client";
    private static final SeqNumber ISS = SeqNumber.of(1000);
    private static final int PROMPT = 900;

    private final Trials trials;

    /** For Cucumber. */
    public DnsConnectionSteps(Trials trials) {
        this.trials = trials;
    }

    @Given("a DNS server that answers any name with the address of one of two web hosts, after any delay")
    public void answersLate() {
        trials.act(t -> {
            openWebHosts(t);
            lead(t, Names.TTL, 1);
            Duration delay = Duration.ofMillis(t.draw(
                    "the DNS server's delay in milliseconds",
                    Arbitraries.integers().between(0, PROMPT)));
            DnsServerPeer server = Names.server(t);
            server.answer((asked, right) -> {
                Reply reply = server.reply(right);
                return List.of(new Reply(reply.from(), reply.message(), delay));
            });
        });
    }

    @Given("a DNS server that leads any name to a web host, for any time to live")
    public void leadsToWebHost() {
        trials.act(t -> {
            openWebHosts(t);
            lead(t, Names.drawTimeToLive(t), 1);
        });
    }

    @Given("the endpoint's application is connected to the name at any port")
    public void isConnected() {
        trials.act(t -> t.put(OLD, connect(t)));
        trials.await(DnsConnectionSteps::connected);
        trials.act(t -> t.put(t.the(FIRST, PeerServer.class).connections().get(0)));
        trials.act(t -> t.put(t.the(NamedClient.class).connection().orElseThrow()));
        trials.act(DnsChangeSteps::remember);
    }

    @Given("the name leads to another web host now")
    public void moves() {
        trials.act(t -> lead(t, Names.timeToLive(t), 2));
    }

    @Given("the name leads to another web host now, and the old time to live has passed")
    public void hasMoved() {
        trials.act(t -> lead(t, Names.timeToLive(t), 2));
        trials.await(t -> Names.untilTooOld(t, Duration.ofSeconds(Names.timeToLive(t))));
    }

    @When("the endpoint's application connects to the name at any port")
    @When("the endpoint's application connects to the name once more")
    @When("the endpoint's application connects to any name at any port")
    public void connects() {
        trials.act(DnsConnectionSteps::connect);
    }

    @When("the endpoint's application connects to the name once more, at any moment of the time to live")
    public void connectsWithin() {
        trials.await(t -> Names.untilWithin(t, Names.timeToLive(t), "the second look-up comes after"));
        trials.act(DnsChangeSteps::remember);
        trials.act(DnsConnectionSteps::connect);
    }

    @Then("the web host's first packet from the endpoint is a SYN, and comes after the DNS server's answer")
    public void synAfterAnswer() {
        trials.await(t -> Names.toldTheAddresses(t, t.the(NamedClient.class).lookUp()));
        trials.await(t -> new Arrives(
                Scene.lab(t).peer(1).everything(),
                Handshake.BARE_SYN + ", to port " + webPort(t),
                packet -> Packets.judge(packet, Handshake.BARE_SYN),
                packet -> Names.requireAnswerFirst(t)));
    }

    @Then("the connection is there, and the other web host has heard nothing")
    public void otherHeardNothing() {
        trials.await(DnsConnectionSteps::connected);
        trials.await(t -> Becomes.staysUntrue(
                "silence at the other web host",
                () -> !Scene.lab(t).peer(2).arrivals().isEmpty(),
                () -> "the endpoint sent " + Scene.lab(t).peer(2).arrivals().get(0) + " to "
                        + Scene.lab(t).peer(2).address() + ", which is not the name's address"));
    }

    @Then("the new connection is with the new host")
    public void withNewHost() {
        trials.await(t -> Names.toldTheAddresses(t, t.the(NamedClient.class).lookUp()));
        trials.await(DnsConnectionSteps::connected);
        trials.await(t -> isWith(t, SECOND, List.of(SECOND)));
    }

    @Then("the new connection is with the old host, and the DNS server is not asked again")
    public void withOldHost() {
        trials.await(DnsConnectionSteps::connected);
        trials.await(t -> isWith(t, FIRST, DnsChangeSteps.stillAlive(t) ? List.of(FIRST) : List.of(FIRST, SECOND)));
        trials.act(DnsChangeSteps::requireNotAsked);
    }

    @Then("the old connection still carries any data, with the old host")
    public void oldCarriesData() {
        trials.act(t -> t.put(t.the(OLD, NamedClient.class).connection().orElseThrow()));
        carryData(trials);
    }

    @Given("a server of the endpoint waits for connections on any port")
    public void serverWaits() {
        trials.act(t -> {
            Port port = t.draw(Scene.ENDPOINT_PORT, Any.port().filter(p -> !p.equals(DnsServerPeer.PORT)));
            t.put(Scene.ENDPOINT_PORT, port);
            t.put(ServerApplication.listen(Scene.endpoint(t), port));
        });
    }

    @When("the peer asks for the name and connects to the address that it is given")
    public void peerConnectsByName() {
        trials.act(t -> Enquiry.ask(t, Question.in(Names.name(t), RecordType.A)));
        trials.await(t -> t.the(Enquiry.class)
                .answer(
                        t,
                        "an answer with an address",
                        answer -> address(answer).isPresent() ? List.of() : List.of("it has no address"),
                        answer -> peerConnects(t, address(answer).orElseThrow())));
        trials.await(Handshake::synAck);
        trials.act(t -> Scene.connection(t).acknowledge());
        trials.await(Handshake::connected);
    }

    @Then("the connection carries any data")
    public void carriesData() {
        carryData(trials);
    }

    private static void carryData(Trials trials) {
        trials.act(t -> PeerStream.send(t, t.draw("the peer's data", Any.data(1, 1000))));
        trials.await(Side.ENDPOINT::receivesEverything);
        trials.act(t -> EndpointStream.send(t, t.draw("the endpoint's data", Any.data(1, 1000))));
        trials.await(Side.PEER::receivesEverything);
    }

    private static void peerConnects(Trial t, Ipv4Address address) {
        PeerConnection connection = t.put(new PeerConnection(
                Scene.peer(t),
                Scene.peer(t).at(t.draw("the port that the peer connects from", Any.clientPort())),
                new SocketAddress(address, Scene.endpointPort(t)),
                t.draw(Scene.PEER_ISN, Any.sequenceNumber())));
        connection.send(connection.syn());
    }

    private static Optional<Ipv4Address> address(DnsMessage answer) {
        return answer.answers().stream()
                .map(ResourceRecord::data)
                .filter(RecordData.A.class::isInstance)
                .map(data -> ((RecordData.A) data).address())
                .findFirst();
    }

    private static void openWebHosts(Trial t) {
        Names.open(t);
        t.put(FIRST, new PeerServer(Scene.lab(t).peer(1), webPort(t), ISS, c -> {}));
        t.put(SECOND, new PeerServer(Scene.lab(t).peer(2), webPort(t), ISS, c -> {}));
    }

    /** From now on the book leads the name to one of the web hosts. */
    private static void lead(Trial t, int ttl, int peer) {
        Names.lead(t, ttl, List.of(Scene.lab(t).peer(peer).address()));
    }

    private static Port webPort(Trial t) {
        return t.draw(WEB_PORT, Any.port());
    }

    private static NamedClient connect(Trial t) {
        NamedClient client = t.put(NamedClient.connect(Scene.endpoint(t), "the client", Names.name(t), webPort(t)));
        t.put(client.lookUp());
        return client;
    }

    private static Expectation connected(Trial t) {
        NamedClient client = t.the(NamedClient.class);
        return Becomes.becomesTrue(
                        "the endpoint's application is connected to " + Names.name(t),
                        client::isConnected,
                        () -> "for the name it was told " + client.lookUp()
                                + client.connection()
                                        .flatMap(TcpApplication::error)
                                        .map(error -> "; then the connection failed: " + error)
                                        .orElse(""))
                .within(Told.GIVING_UP);
    }

    /** The client is connected to {@code host}, or to another that is as good. */
    private static Expectation isWith(Trial t, String host, List<String> good) {
        TcpApplication client = t.the(NamedClient.class).connection().orElseThrow();
        return Becomes.becomesTrue(
                "the connection is with " + host + ", "
                        + t.the(host, PeerServer.class).local(),
                () -> good.stream()
                        .flatMap(name -> t.the(name, PeerServer.class).connections().stream())
                        .anyMatch(c -> c.remote()
                                .port()
                                .equals(client.connection().local().port())),
                () -> "it is with " + client.connection().remote());
    }
}
