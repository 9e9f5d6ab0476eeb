package dev.plumbline.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.reference.kit.FakeHost;
import dev.plumbline.reference.kit.World;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IP in a router (RFC 1812 section 5). */
class RouterTest {
    private static final Ipv4Address SOURCE = Ipv4Address.parse("10.0.0.2");
    private static final Ipv4Address DESTINATION = Ipv4Address.parse("10.0.1.2");
    private static final Link LEFT = new Link(0, Ipv4Address.parse("10.0.0.1"), 24, 1500);
    private static final Link RIGHT = new Link(1, Ipv4Address.parse("10.0.1.1"), 24, 600);

    private record Sent(Link link, Ipv4Packet packet) {}

    private final List<Sent> sent = new ArrayList<>();
    private Stack router;

    @BeforeEach
    void boot() {
        List<Route> routes = List.of(
                new Route(Ipv4Prefix.parse("10.0.0.0/24"), LEFT),
                new Route(Ipv4Prefix.parse("10.0.1.0/24"), RIGHT),
                new Route(Ipv4Prefix.parse("10.9.0.0/16"), RIGHT),
                new Route(Ipv4Prefix.parse("10.9.9.0/24"), LEFT));
        router = new ReferenceProvider()
                .boot(new FakeHost(
                        new World(),
                        List.of(LEFT, RIGHT),
                        routes,
                        1,
                        (link, octets) -> sent.add(
                                new Sent(link, Ipv4Packet.decode(octets).orElseThrow()))));
    }

    private Ipv4Packet packet(Ipv4Address destination, int length) {
        return Ipv4Packet.of(SOURCE, destination, IpProtocol.UDP, Octets.wrap(new byte[length]))
                .withIdentification(77);
    }

    private void arrives(Ipv4Packet packet) {
        router.receive(LEFT, packet.encode());
    }

    private IcmpMessage report() {
        Sent only = sent.get(0);
        assertThat(sent).hasSize(1);
        assertThat(only.link()).isEqualTo(LEFT);
        assertThat(only.packet().source()).isEqualTo(LEFT.address());
        assertThat(only.packet().destination()).isEqualTo(SOURCE);
        return IcmpMessage.decode(only.packet().payload()).orElseThrow();
    }

    @Test
    @DisplayName("a datagram is forwarded, one hop older and otherwise the same")
    void forwards() {
        arrives(packet(DESTINATION, 100));
        assertThat(sent)
                .containsExactly(new Sent(RIGHT, packet(DESTINATION, 100).withTimeToLive(63)));
    }

    @Test
    @DisplayName("the longest match decides")
    void longestMatch() {
        arrives(packet(Ipv4Address.parse("10.9.9.1"), 1));
        arrives(packet(Ipv4Address.parse("10.9.8.1"), 1));
        assertThat(sent).extracting(Sent::link).containsExactly(LEFT, RIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @DisplayName("a datagram at the end of its time is reported")
    void timeExceeded(int timeToLive) {
        Ipv4Packet old = packet(DESTINATION, 1).withTimeToLive(timeToLive);
        arrives(old);
        assertThat(report()).isEqualTo(new TimeExceeded(TimeExceeded.IN_TRANSIT, old.encode()));
    }

    @Test
    @DisplayName("no route is reported")
    void noRoute() {
        arrives(packet(Ipv4Address.parse("172.16.0.1"), 1));
        assertThat(report())
                .isInstanceOfSatisfying(
                        DestinationUnreachable.class,
                        error -> assertThat(error.code()).isEqualTo(DestinationUnreachable.NETWORK));
    }

    @Test
    @DisplayName("a datagram that is too large and must not be cut is reported, with the size that fits")
    void tooLarge() {
        arrives(packet(DESTINATION, 1000).withDontFragment(true));
        assertThat(report()).isInstanceOfSatisfying(DestinationUnreachable.class, error -> {
            assertThat(error.code()).isEqualTo(DestinationUnreachable.FRAGMENTATION_NEEDED);
            assertThat(error.nextHopMtu()).isEqualTo(600);
        });
    }

    @Test
    @DisplayName("a datagram that is too large is cut")
    void cut() {
        arrives(packet(DESTINATION, 1000));
        assertThat(sent).extracting(one -> one.packet().payload().length()).containsExactly(576, 424);
        assertThat(sent).allMatch(one -> one.packet().identification() == 77);
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "224.0.0.1", "127.0.0.1", "240.0.0.1", "0.0.0.0", "10.0.1.255"})
    @DisplayName("what is no host's address is not forwarded")
    void notForwarded(String destination) {
        arrives(packet(Ipv4Address.parse(destination), 1));
        assertThat(sent).isEmpty();
    }

    @Test
    @DisplayName("nothing is reported about an error, a later fragment, or what came from no host")
    void neverReported() {
        Ipv4Packet dying = packet(DESTINATION, 8).withTimeToLive(1);
        arrives(dying.withFragment(8, false, Octets.of(1)));
        arrives(Ipv4Packet.of(SOURCE, DESTINATION, IpProtocol.ICMP, new TimeExceeded(0, Octets.empty()).encode())
                .withTimeToLive(1));
        arrives(Ipv4Packet.of(Ipv4Address.parse("10.0.0.255"), DESTINATION, IpProtocol.UDP, Octets.of(1))
                .withTimeToLive(1));
        assertThat(sent).isEmpty();
        arrives(dying.withFragment(0, true, Octets.wrap(new byte[8])));
        assertThat(report()).isInstanceOf(TimeExceeded.class);
    }

    @Test
    @DisplayName("the networks on the links need no route, and the longest match counts among them, too")
    void connected() {
        List<Route> everythingLeft = List.of(new Route(Ipv4Prefix.DEFAULT, LEFT));
        router = new ReferenceProvider()
                .boot(new FakeHost(
                        new World(),
                        List.of(LEFT, RIGHT),
                        everythingLeft,
                        1,
                        (link, octets) -> sent.add(
                                new Sent(link, Ipv4Packet.decode(octets).orElseThrow()))));
        arrives(packet(DESTINATION, 1));
        arrives(packet(Ipv4Address.parse("10.0.2.2"), 1));
        assertThat(sent).extracting(Sent::link).containsExactly(RIGHT, LEFT);
    }

    @Test
    @DisplayName("a fragment on its way is cut further, and put together by nobody but the destination")
    void fragmentsOnTheWay() {
        Ipv4Packet part = packet(DESTINATION, 1000).withFragment(1600, true, Octets.wrap(new byte[1000]));
        arrives(part);
        assertThat(sent).extracting(one -> one.packet().fragmentOffset()).containsExactly(1600, 2176);
        assertThat(sent).allMatch(one -> one.packet().moreFragments());
    }

    @Test
    @DisplayName("a host with one link forwards nothing")
    void hostForwardsNothing() {
        Stack host = new ReferenceProvider()
                .boot(FakeHost.single(
                        new World(),
                        LEFT.address(),
                        1,
                        (link, octets) -> sent.add(
                                new Sent(link, Ipv4Packet.decode(octets).orElseThrow()))));
        host.receive(LEFT, packet(DESTINATION, 1).encode());
        assertThat(sent).isEmpty();
    }
}
