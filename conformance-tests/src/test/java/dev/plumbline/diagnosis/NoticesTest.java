package dev.plumbline.diagnosis;

import static dev.plumbline.diagnosis.Wire.fromHost;
import static dev.plumbline.diagnosis.Wire.fromPeer;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnosis.Facts.Crossed;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final String APART = "pieces are joined in the order in which they come";
    private static final String MIXED = "pieces of several datagrams are mixed";

    private static final long ISS = 7000;
    private static final long IRS = 1000;
    private static final Octets TEN = Octets.ofText("0123456789");

    @Test
    void whoAcknowledgesTheNumberOfTheSynItselfAcknowledgesNothing() {
        assertThat(Notices.of(opened().in(ack(ISS)).crossed(), false))
                .singleElement()
                .asString()
                .startsWith("The last segment acknowledges 7000, the number of the endpoint's own SYN.")
                .contains("7001");
        assertThat(Notices.of(opened().in(ack(ISS + 1)).crossed(), false)).isEmpty();
    }

    @Test
    void aHandshakeThatIsRefusedInTheEnd() {
        Wire refused = opened().in(ack(ISS + 1)).out(fromHost(ISS + 1, RST));
        assertThat(Notices.of(refused.crossed(), true))
                .singleElement()
                .asString()
                .contains("acknowledged 7001", "answered with a reset", "does not count its own SYN");
        assertThat(Notices.of(refused.crossed(), false)).hasSize(1);
        assertThat(Notices.of(refused.out(fromHost(ISS + 1, ACK)).crossed(), false))
                .isEmpty();
        assertThat(Notices.of(
                        opened().in(ack(ISS + 5)).out(fromHost(ISS + 5, RST)).crossed(), true))
                .isEmpty();
    }

    @Test
    void aHandshakeThatIsRefusedAfterSomethingElseHasComeMayBeRefusedForThat() {
        Wire again =
                opened().in(fromPeer(IRS, SYN).payload(TEN)).in(ack(ISS + 1)).out(fromHost(ISS + 1, RST));
        assertThat(Notices.of(again.crossed(), true)).isEmpty();
    }

    @Test
    void anotherClientIsAnotherConversation() {
        TcpSegment.Builder second = TcpSegment.between(Port.of(5001), Wire.HOST_PORT)
                .seq(SeqNumber.of(5))
                .flag(SYN);
        TcpSegment.Builder refusal = TcpSegment.between(Wire.HOST_PORT, Port.of(5001))
                .seq(SeqNumber.of(0))
                .ack(SeqNumber.of(6))
                .flag(RST);
        assertThat(Notices.of(opened().in(ack(ISS + 1)).in(second).out(refusal).crossed(), true))
                .isEmpty();
    }

    @Test
    void aRefusalThatIsNotHeard() {
        Wire refused = new Wire().out(fromHost(ISS, SYN)).in(fromPeer(0, RST).ack(SeqNumber.of(ISS + 1)));
        assertThat(Notices.of(refused.crossed(), true)).isEmpty();
        assertThat(Notices.of(refused.out(fromHost(ISS, SYN)).crossed(), true))
                .singleElement()
                .asString()
                .startsWith(
                        "The peer's reset acknowledges 7001, the number after the endpoint's SYN as it left, but the SYN"
                                + " is sent again.");
    }

    @Test
    void piecesOfOneDatagramWithDifferentNumbers() {
        assertThat(Notices.of(pieces(4, 5), true))
                .singleElement()
                .asString()
                .startsWith("The endpoint's pieces have different identifications, 4 and 5");
        assertThat(Notices.of(pieces(4, 4), true)).isEmpty();
    }

    @Test
    void aPieceWhoseOffsetIsCountedInOctets() {
        assertThat(Notices.of(pieces(4, 4, 64), true))
                .containsExactly(
                        "The endpoint's second piece goes to octet 64, but the one before it ends at 8: its field says 8,"
                                + " and counts in units of 8 octets. Perhaps the offset was not divided by 8.");
        assertThat(Notices.of(pieces(4, 4, 72), true)).isEmpty();
    }

    private static List<Crossed> pieces(int first, int second) {
        return pieces(first, second, 8);
    }

    private static List<Crossed> pieces(int first, int second, int offset) {
        Ipv4Packet whole = Ipv4Packet.decode(Wire.udpOut(1, 2, TEN)).value().orElseThrow();
        Ipv4Packet one =
                whole.withFragment(0, true, whole.payload().slice(0, 8)).withIdentification(first);
        Ipv4Packet two =
                whole.withFragment(offset, false, whole.payload().from(8)).withIdentification(second);
        return List.of(new Crossed(true, one.encode()), new Crossed(true, two.encode()));
    }

    @Test
    void anAcknowledgmentThatMovesAndIsWrongIsTold() {
        Wire wrong = opened().in(ack(ISS + 1).payload(TEN))
                .out(fromHost(ISS + 1, ACK).window(9).ack(SeqNumber.of(IRS + 2)));
        assertThat(Notices.of(wrong.crossed(), true))
                .containsExactly(
                        "The endpoint acknowledged 1002, and not 1011 (relative 2, and not 11): the segment was counted as 1, and not its"
                                + " 10 octets of data.");
        assertThat(Notices.of(wrong.crossed(), false)).isEmpty();
    }

    @Test
    void anAcknowledgmentThatIsLateIsNot() {
        Wire late = opened().in(ack(ISS + 1).payload(TEN))
                .out(fromHost(ISS + 1, ACK).window(9).ack(SeqNumber.of(IRS + 1)));
        assertThat(Notices.of(late.crossed(), true)).isEmpty();
    }

    @Test
    void aWindowThatIsClosed() {
        Wire closed = opened().in(ack(ISS + 1).payload(TEN))
                .out(fromHost(ISS + 1, ACK).ack(SeqNumber.of(IRS + 11)).window(0));
        assertThat(Notices.of(closed.crossed(), true))
                .containsExactly("The endpoint's last segment offers a window of 0: the peer may send no data.");
        Wire fromTheBeginning = opened().in(ack(ISS + 1))
                .out(fromHost(ISS + 1, ACK).ack(SeqNumber.of(IRS + 1)).window(0));
        assertThat(Notices.of(fromTheBeginning.crossed(), true))
                .singleElement()
                .asString()
                .contains("No data has come that could fill its buffer");
    }

    /** What may be wrong is told only where it can be what is wrong. */
    @Test
    void piecesThatAreAllThereAreToldInTheirOrder() {
        Ipv4Packet whole = Ipv4Packet.decode(Wire.udpIn(1, 2, TEN)).value().orElseThrow();
        Octets first = whole.withFragment(0, true, whole.payload().slice(0, 8)).encode();
        Octets last = whole.withFragment(8, false, whole.payload().from(8)).encode();
        assertThat(Notices.of(new Wire().in(last).in(first).crossed(), true))
                .singleElement()
                .asString()
                .startsWith(
                        "The datagram has come whole, in 2 pieces, and not in the order in which they belong: octets 8 to"
                                + " 17 (offset field 1, no MF), then octets 0 to 7 (offset field 0, MF).")
                .contains(APART)
                .doesNotContain(MIXED);
        assertThat(Notices.of(new Wire().in(first).in(last).crossed(), true).get(0))
                .startsWith("The datagram has come whole, in 2 pieces: octets 0 to 7")
                .doesNotContain(APART)
                .endsWith("or the last piece, which has an offset but no MF, is taken for a whole datagram.");
        Octets other = whole.withIdentification(whole.identification() + 1)
                .withFragment(0, true, whole.payload().slice(0, 8))
                .encode();
        assertThat(Notices.of(new Wire().in(other).in(first).in(last).crossed(), true)
                        .get(0))
                .startsWith("The datagram has come whole, in 2 pieces: octets 0 to 7")
                .contains(MIXED);
        assertThat(Notices.of(new Wire().in(first).crossed(), true)).isEmpty();
    }

    @Test
    void ofASilentEndpointTheLastPacketIsReadAloud() {
        Octets packet = Wire.udpIn(1, 0x8001, TEN);
        List<String> told = Notices.ofSilence(List.of(packet));
        assertThat(told.get(0)).startsWith("Not one packet has left the endpoint.");
        assertThat(told.get(1)).contains("source 198.19.0.200 (0xc61300c8), destination 198.18.0.1 (0xc6120001)");
        assertThat(told.get(2)).contains("UDP: source port 1, destination port 32769, length 18, checksum 0x");
        assertThat(told.get(3)).endsWith("the header checksum is right, the UDP checksum is right");
        Octets longer = Ipv4Packet.decode(packet)
                .value()
                .orElseThrow()
                .withOptions(List.of(new Ipv4Option(Ipv4Option.NO_OPERATION, Octets.empty())))
                .encode();
        assertThat(Notices.ofSilence(List.of(longer)).get(1)).contains("has 24 octets, 4 of them options");
        Octets unsummed = packet.withAt(26, Octets.of(0, 0));
        assertThat(Notices.ofSilence(List.of(unsummed)).get(3)).endsWith("the UDP checksum is 0: there is none");
        assertThat(told.get(4)).contains("an octet of 128 or more is negative in Java");
        Octets segment = Wire.tcpIn(fromPeer(IRS, SYN, ACK).build());
        assertThat(Notices.ofSilence(List.of(segment)).get(2))
                .contains("sequence number 1000 (0x000003e8)", "flags SYN+ACK");
        Octets spoiled = packet.with(Ipv4Field.HEADER_CHECKSUM, 1);
        assertThat(Notices.ofSilence(List.of(spoiled))).hasSize(1);
        assertThat(Notices.ofSilence(List.of())).isEmpty();
    }

    private static Wire opened() {
        return new Wire()
                .in(fromPeer(IRS, SYN))
                .out(fromHost(ISS, SYN, ACK).ack(SeqNumber.of(IRS + 1)).window(100));
    }

    private static TcpSegment.Builder ack(long number) {
        return fromPeer(IRS + 1, ACK).ack(SeqNumber.of(number));
    }
}
