package dev.plumbline.steps.net;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.ip.Passage;
import dev.plumbline.testbed.Impairment;
import dev.plumbline.testbed.Topology;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;

/** What joins the endpoint and the peer: how it is laid out, or what it does to packets (RFC 791 section 1.2). */
public enum Between {
    /** Any arrangement of routers, or none. */
    ANY("any network of up to eight nodes", laid(() -> AnyNetwork.topology(Between.USUAL_LEAST))),
    /** One router after the other. */
    ROW("a row of any routers", laid(() -> AnyNetwork.chain(Between.USUAL_LEAST))),
    /** The same, where nearly everything must be cut. */
    NARROW_ROW(
            "a row of any routers with links for packets of any size from 68 octets on",
            laid(() -> AnyNetwork.chain(Between.SMALLEST))),
    /** A cable, where nearly everything must be cut. */
    NARROW_LINK(
            "a link for packets of any size from 68 octets on",
            laid(() -> AnyNetwork.mtu(Between.SMALLEST).map(Topology::cable))),
    /** A cable, of which every host can expect that much. */
    USUAL_LINK(
            "a link for packets of any size from 576 octets on",
            laid(() -> AnyNetwork.mtu(Between.USUAL_LEAST).map(Topology::cable))),
    /** Neither has its bits all ones for a broadcast: RFC 3021 section 2.1. */
    LINK_OF_TWO("a link that has two addresses", t -> {
        Ipv4Address one = t.draw("the endpoint's address", AnyNetwork.oneOfTwo());
        Scene.lab(t).endpointAddress(one);
        Scene.lab(t).peerAddress(new Ipv4Address(one.bits() ^ 1));
        Scene.lab(t).prefixLength(31);
    }),
    /** Two ways, one for each direction. */
    TWO_WAYS("any network that brings packets back another way than they went", laid(() -> AnyNetwork.twoWays())),
    /** Several ways, which take turns. */
    OVERTAKING("any network in which packets overtake each other", laid(() -> AnyNetwork.parallelWays())),
    /** The endpoint receives only some of them. */
    LOSING_TO_ENDPOINT("a network that loses any of the packets to the endpoint", t -> {
        Set<Integer> lost = losses(t, "lost are the packets numbered");
        Passage.planToEndpoint(t, new Passage(lost, Set.of()));
        Scene.lab(t).network(Impairment.none(), Impairment.dropping(lost));
    }),
    /** The peer receives only some of them. */
    LOSING_TO_PEER("a network that loses any of the packets to the peer", t -> {
        Set<Integer> lost = losses(t, "lost are the packets numbered");
        Passage.planToPeer(t, new Passage(lost, Set.of()));
        Scene.lab(t).network(Impairment.dropping(lost), Impairment.none());
    }),
    /** In neither direction one can be sure, at first. */
    LOSING_FIRST(
            "a network that loses any of the first packets",
            t -> Scene.lab(t)
                    .network(
                            Impairment.dropping(
                                    t.draw("of the endpoint's packets are lost those numbered", Any.losses(2, 3))),
                            Impairment.dropping(
                                    t.draw("of the peer's packets are lost those numbered", Any.losses(2, 3))))),
    /** As a network may, that promises nothing. */
    REORDERING("a network that delivers packets to the endpoint in any order, some of them twice", t -> {
        List<Integer> order = t.draw("the order of arrival", Any.order(Between.AT_MOST));
        Set<Integer> twice = t.draw("twice arrive the packets numbered", Any.losses(3, Between.AT_MOST));
        Passage.planToEndpoint(t, new Passage(Set.of(), twice));
        Duration gap = Duration.ofMillis(2);
        Impairment permuting = Impairment.permuting(order, gap);
        Scene.lab(t).network(Impairment.none(), permuting.then(Impairment.duplicating(twice, gap.dividedBy(2))));
    });

    private static final int SMALLEST = 68;
    private static final int USUAL_LEAST = 576;
    private static final int AT_MOST = 8;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final Consumer<Trial> laying;

    Between(String words, Consumer<Trial> laying) {
        this.words = words;
        this.laying = laying;
    }

    /** It is laid, before the hosts are switched on. */
    void lay(Trial t) {
        laying.accept(t);
    }

    @Override
    public String toString() {
        return words;
    }

    private static Consumer<Trial> laid(Supplier<Arbitrary<Topology>> topology) {
        return t -> Scene.lab(t).topology(t.draw("the network", topology.get()));
    }

    private static Set<Integer> losses(Trial t, String name) {
        return t.draw(name, Any.losses(AT_MOST, AT_MOST));
    }
}
