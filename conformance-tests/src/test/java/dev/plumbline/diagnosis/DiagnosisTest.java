package dev.plumbline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnosis.Cases.Case;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each diagnoser explains what its mistake makes, and is the one that is told. */
class DiagnosisTest {
    static List<Case> cases() {
        return Stream.concat(Cases.all().stream(), ChecksumCases.all().stream()).toList();
    }

    @Test
    void thereIsACaseForEachOfThem() {
        assertThat(cases()).extracting(Case::diagnoser).containsExactlyInAnyOrderElementsOf(Diagnosis.all());
        assertThat(Diagnosis.all()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itIsTheFirstThatFits(Case each) {
        assertThat(Diagnosis.all().stream()
                        .filter(diagnoser -> diagnoser
                                .explain(each.difference(), each.facts())
                                .isPresent())
                        .findFirst())
                .contains(each.diagnoser());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itIsToldInOneLine(Case each) {
        String words = each.diagnoser().explain(each.difference(), each.facts()).orElseThrow();
        assertThat(Diagnosis.of(each.difference(), each.facts()).orElseThrow()).endsWith(words);
        assertThat(words).doesNotContain("\n", "perhaps", "may be", "probably").doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRightValueIsNeverExplained(Case each) {
        Difference right = Difference.of(
                each.difference().quantity(),
                each.difference().expected(),
                each.difference().expected());
        assertThat(Diagnosis.all())
                .allSatisfy(diagnoser ->
                        assertThat(diagnoser.explain(right, each.facts())).isEmpty());
        assertThat(Diagnosis.of(right, each.facts())).isEmpty();
    }

    /** What is a mistake of another quantity says nothing here. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsSomewhereElseIsNotExplained(Case each) {
        Difference other = Difference.of(
                each.difference().quantity(),
                each.difference().expected(),
                each.difference().seen() ^ 0x0f3c);
        assertThat(each.diagnoser().explain(other, each.facts())).isEmpty();
    }

    @Test
    void portsInEachOthersPlaceAreNoMatterOfOctets() {
        Difference both = Difference.of(Quantity.PORTS, 0x1234_3412L, 0x3412_1234L);
        assertThat(Reading.OCTETS_REVERSED.explain(both, Wire.nothing())).isPresent();
        assertThat(Diagnosis.of(both, Wire.nothing()))
                .hasValueSatisfying(w -> assertThat(w).contains("wrong way round", "an answer swaps them"));
    }

    /** Two carries, and two words of the addresses with their highest bit. */
    @Test
    void aSumThatComesAboutInTwoWaysIsToldInBoth() {
        Octets datagram = Wire.udpOut(8080, 5000, Octets.ofText("abc"));
        Octets header = datagram.slice(0, 20).withAt(10, Octets.of(0, 0));
        int lost = (int) ~Summed.sum(header) & 0xffff;
        Octets wrong = datagram.withAt(10, Octets.of(lost >>> 8, lost & 0xff));
        assertThat(Diagnosis.contradiction(wrong).flatMap(d -> Diagnosis.of(d, new Wire().seeing(wrong))))
                .hasValueSatisfying(words ->
                        assertThat(words).contains("beyond 16 bits was dropped", "; or octets of 128 or more"));
    }

    @Test
    void aNumberThatGoesBackAsItCameMayHaveBeenSpoiledEitherWay() {
        Difference number = Difference.of(Quantity.SEQUENCE, 0x1234_5678L, 0x7856_3412L);
        Facts repeated = new Wire()
                .in(Wire.fromPeer(1, TcpFlag.ACK).ack(SeqNumber.of(0x1234_5678L)))
                .seeing(Wire.fromHost(0x7856_3412L, TcpFlag.RST));
        assertThat(Diagnosis.of(number, repeated))
                .hasValueSatisfying(w -> assertThat(w).contains("wrong way round", "either that is read so, or this"));
        assertThat(Diagnosis.of(number, Wire.nothing()))
                .hasValueSatisfying(
                        w -> assertThat(w).contains("wrong way round").doesNotContain("either that"));
    }

    /** Two mistakes that make the same: nobody can tell which one it was. */
    @Test
    void aResetIsNotTakenForAShiftedFlag() {
        Difference reset = Difference.of(Quantity.FLAGS, TcpFlag.ACK.bit(), TcpFlag.RST.bit());
        assertThat(Diagnosis.of(reset, Wire.nothing())).isEmpty();
    }

    @Test
    void whatAnotherKindOfSegmentMeans() {
        Facts open = new Wire()
                .in(Wire.fromPeer(1, TcpFlag.SYN))
                .out(Wire.fromHost(7, TcpFlag.SYN, TcpFlag.ACK))
                .in(Wire.fromPeer(2, TcpFlag.ACK))
                .seeing(Wire.fromHost(99, TcpFlag.SYN, TcpFlag.ACK));
        int ack = TcpFlag.ACK.bit();
        assertThat(Diagnosis.ofKind(Difference.of(Quantity.FLAGS, ack, TcpFlag.RST.bit()), open))
                .hasValueSatisfying(words -> assertThat(words).startsWith("that is a reset"));
        Difference syn = Difference.of(Quantity.FLAGS, ack, TcpFlag.SYN.bit() | ack);
        assertThat(Diagnosis.ofKind(syn, open))
                .hasValueSatisfying(words -> assertThat(words).contains("begins one anew"));
        assertThat(Diagnosis.ofKind(syn, Wire.nothing())).isEmpty();
        assertThat(Diagnosis.ofKind(Difference.of(Quantity.FLAGS, ack, TcpFlag.FIN.bit()), open))
                .isEmpty();
    }

    @Test
    void aChecksumIsToldWithItsRightValueWhateverTheMistake() {
        Octets datagram = Wire.udpOut(8080, 5000, Octets.ofText("abc"));
        Octets spoiled = datagram.withAt(26, Octets.of(datagram.u8(26) ^ 0x55, datagram.u8(27)));
        Optional<Difference> wrong = Diagnosis.contradiction(spoiled);
        assertThat(wrong).isPresent();
        assertThat(Diagnosis.of(wrong.orElseThrow(), new Wire().seeing(spoiled)))
                .contains(String.format(
                        "0x%04x would be the right UDP checksum, and it is 0x%04x", datagram.u16(26), spoiled.u16(26)));
    }
}
