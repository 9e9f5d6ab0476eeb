package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotationTest {
    @Test
    void aConversationReadsLikePacketdrill() {
        assertThat(Notation.print(new Conversation().play(), "endpoint")).isEqualTo("""
                # seen from endpoint, times in seconds since the start
                # addresses, unless given: 192.0.2.1 and 192.0.2.2
                # flow 1: tcp 192.0.2.2:1234 > 192.0.2.1:80, isn 4294967295
                # flow 1: tcp 192.0.2.1:80 > 192.0.2.2:1234, isn 1000000
                # flow 2: tcp 192.0.2.2:9 > 192.0.2.1:80, counted from 5
                0.000000 * app: listen(80)
                0.100000 < S 0:0(0) win 65535 <mss 1460,sackOK>
                0.100000 > S. 0:0(0) ack 1 win 65535 <mss 1460,nop,wscale 7,TS val 4294967295 ecr 5>
                0.100000 * event: accepted 192.0.2.2:1234
                0.100000 * log: state ESTABLISHED
                0.300001 < . 1:6(5) ack 1 win 100
                0.300001 * lost < . 1:6(5) ack 1 win 100 # at peer: dropped by the network
                0.300001 > . 1:1(0) ack 6 win 10 <sack 11:21>
                0.300001 * lost > . 1:1(0) ack 6 win 10 <sack 11:21> # dropped by the network
                1.300001 < udp (5) 1234 > 53
                1.300001 > icmp unreachable port [UDP 1234 > 53]
                1.300001 > icmp echo_request id 1 seq 2 (1)
                1.300001 < udp (0) 1234 > 53 # 203.0.113.9 > 192.0.2.1
                1.300001 < raw (3) 450102 # IPv4 header, octet 0: only 3 octets, a header has at least 20
                1.300001 < raw (33) 45000021000000004011f6c8c0000202c000020104d20035000d76550000000000 # UDP header, octet 6: wrong checksum 0x7655
                1.300001 > fragment of 7 UDP 8:24+
                1.300001 < R 0:0(0) win 0 # flow 2
                1.300001 * peer app: close()
                1.300001 * note: over
                """);
    }

    @Test
    void whatLiesBeforeTheFirstNumberIsGivenAsItIs() {
        Notation notation = new Notation("endpoint");
        notation.line(sent(5, 70));
        assertThat(notation.line(sent(4, 70)))
                .isEqualTo("0.000000 > . -1:-1(0) ack 0 win 0 # the sequence number itself is 4");
        assertThat(notation.line(sent(5, 69)))
                .isEqualTo("0.000000 > . 0:0(0) ack -1 win 0 # the acknowledgment number itself is 69");
    }

    private static Entry sent(int number, int acknowledging) {
        TcpSegment segment = TcpSegment.between(Port.of(9), Port.of(80))
                .seq(SeqNumber.of(number))
                .ack(SeqNumber.of(acknowledging))
                .build();
        Octets datagram = Ipv4Packet.of(
                        World.ENDPOINT, World.PEER, IpProtocol.TCP, segment.encode(World.ENDPOINT, World.PEER))
                .encode();
        return new Entry(Duration.ZERO, "endpoint", Kind.SENT, datagram, "");
    }

    @Test
    void anotherHostsPacketsAreNotSeenButWhatItsApplicationDoesIs() {
        Notation notation = new Notation("endpoint");
        Octets datagram = World.udp(World.PEER, World.ENDPOINT, 5);
        assertThat(notation.line(new Entry(Duration.ZERO, "peer", Kind.SENT, datagram, "")))
                .isEmpty();
        assertThat(notation.line(new Entry(Duration.ofNanos(1999), "peer", Kind.EVENT, Octets.empty(), "closed")))
                .isEqualTo("0.000001 * peer event: closed");
    }

    @Test
    void aLossFartherAwayPointsWhereTheDatagramWasGoing() {
        Notation notation = new Notation("endpoint");
        Octets datagram = World.udp(World.ENDPOINT, World.PEER, 5);
        notation.line(new Entry(Duration.ZERO, "endpoint", Kind.SENT, datagram, ""));
        assertThat(notation.line(new Entry(Duration.ZERO, "r1", Kind.LOST, datagram, "no route")))
                .isEqualTo("0.000000 * lost > udp (5) 1234 > 53 # at r1: no route");
    }
}
