package dev.plumbline.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Packets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class TcpFlagsTest {
    /** From the left as in the diagram of RFC 9293 section 3.1. */
    @Test
    void theBitsAreThoseOfTheDiagram() {
        TcpFlag[] diagram = {
            TcpFlag.CWR, TcpFlag.ECE, TcpFlag.URG, TcpFlag.ACK, TcpFlag.PSH, TcpFlag.RST, TcpFlag.SYN, TcpFlag.FIN
        };
        for (int i = 0; i < 8; i++) {
            assertThat(diagram[i].bit()).isEqualTo(0x80 >> i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x00, -, no flag",
        "0x02, S, SYN",
        "0x12, S., SYN+ACK",
        "0x10, ., ACK",
        "0x14, R., RST+ACK",
        "0x19, FP., FIN+PSH+ACK",
        "0xff, FSRPUEW., FIN+SYN+RST+PSH+ACK+URG+ECE+CWR"
    })
    void theyAreWrittenAsPacketdrillDoes(int bits, String letters, String names) {
        assertThat(new TcpFlags(bits)).hasToString(letters);
        assertThat(new TcpFlags(bits).names()).isEqualTo(names);
    }

    @Property
    void settingAndClearingOneBitLeavesTheOthers(@ForAll TcpFlags flags, @ForAll TcpFlag flag) {
        assertThat(flags.with(flag).has(flag)).isTrue();
        assertThat(flags.without(flag).has(flag)).isFalse();
        assertThat(flags.with(flag).bits() & ~flag.bit()).isEqualTo(flags.bits() & ~flag.bit());
        assertThat(flags.without(flag).bits()).isEqualTo(flags.bits() & ~flag.bit());
    }

    @Property
    void theyAreTheSumOfTheirBits(@ForAll TcpFlags flags) {
        TcpFlag[] set = Stream.of(TcpFlag.values()).filter(flags::has).toArray(TcpFlag[]::new);

        assertThat(TcpFlags.of(set)).isEqualTo(flags);
        assertThat(new TcpFlags(flags.bits() | 0x100)).isEqualTo(flags);
    }
}
