package dev.plumbline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Whatever arrives, the stack does not throw")
class GarbageProperties {
    private static final int SMALL = 70_000;

    @Property(tries = 1000)
    @Label("garbage instead of a datagram")
    void garbage(@ForAll byte[] octets, @ForAll Ways way) {
        Bench bench = way.go();
        bench.datagram(Octets.copyOf(octets));
        bench.silent();
    }

    @Property(tries = 1000)
    @Label("garbage in a datagram")
    void garbageInside(@ForAll("protocols") IpProtocol protocol, @ForAll byte[] octets) {
        Bench bench = Ways.ESTABLISHED.go();
        bench.datagram(Ipv4Packet.of(Bench.PEER, Bench.STACK, protocol, Octets.copyOf(octets))
                .encode());
        assertThat(bench.sent).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 2000)
    @Label("any segments in any state; and the world does not stand still")
    void segments(@ForAll Ways way, @ForAll("anySegments") List<Around> segments) {
        Bench bench = way.go();
        for (Around around : segments) {
            bench.inject(around.on(bench));
        }
        bench.world.pass(Duration.ofHours(1));
        assertThat(bench.sent.size()).isLessThan(200);
    }

    @Provide
    Arbitrary<IpProtocol> protocols() {
        return Arbitraries.of(IpProtocol.ICMP, IpProtocol.TCP, IpProtocol.UDP, new IpProtocol(99));
    }

    /** A segment whose numbers lie somewhere around what is expected. */
    record Around(int seq, int ack, int flags, int window, int length, int port) {
        TcpSegment on(Bench bench) {
            return TcpSegment.between(new Port(port), bench.port)
                    .seq(bench.seq.plus(seq))
                    .ackNumber(bench.expected.plus(ack))
                    .flags(new TcpFlags(flags))
                    .window(window)
                    .payload(Octets.wrap(new byte[length]))
                    .build();
        }
    }

    @Provide
    Arbitrary<List<Around>> anySegments() {
        Arbitrary<Integer> near = Arbitraries.integers().between(-2, 2);
        Arbitrary<Integer> offsets =
                Arbitraries.oneOf(near, near, Arbitraries.integers().between(-SMALL, SMALL), Arbitraries.integers());
        Arbitrary<Integer> windows = Arbitraries.of(0, 1, 1000, 65535);
        Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 100, 1400);
        Arbitrary<Integer> ports = Arbitraries.of(4000, 4000, 4000, 4001);
        return Combinators.combine(offsets, offsets, Arbitraries.integers().between(0, 255), windows, lengths, ports)
                .as(Around::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
