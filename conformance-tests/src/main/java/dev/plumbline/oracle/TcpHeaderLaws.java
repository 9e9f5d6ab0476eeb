package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** Laws about the header of a segment, whatever the connection. */
final class TcpHeaderLaws {
    private static final String RESERVED = "RFC9293/RESERVED";
    private static final String PADDING = "RFC9293/MUST-69";
    private static final String MSS_ON_SYN = "RFC9293/MUST-65";
    private static final String SACK_PERMITTED_ON_SYN = "RFC2018/2-SYN-ONLY";
    private static final int END_OF_LIST = 0;
    private static final int NO_OPERATION = 1;

    private TcpHeaderLaws() {}

    /** RFC 9293 section 3.1. */
    static Law reserved() {
        return new PacketLaw(RESERVED, packet -> packet.tcp().isPresent(), packet -> {
            int bits = segment(packet).u8(12) & 0x0f;
            return bits == 0
                    ? Optional.empty()
                    : violated(
                            RESERVED,
                            "the endpoint sent a segment with reserved bits set: " + Integer.toBinaryString(bits),
                            "four zeros behind the data offset");
        });
    }

    /** RFC 9293 section 3.1, MUST-69. */
    static Law padding() {
        return new PacketLaw(
                PADDING,
                packet -> packet.tcp().filter(s -> s.headerLength() > 20).isPresent(),
                TcpHeaderLaws::judgePadding);
    }

    private static Optional<Violation> judgePadding(Packet packet) {
        Octets header = segment(packet);
        int end = (header.u8(12) >>> 4) * 4;
        int at = 20;
        while (at < end && header.u8(at) != END_OF_LIST) {
            at += header.u8(at) == NO_OPERATION ? 1 : header.u8(at + 1);
        }
        while (at < end && header.u8(at) == 0) {
            at++;
        }
        return at >= end
                ? Optional.empty()
                : violated(
                        PADDING,
                        "the endpoint sent a segment whose header is padded with " + header.u8(at),
                        "zeros behind the end of the options");
    }

    /** RFC 9293 section 3.2, MUST-65. */
    static Law mssOnSyn() {
        return new PacketLaw(
                MSS_ON_SYN,
                packet -> packet.tcp().filter(s -> !s.has(TcpFlag.SYN)).isPresent(),
                packet -> packet.tcp()
                        .filter(s -> s.option(MaximumSegmentSize.class).isPresent())
                        .flatMap(s -> violated(
                                MSS_ON_SYN,
                                "the endpoint announced its MSS in a segment that is no SYN",
                                "the option in SYNs only")));
    }

    /** RFC 2018 section 2. */
    static Law sackPermittedOnSyn() {
        return new PacketLaw(
                SACK_PERMITTED_ON_SYN,
                packet -> packet.tcp().filter(s -> !s.has(TcpFlag.SYN)).isPresent(),
                packet -> packet.tcp()
                        .filter(s -> s.option(SackPermitted.class).isPresent())
                        .flatMap(s -> violated(
                                SACK_PERMITTED_ON_SYN,
                                "the endpoint permitted selective acknowledgments in a segment that is no SYN",
                                "the option SACK-permitted in SYNs only")));
    }

    private static Octets segment(Packet packet) {
        return packet.ip().orElseThrow().payload();
    }
}
