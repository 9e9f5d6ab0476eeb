package dev.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.wire.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final Octets LONG = Octets.wrap(new byte[100]);
    private static final Octets OTHER = LONG.withAt(70, Octets.of(9));

    @Test
    void whatPrintsAlikeIsToldOctetByOctet() {
        assertThat(Streams.instead(List.of(LONG, OTHER), List.of(LONG, LONG)))
                .contains(" instead of ")
                .endsWith(": in number 2 of them octet 70 of 100 is 9 instead of 0");
    }

    @Test
    void whatPrintsOtherwiseIsLeftAtThat() {
        assertThat(Streams.instead(List.of(Octets.ofText("a")), List.of(Octets.ofText("b"))))
                .isEqualTo("[\"a\"] instead of [\"b\"]");
    }

    @Test
    void oneInsteadOfOneIsNeverSaid() {
        assertThat(Streams.count(List.of(OTHER), List.of(LONG)))
                .isEqualTo("as many as there should be, but in number 1 of them octet 70 of 100 is 9 instead of 0");
        assertThat(Streams.count(List.of(), List.of(LONG))).isEqualTo("0 instead of 1");
    }

    @Test
    void theSameOctetsInAnotherOrderAreToldSo() {
        Octets sent = Octets.ofText("-abcdefgh+");
        assertThat(Streams.difference(sent, Octets.ofText("-efghabcd+")))
                .isEqualTo(
                        "all 10 octets, but in another order: octets 5 to 8 of what was sent came before octets 1 to 4");
        assertThat(Streams.difference(sent, Octets.ofText("-cabefdgh+")))
                .isEqualTo("all 10 octets, but in another order: the first that is out of place is octet 1, which is 99"
                        + " instead of 97");
        assertThat(Streams.difference(sent, Octets.ofText("-abcdefghh"))).startsWith("octet 9 of 10 is ");
        assertThat(Streams.difference(sent, sent)).isEqualTo("exactly that");
    }
}
