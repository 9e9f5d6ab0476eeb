package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.icmp.IcmpField;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.HeaderField;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A header's diagram has neither gaps nor overlaps, and neither have the enums that stand for it. */
class HeaderFieldTest {
    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of(Ipv4Field.values(), 160),
                Arguments.of(TcpField.values(), 160),
                Arguments.of(UdpField.values(), 64),
                Arguments.of(icmp(IcmpField.REST), 64),
                Arguments.of(icmp(IcmpField.IDENTIFIER, IcmpField.SEQUENCE_NUMBER), 64));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void theFieldsFillTheHeaderInOrder(HeaderField[] fields, int headerBits) {
        int next = 0;
        for (HeaderField field : fields) {
            assertThat(field.bitOffset()).as("start of %s", field).isEqualTo(next);
            next += field.bits();
        }
        assertThat(next).isEqualTo(headerBits);
    }

    private static HeaderField[] icmp(HeaderField... rest) {
        return Stream.concat(Stream.of(IcmpField.TYPE, IcmpField.CODE, IcmpField.CHECKSUM), Stream.of(rest))
                .toArray(HeaderField[]::new);
    }
}
