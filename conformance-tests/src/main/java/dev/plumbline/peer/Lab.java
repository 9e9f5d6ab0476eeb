package dev.plumbline.peer;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.oracle.LawBook;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Attachment;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Machine;
import dev.plumbline.testbed.Network;
import dev.plumbline.testbed.Notation;
import dev.plumbline.testbed.PeerHost;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Timeline;
import dev.plumbline.testbed.Topology;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The world of most trials: the endpoint, which runs the stack under test, and peers, at the other end of its link or beyond
 * routers; the first is its DNS server. Hosts are switched on when first asked for: steps can say before how the network is.
 */
public final class Lab implements World {
    /** The endpoint's name in transcripts. */
    public static final String ENDPOINT = "endpoint";
    /** The addresses of peers lie that far apart, and those of a router's links, so that trials never share one. */
    private static final int APART = 0x4000;
    /** How many pairs of addresses there are: of the next one, the fourth peer's would be the network's broadcast address. */
    public static final int ADDRESSES = APART - 2;

    private static final int MTU = 1500;
    private static final Duration ONE_WAY = Duration.ofMillis(5);
    private static final int PREFIX_OF_ONE = 32;

    private final StackProvider provider;
    private final StackProvider helper;
    private final Network network;
    private final LawBook laws;
    private final Impairment cable;
    private final OtherStacks others;
    private final List<Peer> peers = new ArrayList<>();
    private Ipv4Address endpointAddress;
    private int prefixLength = 15;
    private Ipv4Address peerAddress;
    private Topology topology = Topology.cable(MTU);
    private List<Link> links = List.of();
    private List<Ipv4Address> moreAddresses = List.of();
    private Runnable timeLeft = () -> {};
    private List<Route> routes = List.of();
    private Impairment toPeer = Impairment.none();
    private Impairment toEndpoint = Impairment.none();
    private @Nullable StackHost endpoint;
    private @Nullable Attachment far;

    /**
     * A world with nothing switched on.
     *
     * @param provider the stack under test
     * @param helper the stack that a peer runs, where a whole stack is wanted there
     * @param timeline its time
     * @param addresses the number of the pair of addresses that the endpoint and its first peer have, below {@link #ADDRESSES}
     * @param seed decides everything random in it
     */
    public Lab(StackProvider provider, StackProvider helper, Timeline timeline, int addresses, long seed) {
        this.provider = provider;
        this.helper = helper;
        this.network = new Network(timeline, new Transcript(timeline), new SplittableRandom(seed));
        this.others = new OtherStacks(network);
        this.cable = Impairment.delay(timeline.base() == TimeBase.REAL ? Duration.ZERO : ONE_WAY);
        // 198.18.0.0/15 is set aside for tests of network devices: RFC 2544 section C.2.2.
        this.endpointAddress = Ipv4Address.parse("198.18.0.1").plus(addresses);
        this.peerAddress = Ipv4Address.parse("198.19.0.1").plus(addresses);
        this.laws = new LawBook(ENDPOINT, timeline.base());
        network.transcript().listen(laws::see);
    }

    /** Says which laws the stack under test is known not to keep, or does not claim to: breaking these does not end the trial. */
    public void excuse(Set<String> requirements, Set<String> unclaimed) {
        laws.excuse(requirements);
        laws.leaveOut(unclaimed);
    }

    /** Has somebody asked before each thing that happens here, who ends the trial by throwing. */
    public void goesOnWhile(Runnable somebody) {
        timeLeft = somebody;
    }

    @Override
    public void requireTime() {
        timeLeft.run();
    }

    /** Gives the endpoint another address; before it is switched on. */
    public void endpointAddress(Ipv4Address address) {
        requireOff();
        endpointAddress = address;
    }

    /** Gives the endpoint so many addresses on its link, two to four, and tells them; before it is switched on. */
    public List<Ipv4Address> endpointAddresses(int count) {
        requireOff();
        List<Ipv4Address> all = IntStream.range(0, count)
                .mapToObj(i -> endpointAddress.plus(i * APART))
                .toList();
        moreAddresses = all.subList(1, count);
        return all;
    }

    /** Says how long the prefix is of the network that the endpoint's link is in; before it is switched on. */
    public void prefixLength(int bits) {
        requireOff();
        prefixLength = bits;
    }

    /** Gives the first peer another address; before the hosts are switched on. */
    public void peerAddress(Ipv4Address address) {
        requireOff();
        peerAddress = address;
    }

    /** Says what the network does to packets, each way; before the hosts are switched on. */
    public void network(Impairment endpointToPeer, Impairment peerToEndpoint) {
        requireOff();
        toPeer = endpointToPeer;
        toEndpoint = peerToEndpoint;
    }

    /** Says what lies between the endpoint and its peers: the left end and the right; before the hosts are switched on. */
    public void topology(Topology between) {
        requireOff();
        topology = between;
    }

