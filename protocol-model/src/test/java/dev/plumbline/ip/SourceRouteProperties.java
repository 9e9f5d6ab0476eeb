package dev.plumbline.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any source route (RFC 791 section 3.1). */
class SourceRouteProperties {
    private static final Ipv4Address FROM = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address TO = Ipv4Address.parse("198.51.100.1");

    @Provide
    Arbitrary<List<Ipv4Address>> gateways() {
        return Arbitraries.integers()
                .between(1, 254)
                .map(Ipv4Address.parse("203.0.113.0")::plus)
                .list()
                .ofMinSize(1)
                .ofMaxSize(SourceRoute.MOST_GATEWAYS)
                .uniqueElements();
    }

    /** RFC 791 section 3.1: each gateway sends the packet on, and what arrives has recorded them. */
    @Property(tries = 100)
    void aPacketPassesTheGatewaysInTheirOrderAndArrivesWithAllOfThem(
            @ForAll("gateways") List<Ipv4Address> gateways, @ForAll boolean strict) {
        Ipv4Packet packet =
                new SourceRoute(strict, gateways).begin(Ipv4Packet.of(FROM, TO, IpProtocol.UDP, Octets.ofText("data")));
        List<Ipv4Address> passed = new ArrayList<>();
        while (!packet.destination().equals(packet.finalDestination())) {
            passed.add(packet.destination());
            assertThat(packet.finalDestination()).isEqualTo(TO);
            assertThat(Ipv4Packet.decode(packet.encode()).orElseThrow()).isEqualTo(packet);
            packet = SourceRoute.passOn(packet, packet.destination());
        }
        assertThat(passed).isEqualTo(gateways);
        assertThat(packet.destination()).isEqualTo(TO);
        assertThat(SourceRoute.recordedIn(packet.options())).contains(new SourceRoute(strict, gateways));
    }

    @Property(tries = 100)
    void theWayBackIsTheWayTheOtherWayRound(@ForAll("gateways") List<Ipv4Address> gateways) {
        List<Ipv4Address> reversed = new ArrayList<>(gateways);
        Collections.reverse(reversed);
        assertThat(new SourceRoute(false, gateways).backTo(FROM)).contains(new SourceRoute(false, reversed));
    }

    /** RFC 1122 section 3.2.1.8, case B. */
    @Property(tries = 100)
    void theSenderIsNoGatewayOnTheWayBackToItself(@ForAll("gateways") List<Ipv4Address> gateways) {
        SourceRoute route = new SourceRoute(false, gateways);
        List<Ipv4Address> reversed = new ArrayList<>(gateways.subList(1, gateways.size()));
        Collections.reverse(reversed);
        assertThat(route.backTo(gateways.get(0)).map(SourceRoute::gateways).orElse(List.of()))
                .isEqualTo(reversed);
    }

    /** What arrives may be anything: nobody can be led astray by it, or out of the option. */
    @Property(tries = 500)
    void noOptionWhateverItSaysBreaksAnything(@ForAll("types") int type, @ForAll("octets") Octets data) {
        List<Ipv4Option> options = List.of(new Ipv4Option(type, data));
        Ipv4Packet packet =
                Ipv4Packet.of(FROM, TO, IpProtocol.UDP, Octets.empty()).withOptions(options);
        boolean goesOn = !packet.finalDestination().equals(TO);
        assertThat(goesOn && SourceRoute.recordedIn(options).isPresent()).isFalse();
        if (goesOn) {
            assertThat(SourceRoute.passOn(packet, FROM).headerLength()).isEqualTo(packet.headerLength());
        }
    }

    @Provide
    Arbitrary<Integer> types() {
        return Arbitraries.of(SourceRoute.LOOSE, SourceRoute.STRICT);
    }

    @Provide
    Arbitrary<Octets> octets() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(38).map(Octets::copyOf);
    }
}
