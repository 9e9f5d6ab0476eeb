package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Ipv4Address FAR = Ipv4Address.parse("198.51.100.1");

    private final World world = new World();
    private final PeerHost left = world.peer("left", "192.0.2.1");
    private final PeerHost right = world.peer("right", "198.51.100.1");

    @Test
    void aChainForwardsBothWaysAndCountsTheTimeToLiveDown() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 1500, 1500, 1500));
        Octets there = World.udp(left.address(), FAR, 100);
        left.send(there);
        right.send(World.udp(FAR, left.address(), 50));
        world.run();

        Ipv4Packet sent = decode(there);
        assertThat(right.received())
                .containsExactly(sent.withTimeToLive(sent.timeToLive() - 3).encode());
        assertThat(left.received()).hasSize(1);
        assertThat(world.texts(Kind.LOST)).isEmpty();
    }

    @Test
    void everyHopOnTheWayReportsAnExceededTimeToLive() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 1500, 1500));
        for (int ttl = 1; ttl <= 3; ttl++) {
            left.send(packet(ttl, false, 10).encode());
        }
        world.run();
        assertThat(left.received())
                .extracting(octets -> decode(octets).source().toString())
                .containsExactly("100.64.0.2", "100.64.0.6");
        IcmpMessage report = icmp(left.received().get(0));
        assertThat(report).isInstanceOf(TimeExceeded.class);
        assertThat(((TimeExceeded) report).original())
                .isEqualTo(packet(1, false, 10).encode());
        assertThat(right.received()).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsCutAndFitsTogetherAgain() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 500, 68));
        Ipv4Packet whole = packet(64, false, 1400);
        left.send(whole.encode());
        world.run();

        Octets joined = Octets.empty();
        boolean more = true;
        for (Octets octets : right.received()) {
            Ipv4Packet fragment = decode(octets);
            assertThat(octets.length()).isLessThanOrEqualTo(68);
            assertThat(fragment.fragmentOffset()).isEqualTo(joined.length());
            assertThat(fragment.identification()).isEqualTo(whole.identification());
            assertThat(more).isTrue();
            joined = joined.plus(fragment.payload());
            more = fragment.moreFragments();
        }
        assertThat(more).isFalse();
        assertThat(joined).isEqualTo(whole.payload());
    }

    @Test
    void onlyOptionsWithTheCopiedFlagAreInLaterFragments() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 500));
        Ipv4Option everywhere = new Ipv4Option(0x94, Octets.of(0, 0));
        Ipv4Option once = new Ipv4Option(7, Octets.of(4, 0, 0, 0, 0));
        left.send(packet(64, false, 900).withOptions(List.of(once, everywhere)).encode());
        world.run();
        assertThat(right.received())
                .extracting(octets -> decode(octets).options())
                .containsExactly(List.of(once, everywhere), List.of(everywhere));
    }

    @Test
    void dontFragmentIsHeededAndReportedWithTheMtu() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 576));
        left.send(packet(64, true, 600).encode());
        left.send(packet(64, true, 556).encode());
        world.run();
        DestinationUnreachable report =
                (DestinationUnreachable) icmp(left.received().get(0));
        assertThat(report.code()).isEqualTo(DestinationUnreachable.FRAGMENTATION_NEEDED);
        assertThat(report.nextHopMtu()).isEqualTo(576);
        assertThat(left.received().get(0).length()).isEqualTo(576);
        assertThat(left.received()).hasSize(1);
        assertThat(right.received()).hasSize(1);
    }

    @Test
    void thereIsNoErrorAboutErrorsLaterFragmentsOrWhatCameFromNobody() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 1500));
        Octets error = new TimeExceeded(0, packet(1, false, 8).encode()).encode();
        List<Ipv4Packet> dying = List.of(
                Ipv4Packet.of(left.address(), FAR, IpProtocol.ICMP, error),
                packet(1, false, 8).withFragment(8, false, Octets.of(1)),
                Ipv4Packet.of(Ipv4Address.UNSPECIFIED, FAR, IpProtocol.UDP, Octets.of(1)),
                Ipv4Packet.of(left.address(), Ipv4Address.parse("224.0.0.1"), IpProtocol.UDP, Octets.of(1)));
        dying.forEach(packet -> left.send(packet.withTimeToLive(1).encode()));
        world.run();
        assertThat(world.texts(Kind.LOST)).hasSize(4).containsOnly("time to live exceeded");
        assertThat(left.received()).isEmpty();

        Octets query = new IcmpMessage.EchoRequest(1, 1, Octets.empty()).encode();
        left.send(Ipv4Packet.of(left.address(), FAR, IpProtocol.ICMP, query)
                .withTimeToLive(1)
                .encode());
        world.run();
        assertThat(left.received()).hasSize(1);
    }

    @Test
    void theLongestPrefixCountsAndTheWayBackMayDiffer() {
        Link home = World.link(0, "192.0.2.254", 1500);
        Link slow = World.link(1, "10.0.1.1", 1500);
        Link fast = World.link(2, "10.0.2.1", 1500);
        Router router = new Router(
                world.network,
                "r",
                List.of(home, slow, fast),
                List.of(
                        new Route(Ipv4Prefix.parse("198.51.0.0/16"), slow),
                        new Route(Ipv4Prefix.parse("198.51.100.0/24"), fast),
                        new Route(Ipv4Prefix.parse("192.0.2.0/24"), home)));
        PeerHost other = world.peer("other", "198.51.100.1");
        world.network.connect(left.attachment(), router.attachment(0));
        Impairment late = Impairment.delay(Duration.ofSeconds(1));
        world.network.connect(router.attachment(1), right.attachment(), late, late);
        world.network.connect(router.attachment(2), other.attachment());

        left.send(World.udp(left.address(), FAR, 1));
        left.send(World.udp(left.address(), Ipv4Address.parse("198.51.7.7"), 2));
        right.send(World.udp(FAR, left.address(), 3));
        left.send(World.udp(left.address(), Ipv4Address.parse("203.0.113.1"), 4));
        world.run();
        assertThat(other.received()).hasSize(1);
        assertThat(right.received()).hasSize(1);
        assertThat(world.texts(Kind.LOST)).containsExactly("no route to 203.0.113.1");
        List<Octets> back = new ArrayList<>(left.received());
        assertThat(((DestinationUnreachable) icmp(back.get(0))).code()).isEqualTo(DestinationUnreachable.NETWORK);
        assertThat(back).hasSize(2);
    }

    @Test
    void whatIsMalformedOrForTheRouterItselfEndsThere() {
        world.chain(left.attachment(), right.attachment(), List.of(1500, 1500));
        left.send(Octets.of(1, 2, 3));
        left.send(World.udp(left.address(), Ipv4Address.parse("100.64.0.2"), 1));
        world.run();
        assertThat(world.texts(Kind.LOST))
                .containsExactly(
                        "IPv4 header, octet 0: only 3 octets, a header has at least 20",
                        "a router is nobody's destination");
    }

    private Ipv4Packet packet(int ttl, boolean dontFragment, int payload) {
        byte[] data = new byte[payload];
        for (int i = 0; i < payload; i++) {
            data[i] = (byte) (i * 7);
        }
        return Ipv4Packet.of(left.address(), FAR, IpProtocol.UDP, Octets.wrap(data))
                .withTimeToLive(ttl)
                .withIdentification(77)
                .withDontFragment(dontFragment);
    }

    private static Ipv4Packet decode(Octets octets) {
        return Ipv4Packet.decode(octets).orElseThrow();
    }

    private static IcmpMessage icmp(Octets octets) {
        return IcmpMessage.decode(decode(octets).payload()).orElseThrow();
    }
}
