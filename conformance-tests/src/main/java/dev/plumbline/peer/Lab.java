package dev.plumbline.peer;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.LawBook;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.StackGone;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Crash;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Machine;
import dev.plumbline.testbed.Network;
import dev.plumbline.testbed.Notation;
import dev.plumbline.testbed.PeerHost;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Timeline;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The world of most trials: the endpoint, which runs the stack under test, and peers at the other end of its link; the first
 * of them is the DNS server that the endpoint was told of. Hosts are
 * switched on when they are first asked for, so that steps can say before how the network is.
 */
public final class Lab implements World {
    /** The endpoint's name in transcripts. */
    public static final String ENDPOINT = "endpoint";

    private static final int MTU = 1500;
    private static final Duration ONE_WAY = Duration.ofMillis(5);

    private final StackProvider provider;
    private final StackProvider helper;
    private final Network network;
    private final LawBook laws;
    private final Impairment cable;
    private final List<Peer> peers = new ArrayList<>();
    private Ipv4Address endpointAddress;
    private Ipv4Address peerAddress;
    private Impairment toPeer;
    private Impairment toEndpoint;
    private @Nullable StackHost endpoint;
    private @Nullable StackHost peerStack;

    /**
     * A world with nothing switched on.
     *
     * @param provider the stack under test
     * @param helper the stack that a peer runs, where a whole stack is wanted there
     * @param timeline its time
     * @param addresses the number of the pair of addresses that the endpoint and its first peer have, 0 to 16383
     * @param seed decides everything random in it
     */
    public Lab(StackProvider provider, StackProvider helper, Timeline timeline, int addresses, long seed) {
        this.provider = provider;
        this.helper = helper;
        this.network = new Network(timeline, new Transcript(timeline), new SplittableRandom(seed));
        this.cable = Impairment.delay(timeline.base() == TimeBase.REAL ? Duration.ZERO : ONE_WAY);
        this.toPeer = Impairment.none();
        this.toEndpoint = Impairment.none();
        // 198.18.0.0/15 is set aside for tests of network devices: RFC 2544 section C.2.2.
        this.endpointAddress = Ipv4Address.parse("198.18.0.1").plus(addresses);
        this.peerAddress = Ipv4Address.parse("198.19.0.1").plus(addresses);
        this.laws = new LawBook(ENDPOINT, timeline.base());
        network.transcript().listen(laws::see);
    }

    /** Gives the endpoint another address; before it is switched on. */
    public void endpointAddress(Ipv4Address address) {
        requireOff();
        endpointAddress = address;
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

    /** The host with the stack under test, switched on. */
    public StackHost endpoint() {
        if (endpoint == null) {
            laws.endpointIs(endpointAddress);
            endpoint = new StackHost(
                    network,
                    Machine.of(ENDPOINT, new Link(0, endpointAddress, 15, MTU)).withNameServers(List.of(peerAddress)));
            endpoint.boot(provider);
        }
        return endpoint;
    }

    /** The first peer. */
    public Peer peer() {
        return peer(0);
    }

    /** One of several peers, each a host of its own; the first is number 0. */
    public Peer peer(int number) {
        while (peers.size() <= number) {
            String name = peers.isEmpty() ? "peer" : "peer" + (peers.size() + 1);
            // Hosts on the peers' side of the link: their addresses lie 0x4000 apart, so that trials never share one.
            Link link = new Link(0, peerAddress.plus(peers.size() * 0x4000), 15, MTU);
            PeerHost host = new PeerHost(network, name, link);
            network.connect(endpoint().attachment(), host.attachment(), cable.then(toPeer), cable.then(toEndpoint));
            peers.add(new Peer(host, endpointAddress));
        }
        return peers.get(number);
    }

    /** A whole stack at the peer's address, instead of a peer played by hand. */
    public StackHost peerStack() {
        if (peerStack == null) {
            peerStack = new StackHost(network, Machine.of("peer", new Link(0, peerAddress, 15, MTU)));
            network.connect(
                    endpoint().attachment(), peerStack.attachment(), cable.then(toPeer), cable.then(toEndpoint));
            peerStack.boot(helper);
        }
        return peerStack;
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
    public List<Finding> findings() {
        return laws.findings();
    }

    @Override
    public Set<String> lawsApplied() {
        return laws.applied();
    }

    @Override
    public Optional<Finding> crash() {
        return endpoint == null ? Optional.empty() : endpoint.crash().map(Lab::finding);
    }

    private static Finding finding(Crash crash) {
        return crash.cause() instanceof StackGone gone
                ? Finding.gone(gone + " " + crash.during(), gone.detail())
                : Finding.crash(
                        "the stack threw " + crash.cause() + " " + crash.during(), Finding.stackTrace(crash.cause()));
    }

    @Override
    public void close() {
        if (endpoint != null) {
            endpoint.close();
        }
        if (peerStack != null) {
            peerStack.close();
        }
    }

    private void requireOff() {
        if (endpoint != null) {
            throw new IllegalStateException("the scenario changes the network after it was switched on");
        }
    }
}
