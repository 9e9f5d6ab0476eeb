package dev.plumbline.steps.net;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyNetwork;
import dev.plumbline.values.AnyPacket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;

/** Between whom the endpoint is a router, and what its table says (RFC 1812 section 5.2.4). */
public enum Ends {
    /** Two Ethernets. */
    TWO("two peers") {
        @Override
        void join(Trial t) {
            router(t, List.of(ETHERNET, ETHERNET), Map.of());
        }
    },
    /** What fits the first link need not fit the second. */
    NARROW("two peers, and the second one's link takes packets of any size from 68 octets on") {
        @Override
        void join(Trial t) {
            int mtu = t.draw(
                    "the MTU of the second peer's link", AnyNetwork.mtu(68).map(size -> Math.min(size, 1400)));
            router(t, List.of(ETHERNET, mtu), Map.of());
        }
    },
    /** Several prefixes contain an address; one of them is the longest that does. */
    NESTED("four peers, with any three prefixes in its table that lie one within the other") {
        @Override
        void join(Trial t) {
            List<Integer> lengths = t.draw("the lengths of the prefixes", AnyPacket.prefixLengths(3));
            List<Integer> links = t.draw("the peers they lead to", Any.order(3));
            Ipv4Address inner = t.draw("an address in all of them", AnyPacket.privateAddress());
            int chosen = t.draw("the longest that contains the destination", Arbitraries.of(0, 1, 2));
            Map<Ipv4Prefix, Integer> table = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                table.put(new Ipv4Prefix(inner, lengths.get(i)), links.get(i) + 1);
            }
            // One bit behind the chosen prefix differs, so that the longer ones do not contain it.
            int bit = chosen == 2 ? 0 : Integer.MIN_VALUE >>> lengths.get(chosen);
            RouterScene.of(t).inTheTable(new Ipv4Address(inner.bits() ^ bit), links.get(chosen) + 1);
            router(t, List.of(ETHERNET, ETHERNET, ETHERNET, ETHERNET), table);
        }
    };

    private static final int ETHERNET = 1500;

    private final String words;

    Ends(String words) {
        this.words = words;
    }

    /** The endpoint becomes a router, before the hosts are switched on. */
    abstract void join(Trial t);

    @Override
    public String toString() {
        return words;
    }

    private static void router(Trial t, List<Integer> mtus, Map<Ipv4Prefix, Integer> table) {
        Scene.lab(t).router(mtus, table);
        for (int peer = 0; peer < mtus.size(); peer++) {
            Scene.lab(t).peer(peer);
        }
    }
}
