package dev.plumbline.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.FakeHost;
import dev.plumbline.reference.kit.World;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds however a datagram is cut, and in whatever order the parts come (RFC 791 section 3.2). */
class ReassemblyProperties {
    private static final Ipv4Address SOURCE = Ipv4Address.parse("192.0.2.2");
    private static final Ipv4Address DESTINATION = Ipv4Address.parse("192.0.2.1");

    @Property
    void anyFragmentsInAnyOrderMakeTheSameDatagram(
            @ForAll @IntRange(min = 2, max = 20000) int length,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 2500) Integer> cuts,
            @ForAll Random order) {
        Ipv4Packet datagram = datagram(length, order);
        List<Ipv4Packet> parts = new ArrayList<>(parts(datagram, cuts));
        Collections.shuffle(parts, order);
        assertThat(wholes(parts)).containsExactly(datagram);
    }

    @Property
    void partsThatComeTwiceDoNoHarm(
            @ForAll @IntRange(min = 2, max = 2000) int length,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 100) Integer> cuts,
            @ForAll Random order) {
        Ipv4Packet datagram = datagram(length, order);
        List<Ipv4Packet> parts = new ArrayList<>(parts(datagram, cuts));
        Ipv4Packet missing = parts.remove(order.nextInt(parts.size()));
        parts.addAll(List.copyOf(parts));
        Collections.shuffle(parts, order);
        parts.add(missing);
        assertThat(wholes(parts)).containsExactly(datagram);
    }

    @Property
    void withOnePartMissingNothingComesOut(
            @ForAll @IntRange(min = 2, max = 2000) int length,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 100) Integer> cuts,
            @ForAll Random order) {
        List<Ipv4Packet> parts = new ArrayList<>(parts(datagram(length, order), cuts));
        parts.remove(order.nextInt(parts.size()));
        Collections.shuffle(parts, order);
        assertThat(wholes(parts)).isEmpty();
    }

    @Property
    void whatTheFragmenterCutsIsPutTogetherAgain(
            @ForAll @IntRange(min = 0, max = 65515) int length,
            @ForAll @IntRange(min = 68, max = 9000) int mtu,
            @ForAll @IntRange(min = 68, max = 1500) int next,
            @ForAll Random order) {
        Ipv4Packet datagram = datagram(length, order);
        Fragmenter fragmenter = new Fragmenter();
        List<Ipv4Packet> parts = new ArrayList<>();
        fragmenter.fragment(datagram, mtu).forEach(part -> parts.addAll(fragmenter.fragment(part, next)));
        Collections.shuffle(parts, order);
        assertThat(parts).allMatch(part -> part.totalLength() <= Math.min(mtu, next));
        assertThat(parts.size() == 1 ? parts : wholes(parts)).containsExactly(datagram);
    }

    /** What a host makes of these that has seen no others: what an earlier try has left would be a part of it. */
    private static List<Ipv4Packet> wholes(List<Ipv4Packet> parts) {
        Reassembly reassembly =
                new Reassembly(FakeHost.single(new World(), DESTINATION, 1, (link, octets) -> {}), fragmentZero -> {});
        return parts.stream()
                .map(part -> reassembly.accept(new Datagram(part, part.encode(), true)))
                .flatMap(Optional::stream)
                .map(Datagram::packet)
                .toList();
    }

    private static Ipv4Packet datagram(int length, Random random) {
        byte[] data = new byte[length];
        random.nextBytes(data);
        return Ipv4Packet.of(SOURCE, DESTINATION, IpProtocol.UDP, Octets.wrap(data))
                .withIdentification(7);
    }

    /** Cut into parts of these many blocks of eight octets, and at the end the rest. */
    private static List<Ipv4Packet> parts(Ipv4Packet datagram, List<Integer> blocks) {
        Octets data = datagram.payload();
        List<Ipv4Packet> parts = new ArrayList<>();
        int at = 0;
        for (int count : blocks) {
            int end = at + count * 8;
            if (end < data.length()) {
                parts.add(datagram.withFragment(at, true, data.slice(at, end)));
                at = end;
            }
        }
        parts.add(datagram.withFragment(at, false, data.from(at)));
        return parts;
    }
}