    /** What lies between the endpoint and its peers. */
    public Topology topology() {
        return topology;
    }

    /**
     * Makes the endpoint a router with a link to each of its peers, who are at home there; before the hosts are switched on.
     *
     * @param mtus of each link: at least two, at most four
     * @param table which of the links lead to which other destinations
     */
    public void router(List<Integer> mtus, Map<Ipv4Prefix, Integer> table) {
        requireOff();
        links = IntStream.range(0, mtus.size())
                .mapToObj(i -> new Link(i, endpointAddress.plus(i * APART), PREFIX_OF_ONE, mtus.get(i)))
                .toList();
        List<Route> all = new ArrayList<>();
        links.forEach(link -> all.add(new Route(new Ipv4Prefix(peerAddress(link.index()), PREFIX_OF_ONE), link)));
        table.forEach((prefix, link) -> all.add(new Route(prefix, links.get(link))));
        routes = all;
    }

    /** Says that port 53 is for DNS in this world, so that the laws of DNS hold there. */
    public void speakDns() {
        laws.dnsIsSpoken();
    }

    /** The host with the stack under test, switched on. */
    public StackHost endpoint() {
        if (endpoint == null) {
            Machine machine = machine();
            laws.endpointIs(machine.links(), machine.moreAddresses());
            endpoint = new StackHost(network, machine.withNameServers(List.of(peerAddress)));
            far = topology.lay(network, endpoint.attachment(), cable.then(toPeer), cable.then(toEndpoint));
            endpoint.boot(provider);
        }
        return endpoint;
    }

    /** A host that is like the endpoint, stack and address, but for its chance. No cable leads there. */
    public StackHost twin() {
        return others.started("twin", endpoint().links().get(0), provider, attachment -> {});
    }

    /** The first peer. */
    public Peer peer() {
        return peer(0);
    }

    /** One of several, each a host of its own; the first is number 0. */
    public Peer peer(int number) {
        while (peers.size() <= number) {
            String name = peers.isEmpty() ? "peer" : "peer" + (peers.size() + 1);
            PeerHost host = new PeerHost(network, name, peerLink(peers.size()));
            plugIn(host.attachment());
            peers.add(new Peer(host, endpointAddress));
        }
        return peers.get(number);
    }

    /** A whole stack at the peer's address, instead of a peer played by hand. */
    public StackHost peerStack() {
        return others.started("peer", peerLink(0), helper, this::plugIn);
    }

    @Override
    public Timeline timeline() {
        return network.timeline();
    }

    @Override
    public Transcript transcript() {
        return network.transcript();
    }

    @Override
    public String story() {
        return Notation.print(transcript(), ENDPOINT);
    }

    @Override
    public List<String> packets(int from, int most) {
        return Notation.packets(transcript(), ENDPOINT, from, most);
    }

    @Override
    public List<Finding> findings() {
        return laws.findings();
    }

    @Override
    public Finding explained(Finding finding) {
        return new Diagnosed(transcript().entries()).finding(finding);
    }

    @Override
    public Set<String> lawsApplied() {
        return laws.applied();
    }

    @Override
    public Set<String> deviations() {
        return laws.deviations();
    }

    @Override
    public void catchUp() {
        Optional.ofNullable(endpoint).ifPresent(StackHost::catchUp);
    }

    @Override
    public Optional<Finding> crash() {
        return endpoint == null ? Optional.empty() : endpoint.crash().map(Breakdown::finding);
    }

    @Override
    public void close() {
        Optional.ofNullable(endpoint).ifPresent(StackHost::close);
        others.close();
    }

    private Machine machine() {
        return links.isEmpty()
                ? Machine.of(ENDPOINT, new Link(0, endpointAddress, prefixLength, topology.leftMtu()))
                        .withMoreAddresses(moreAddresses)
                : new Machine(ENDPOINT, links, List.of(), routes, List.of());
    }

    private Link peerLink(int number) {
        int mtu = links.isEmpty() ? topology.rightMtu() : links.get(number).mtu();
        return new Link(0, peerAddress(number), 15, mtu);
    }

    private Ipv4Address peerAddress(int number) {
        return peerAddress.plus(number * APART);
    }

    private void plugIn(Attachment peer) {
        StackHost left = endpoint();
        if (links.isEmpty() && topology.routers() > 0) {
            network.connect(Objects.requireNonNull(far), peer, cable, cable);
        } else {
            Attachment near = left.attachment(links.isEmpty() ? 0 : peers.size());
            network.connect(near, peer, cable.then(toPeer), cable.then(toEndpoint));
        }
    }

    private void requireOff() {
        if (endpoint != null) {
            throw new IllegalStateException("the scenario changes the network after it was switched on");
        }
    }
}
