package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.segments;
import static dev.plumbline.faults.Seams.segmentsOut;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Other choices of a TCP that reads and writes headers (RFC 9293 sections 3.1 and 3.7.1). */
final class OptionFreedoms {
    private static final int WORD = 4;

    private OptionFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "illegal-option-skipped",
                        "Where an option's length cannot be, the options end, and the segment counts (RFC 9293 section 3.1, MUST-7).",
                        illegalOptions(segment -> segment)),
                freedom(
                        "illegal-option-ends-it",
                        "An option's length that cannot be ends the connection (RFC 9293 section 3.1, MUST-7).",
                        illegalOptions(segment -> segment.toBuilder()
                                .flag(TcpFlag.RST)
                                .payload(Octets.empty())
                                .build())),
                freedom(
                        "options-spread-out",
                        "Its options do not begin on words (RFC 9293 section 3.2, MUST-64).",
                        segmentsOut(OptionFreedoms::spreadOut)));
    }

    /** Of a segment whose options cannot be read, what is left. */
    private static Function<Host, Stack> illegalOptions(UnaryOperator<TcpSegment> change) {
        return segments(new SegmentCodec() {
            @Override
            public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                Decoded<TcpSegment> decoded = super.decode(octets, source, destination);
                boolean illegal = decoded.problem()
                        .filter(problem -> problem.reason().contains("illegal length"))
                        .isPresent();
                return illegal
                        ? super.decode(
                                        Headers.checksummedTcp(withoutOptions(octets), source, destination),
                                        source,
                                        destination)
                                .value()
                                .map(change)
                                .map(Decoded::valid)
                                .orElse(decoded)
                        : decoded;
            }
        });
    }

    private static Octets withoutOptions(Octets segment) {
        int header = (int) segment.get(TcpField.DATA_OFFSET) * WORD;
        return segment.slice(0, TcpSegment.MIN_HEADER)
                .with(TcpField.DATA_OFFSET, TcpSegment.MIN_HEADER / WORD)
                .plus(segment.from(header));
    }

    private static TcpSegment spreadOut(TcpSegment segment) {
        if (!segment.has(TcpFlag.SYN) || segment.options().isEmpty()) {
            return segment;
        }
        List<TcpOption> options = new ArrayList<>(segment.options());
        options.add(0, new TcpOption.NoOperation());
        return segment.toBuilder().options(options).build();
    }
}
