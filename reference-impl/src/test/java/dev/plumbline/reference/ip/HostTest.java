package dev.plumbline.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.Bench;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IP and ICMP in a host (RFC 1122 sections 3.2.1 and 3.2.2). */
class HostTest {
    private static final Octets PING = new EchoRequest(7, 9, Octets.ofText("hello")).encode();
    private static final IpProtocol UNKNOWN = new IpProtocol(99);

    private Bench bench;

    @BeforeEach
    void boot() {
        bench = new Bench();
    }

    private static Ipv4Packet toStack(IpProtocol protocol, Octets payload) {
        return Ipv4Packet.of(Bench.PEER, Bench.STACK, protocol, payload);
    }

    private Ipv4Packet answer() {
        return Ipv4Packet.decode(bench.sent.remove(0)).orElseThrow();
    }

    private static IcmpMessage icmp(Ipv4Packet packet) {
        return IcmpMessage.decode(packet.payload()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64})
    @DisplayName("a ping is answered with the same numbers and data, whatever its time to live")
    void ping(int timeToLive) {
        bench.datagram(toStack(IpProtocol.ICMP, PING).withTimeToLive(timeToLive).encode());
        Ipv4Packet reply = answer();
        assertThat(icmp(reply)).isEqualTo(new EchoReply(7, 9, Octets.ofText("hello")));
        assertThat(reply.source()).isEqualTo(Bench.STACK);
        assertThat(reply.destination()).isEqualTo(Bench.PEER);
    }

    @Test
    @DisplayName("padding behind the datagram is not taken for a part of it")
    void padding() {
        bench.datagram(toStack(IpProtocol.ICMP, PING).encode().plus(Octets.wrap(new byte[26])));
        assertThat(icmp(answer())).isEqualTo(new EchoReply(7, 9, Octets.ofText("hello")));
    }

    @Test
    @DisplayName("a wrong version, checksum or length is dropped in silence")
    void malformed() {
        Octets right = toStack(IpProtocol.ICMP, PING).encode();
        bench.datagram(right.with(Ipv4Field.VERSION, 6));
        bench.datagram(right.with(Ipv4Field.HEADER_CHECKSUM, right.get(Ipv4Field.HEADER_CHECKSUM) + 1));
        bench.datagram(right.with(Ipv4Field.TOTAL_LENGTH, 1000));
        bench.datagram(right.slice(0, 15));
        bench.silent();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.2, 192.0.2.3", "192.0.2.2, 192.0.2.255", "192.0.2.2, 224.0.0.1", "192.0.2.2, 255.255.255.255",
        "192.0.2.255, 192.0.2.1", "127.0.0.1, 192.0.2.1", "0.0.0.0, 192.0.2.1", "240.1.1.1, 192.0.2.1"
    })
    @DisplayName("a ping to another host or to all, or from no host, gets no answer")
    void notForUs(String from, String to) {
        bench.datagram(Ipv4Packet.of(Ipv4Address.parse(from), Ipv4Address.parse(to), IpProtocol.ICMP, PING)
                .encode());
        bench.silent();
    }

    @Test
    @DisplayName("an unknown protocol is reported, with the datagram quoted as it was")
    void unknownProtocol() {
        Octets datagram = toStack(UNKNOWN, Octets.ofText("what?")).encode();
        bench.datagram(datagram);
        assertThat(icmp(answer())).isEqualTo(new DestinationUnreachable(DestinationUnreachable.PROTOCOL, 0, datagram));
    }

    @Test
    @DisplayName("nothing is reported about a broadcast, or about an error")
    void neverReported() {
        bench.datagram(Ipv4Packet.of(Bench.PEER, Ipv4Address.BROADCAST, UNKNOWN, Octets.of(1))
                .encode());
        bench.datagram(toStack(IpProtocol.ICMP, new IcmpMessage.TimeExceeded(0, Octets.empty()).encode())
                .encode());
        bench.silent();
    }

    @Test
    @DisplayName("a long datagram is quoted so far that the report stays within 576 octets")
    void longQuote() {
        bench.datagram(toStack(UNKNOWN, Octets.wrap(new byte[1400])).encode());
        assertThat(answer().totalLength()).isEqualTo(576);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 13, 17, 200})
    @DisplayName("other ICMP messages are dropped in silence")
    void unknownIcmp(int type) {
        IcmpMessage message = new IcmpMessage.Other(type, 0, 0, Octets.wrap(new byte[28]));
        bench.datagram(toStack(IpProtocol.ICMP, message.encode()).encode());
        bench.silent();
    }

    @Test
    @DisplayName("a ping in fragments is answered when it is whole")
    void fragments() {
        Ipv4Packet whole = toStack(IpProtocol.ICMP, PING);
        bench.datagram(whole.withFragment(8, false, PING.from(8)).encode());
        bench.silent();
        bench.datagram(whole.withFragment(0, true, PING.slice(0, 8)).encode());
        assertThat(icmp(answer())).isEqualTo(new EchoReply(7, 9, Octets.ofText("hello")));
    }

    @Test
    @DisplayName("a datagram that does not become complete in a minute is reported, if its start came")
    void reassemblyTimeExceeded() {
        Ipv4Packet whole = toStack(IpProtocol.ICMP, PING);
        Octets first = whole.withFragment(0, true, PING.slice(0, 8)).encode();
        Octets last =
                whole.withIdentification(1).withFragment(8, false, PING.from(8)).encode();
        bench.datagram(first);
        bench.datagram(last);
        bench.world.pass(Duration.ofSeconds(59));
        bench.silent();
        bench.world.pass(Duration.ofSeconds(1));
        assertThat(icmp(answer())).isEqualTo(new IcmpMessage.TimeExceeded(IcmpMessage.TimeExceeded.REASSEMBLY, first));
        bench.silent();
        bench.datagram(whole.withFragment(8, false, PING.from(8)).encode());
        bench.silent();
    }

    @Test
    @DisplayName("the pieces of a datagram share a number, and make the whole")
    void fragmenter() {
        Ipv4Packet whole = toStack(IpProtocol.UDP, Octets.wrap(new byte[3000])).withIdentification(5);
        List<Ipv4Packet> pieces = new Fragmenter().fragment(whole, 1501);
        assertThat(pieces).extracting(Ipv4Packet::fragmentOffset).containsExactly(0, 1480, 2960);
        assertThat(pieces).extracting(Ipv4Packet::moreFragments).containsExactly(true, true, false);
        assertThat(pieces).allMatch(piece -> piece.identification() == 5 && piece.totalLength() <= 1501);
        assertThat(pieces.stream().mapToInt(piece -> piece.payload().length()).sum())
                .isEqualTo(3000);
    }
}
