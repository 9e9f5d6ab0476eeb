package dev.plumbline.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.FakeHost;
import dev.plumbline.reference.kit.World;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What fragments may be put together, and how long they are kept (RFC 791 section 3.2, RFC 1122 section 3.3.2). */
class ReassemblyTest {
    private static final Ipv4Address SOURCE = Ipv4Address.parse("192.0.2.2");
    private static final Ipv4Address DESTINATION = Ipv4Address.parse("192.0.2.1");
    private static final Octets TEXT = Octets.ofText("abcdefghijklmnopqrstuvwx");

    private final World world = new World();
    private final List<Datagram> timedOut = new ArrayList<>();
    private final Reassembly reassembly =
            new Reassembly(FakeHost.single(world, DESTINATION, 1, (link, octets) -> {}), timedOut::add);

    private static Ipv4Packet datagram(int identification) {
        return Ipv4Packet.of(SOURCE, DESTINATION, IpProtocol.UDP, TEXT).withIdentification(identification);
    }

    private Optional<Octets> comes(Ipv4Packet fragment) {
        return reassembly
                .accept(new Datagram(fragment, fragment.encode(), true))
                .map(whole -> whole.packet().payload());
    }

    private Optional<Octets> first(Ipv4Packet of) {
        return comes(of.withFragment(0, true, TEXT.slice(0, 8)));
    }

    private Optional<Octets> middle(Ipv4Packet of) {
        return comes(of.withFragment(8, true, TEXT.slice(8, 16)));
    }

    private Optional<Octets> last(Ipv4Packet of) {
        return comes(of.withFragment(16, false, TEXT.from(16)));
    }

    @Test
    @DisplayName("all four marks must be the same: source, destination, protocol and identification")
    void marks() {
        Ipv4Packet one = datagram(1);
        Ipv4Packet ofAnother =
                Ipv4Packet.of(DESTINATION, DESTINATION, IpProtocol.UDP, TEXT).withIdentification(1);
        Ipv4Packet toAnother =
                Ipv4Packet.of(SOURCE, SOURCE, IpProtocol.UDP, TEXT).withIdentification(1);
        Ipv4Packet tcp =
                Ipv4Packet.of(SOURCE, DESTINATION, IpProtocol.TCP, TEXT).withIdentification(1);
        first(one);
        middle(one);
        assertThat(last(datagram(2))).isEmpty();
        assertThat(last(ofAnother)).isEmpty();
        assertThat(last(toAnother)).isEmpty();
        assertThat(last(tcp)).isEmpty();
        assertThat(last(one)).contains(TEXT);
    }

    @Test
    @DisplayName("the header of the whole is that of fragment zero")
    void header() {
        Ipv4Packet one = datagram(1).withOptions(List.of(new Ipv4Option(7, Octets.of(4, 0, 0))));
        last(datagram(1).withTimeToLive(3));
        middle(datagram(1));
        Ipv4Packet start = one.withTimeToLive(9).withFragment(0, true, TEXT.slice(0, 8));
        Optional<Datagram> whole = reassembly.accept(new Datagram(start, start.encode(), true));
        Ipv4Packet expected = one.withTimeToLive(9);
        assertThat(whole).contains(new Datagram(expected, expected.encode(), true));
    }

    @Test
    @DisplayName("fragments that overlap and agree make the whole")
    void overlapThatAgrees() {
        comes(datagram(1).withFragment(0, true, TEXT.slice(0, 16)));
        assertThat(comes(datagram(1).withFragment(8, false, TEXT.from(8)))).contains(TEXT);
    }

    @Test
    @DisplayName("fragments that overlap and differ spoil the datagram, whatever still comes")
    void overlapThatDiffers() {
        comes(datagram(1).withFragment(0, true, TEXT.slice(0, 16)));
        comes(datagram(1).withFragment(8, true, Octets.ofText("SMUGGLED")));
        assertThat(first(datagram(1))).isEmpty();
        assertThat(middle(datagram(1))).isEmpty();
        assertThat(last(datagram(1))).isEmpty();
        world.pass(Reassembly.TIMEOUT);
        assertThat(timedOut).isEmpty();
        first(datagram(1));
        middle(datagram(1));
        assertThat(last(datagram(1))).contains(TEXT);
    }

    @Test
    @DisplayName("two ends spoil the datagram")
    void twoEnds() {
        last(datagram(1));
        comes(datagram(1).withFragment(8, false, TEXT.slice(8, 16)));
        assertThat(first(datagram(1))).isEmpty();
        assertThat(middle(datagram(1))).isEmpty();
    }

    @Test
    @DisplayName("what goes on behind the end spoils the datagram")
    void behindTheEnd() {
        comes(datagram(1).withFragment(8, false, TEXT.slice(8, 16)));
        last(datagram(1));
        assertThat(first(datagram(1))).isEmpty();
    }

    @Test
    @DisplayName("a part that is no multiple of eight octets, or empty, is no part unless it is the last")
    void multiplesOfEight() {
        comes(datagram(1).withFragment(0, true, TEXT.slice(0, 9)));
        comes(datagram(1).withFragment(16, false, Octets.empty()));
        middle(datagram(1));
        assertThat(last(datagram(1))).isEmpty();
        assertThat(first(datagram(1))).contains(TEXT);
    }

    @Test
    @DisplayName("no datagram becomes longer than 65535 octets, header included")
    void longest() {
        Octets most = Octets.wrap(new byte[65515]);
        Ipv4Packet longest = datagram(1);
        comes(longest.withFragment(0, true, most.slice(0, 40000)));
        assertThat(comes(longest.withFragment(40000, false, most.from(40000)))).contains(most);
        comes(longest.withFragment(0, true, most.slice(0, 40000)));
        assertThat(comes(longest.withFragment(40000, false, Octets.wrap(new byte[25516]))))
                .isEmpty();
    }

    @Test
    @DisplayName("a header with options may make it too long only when its start comes")
    void longestWithOptions() {
        Octets most = Octets.wrap(new byte[65512]);
        Ipv4Packet start = datagram(1).withOptions(List.of(new Ipv4Option(7, Octets.of(4, 0))));
        comes(datagram(1).withFragment(40000, false, most.from(40000)));
        assertThat(comes(start.withFragment(0, true, most.slice(0, 40000)))).isEmpty();
    }

    @Test
    @DisplayName("the time runs from the first fragment on, and later ones do not stop it")
    void time() {
        first(datagram(1));
        world.pass(Reassembly.TIMEOUT.minus(Duration.ofSeconds(1)));
        middle(datagram(1));
        world.pass(Duration.ofSeconds(1));
        assertThat(timedOut).hasSize(1);
        assertThat(last(datagram(1))).isEmpty();
    }

    @Test
    @DisplayName("what became whole in time is not reported")
    void complete() {
        first(datagram(1));
        middle(datagram(1));
        last(datagram(1));
        world.pass(Reassembly.TIMEOUT.multipliedBy(2));
        assertThat(timedOut).isEmpty();
    }

    @Test
    @DisplayName("a flood of fragments pushes out the oldest, and only these")
    void flood() {
        for (int i = 0; i <= Reassembly.MOST_AT_ONCE; i++) {
            first(datagram(i));
            middle(datagram(i));
        }
        assertThat(last(datagram(0))).isEmpty();
        assertThat(last(datagram(2))).contains(TEXT);
        assertThat(last(datagram(Reassembly.MOST_AT_ONCE))).contains(TEXT);
    }
}
