package dev.plumbline.diagnosis;

import static dev.plumbline.diagnosis.Wire.fromHost;
import static dev.plumbline.diagnosis.Wire.fromPeer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.wire.Octets;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DiagnosisProperties {
    private static final String SIGN = "a byte has a sign in Java";

    @Property
    void anyNumberInTheMachinesOrderIsNamed(@ForAll int number) {
        int reversed = ByteBuffer.allocate(4)
                .putInt(number)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(0);
        Assume.that(reversed != number);
        assertThat(explained(Quantity.SEQUENCE, number, reversed))
                .hasValueSatisfying(w -> assertThat(w).contains("the wrong way round"));
    }

    @Property
    void anyPortWhoseLowOctetIsTakenForNegativeIsNamed(
            @ForAll @IntRange(max = 255) int high, @ForAll @IntRange(min = 128, max = 255) int low) {
        byte[] octets = {(byte) high, (byte) low};
        int added = (((octets[0] & 0xff) << 8) + octets[1]) & 0xffff;
        assertThat(Reading.SIGNED_OCTETS.explain(ports(high << 8 | low, added), Wire.nothing()))
                .isPresent();
        int joined = (((octets[0] & 0xff) << 8) | octets[1]) & 0xffff;
        Assume.that(joined != (high << 8 | low));
        assertThat(Reading.SIGNED_OCTETS.explain(ports(high << 8 | low, joined), Wire.nothing()))
                .hasValueSatisfying(w -> assertThat(w).contains(SIGN));
    }

    @Property
    void aPortWithoutALargeOctetHasNoSign(
            @ForAll @IntRange(max = 127) int high,
            @ForAll @IntRange(max = 127) int low,
            @ForAll @IntRange(max = 65535) int seen) {
        assertThat(Reading.SIGNED_OCTETS.explain(ports(high << 8 | low, seen), Wire.nothing()))
                .isEmpty();
    }

    @Property
    void aSynThatIsNotCountedIsNamedWhateverItsNumber(@ForAll int number) {
        Facts facts = new Wire()
                .in(fromPeer(Integer.toUnsignedLong(number), TcpFlag.SYN))
                .seeing(fromHost(number ^ 0x1357_9bdfL, TcpFlag.SYN, TcpFlag.ACK));
        long expected = BigInteger.valueOf(Integer.toUnsignedLong(number))
                .add(BigInteger.ONE)
                .mod(BigInteger.TWO.pow(32))
                .longValueExact();
        Difference difference = Difference.of(Quantity.ACKNOWLEDGMENT, expected, Integer.toUnsignedLong(number));
        assertThat(Diagnosis.of(difference, facts)).contains("the SYN was not counted");
    }

    @Property
    void whatHasCountedIsNeverExplained(@ForAll int number, @ForAll @Size(max = 30) byte[] data) {
        Octets payload = Octets.copyOf(data);
        Facts facts = new Wire()
                .in(fromPeer(Integer.toUnsignedLong(number)).ack(SeqNumber.ZERO).payload(payload))
                .seeing(fromHost(1, TcpFlag.ACK));
        long end = Integer.toUnsignedLong(number + payload.length());
        assertThat(Diagnosis.of(Difference.of(Quantity.ACKNOWLEDGMENT, end, end), facts))
                .isEmpty();
    }

    @Property
    void everyDatagramOfTheCodecsAgreesWithItself(
            @ForAll @IntRange(max = 65535) int from,
            @ForAll @IntRange(min = 54, max = 65535) int to,
            @ForAll @Size(max = 60) byte[] data) {
        Assume.that(from != 53);
        assertThat(Diagnosis.contradiction(Wire.udpOut(from, to, Octets.copyOf(data))))
                .isEmpty();
        assertThat(Diagnosis.contradiction(Wire.tcpOut(
                        fromHost(from, TcpFlag.ACK).payload(Octets.copyOf(data)).build())))
                .isEmpty();
    }

    /** The contradiction in it, if there is one, is told or not: nothing breaks. */
    @Property
    void anyOctetsAreLookedAtInPeace(
            @ForAll @Size(max = 80) byte[] datagram,
            @ForAll @Size(max = 80) byte[] other,
            @ForAll Quantity quantity,
            @ForAll long expected,
            @ForAll long seen) {
        Facts facts = new Wire().in(Octets.copyOf(other)).seeing(Octets.copyOf(datagram));
        Optional<Difference> found = Diagnosis.contradiction(Octets.copyOf(datagram));
        found.ifPresent(difference -> assertThat(difference.expected()).isNotEqualTo(difference.seen()));
        assertThat(found.flatMap(difference -> Diagnosis.of(difference, facts)).orElse(""))
                .doesNotContain("\n");
        assertThat(Diagnosis.of(Difference.of(quantity, expected, seen), facts).orElse(""))
                .doesNotContain("\n");
    }

    /** A header that looks right is read on. */
    @Property
    void aRightHeaderWithAnythingBehindItIsLookedAtInPeace(
            @ForAll @Size(max = 80) byte[] payload, @ForAll @IntRange(max = 20) int protocol) {
        Octets datagram = Ipv4Packet.of(Wire.HOST, Wire.PEER, new IpProtocol(protocol), Octets.copyOf(payload))
                .encode();
        Facts facts = new Wire().in(datagram).seeing(datagram);
        List<String> told = Diagnosis.contradiction(datagram).stream()
                .flatMap(difference -> Diagnosis.of(difference, facts).stream())
                .toList();
        assertThat(told).allSatisfy(words -> assertThat(words).isNotBlank());
    }

    private static Difference ports(int expected, int seen) {
        return Difference.of(Quantity.PORTS, (long) expected << 16 | 80, (long) seen << 16 | 80);
    }

    private static Optional<String> explained(Quantity quantity, int expected, int seen) {
        return Diagnosis.of(
                Difference.of(quantity, Integer.toUnsignedLong(expected), Integer.toUnsignedLong(seen)),
                Wire.nothing());
    }
}
