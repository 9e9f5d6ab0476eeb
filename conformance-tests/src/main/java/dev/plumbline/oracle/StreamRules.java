package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import java.util.Optional;

/** Laws that a segment keeps or breaks by itself, given what the flow knows. */
final class StreamRules {
    private static final String DATA_AFTER_SYN = "RFC9293/DATA-AFTER-SYN";
    private static final String ACK_ALWAYS = "RFC9293/ACK-ALWAYS";
    private static final String ACK_RECEIVED = "RFC9293/ACK-RECEIVED";
    private static final String WINDOW = "RFC9293/WINDOW";
    private static final String SEGMENT_SIZE = "RFC9293/MUST-16";
    private static final String ONLY_IF_ASKED = "RFC7323/ONLY-IF-ASKED";

    private StreamRules() {}

    /** RFC 9293 section 3.10.2: data waits for the handshake, but for what rides on the SYN itself (section 3.5). */
    static TcpRule dataAfterSyn() {
        return TcpRule.of(
                DATA_AFTER_SYN,
                (flow, segment) -> !segment.payload().isEmpty() && !segment.has(TcpFlag.SYN),
                (flow, segment) -> flow.isEstablished()
                        ? Optional.empty()
                        : violated(
                                DATA_AFTER_SYN,
                                "the endpoint sent "
                                        + Words.octets(segment.payload().length())
                                        + " of data before the handshake was complete",
                                "no data until both SYNs are acknowledged"));
    }

    /** RFC 9293 section 3.1: the acknowledgment field is always sent once there is something to acknowledge. */
    static TcpRule ackAlways(TimeBase time) {
        return TcpRule.of(ACK_ALWAYS, (flow, segment) -> flow.isSynchronised(), (flow, segment) -> {
            // Where time is real the client's SYN may go out again at the moment at which the answer comes in: they
            // cross.
            boolean ownSynAgain = time == TimeBase.REAL
                    && segment.has(TcpFlag.SYN)
                    && segment.seq().equals(flow.iss());
            return segment.has(TcpFlag.ACK) || ownSynAgain
                    ? Optional.empty()
                    : violated(
                            ACK_ALWAYS,
                            "the endpoint sent a segment without ACK although it has received the peer's SYN",
                            "ACK in every segment from then on");
        });
    }

    /** RFC 9293 section 3.4: an acknowledgment says that everything before it has arrived. */
    static TcpRule ackOfWhatWasReceived() {
        return TcpRule.of(
                ACK_RECEIVED,
                (flow, segment) -> flow.isSynchronised() && segment.has(TcpFlag.ACK),
                (flow, segment) -> segment.ack().isAtOrBefore(flow.rcvNxt()) || flow.accepts(segment)
                        ? Optional.empty()
                        : violated(
                                ACK_RECEIVED,
                                "the endpoint acknowledged " + segment.ack() + ", but has received only up to "
                                        + flow.rcvNxt() + ": "
                                        + Integer.toUnsignedLong(segment.ack().minus(flow.rcvNxt())) + " too many",
                                "an acknowledgment of at most " + flow.rcvNxt(),
                                Difference.of(
                                        Quantity.ACKNOWLEDGMENT,
                                        flow.rcvNxt().value(),
                                        segment.ack().value())));
    }

    /** RFC 9293 section 3.8.6: one octet beyond the right edge may probe a closed window. */
    static TcpRule withinWindow() {
        return TcpRule.of(
                WINDOW,
                (flow, segment) -> flow.rightEdge() != null
                        && flow.isEstablished()
                        && !segment.payload().isEmpty(),
                StreamRules::judgeWindow);
    }

    private static Optional<Violation> judgeWindow(TcpFlow flow, TcpSegment segment) {
        SeqNumber edge = flow.rightEdge();
        int length = segment.payload().length();
        int beyond = edge == null ? 0 : segment.seq().plus(length).minus(edge);
        boolean probe = length == 1 && beyond == 1;
        return beyond <= 0 || probe
                ? Optional.empty()
                : violated(
                        WINDOW,
                        "the endpoint sent " + Words.octets(beyond) + " beyond the window that the peer has offered",
                        "no octet at or beyond " + edge);
    }

    /** RFC 9293 section 3.7.1: what the peer has announced counts the options of both headers, too (RFC 6691 section 2). */
    static TcpRule segmentSize() {
        return TcpRule.of(
                SEGMENT_SIZE,
                (flow, segment) -> flow.isSynchronised() && !segment.payload().isEmpty(),
                (flow, segment) -> {
                    int size = segment.headerLength()
                            - TcpSegment.MIN_HEADER
                            + flow.ipOptions()
                            + segment.payload().length();
                    return size <= flow.peerMss()
                            ? Optional.empty()
                            : violated(
                                    SEGMENT_SIZE,
                                    "the endpoint sent a segment with " + size
                                            + " octets of options and data, but the peer takes only " + flow.peerMss(),
                                    "segments within the MSS of the peer's SYN, or 536 if it names none",
                                    Difference.of(Quantity.SEGMENT_SIZE, flow.peerMss(), size));
                });
    }

    /** RFC 7323 sections 2.2 and 3.2, RFC 2018 section 4. */
    static TcpRule onlyIfAsked() {
        return TcpRule.of(
                ONLY_IF_ASKED,
                (flow, segment) -> flow.isSynchronised() && segment.has(TcpFlag.ACK),
                (flow, segment) -> unasked(flow, segment)
                        .flatMap(option -> violated(
                                ONLY_IF_ASKED,
                                "the endpoint used the option " + option + ", which the peer's SYN does not offer",
                                "options that need both sides' consent only if the peer's SYN has them")));
    }

    /** Where two SYNs have crossed the answer may have timestamps, if one of them has (RFC 7323 section 3.2). */
    private static boolean isCrossing(TcpFlow flow, TcpSegment segment) {
        return segment.has(TcpFlag.SYN) && segment.seq().equals(flow.iss());
    }

    private static Optional<String> unasked(TcpFlow flow, TcpSegment segment) {
        if (segment.option(WindowScale.class).isPresent() && !flow.peerOffers(WindowScale.class)) {
            return Optional.of("window scale");
        } else if (segment.option(Timestamps.class).isPresent()
                && !flow.peerOffers(Timestamps.class)
                && !isCrossing(flow, segment)) {
            return Optional.of("timestamps");
        }
        return segment.option(Sack.class).isPresent() && !flow.peerOffers(SackPermitted.class)
                ? Optional.of("SACK")
                : Optional.empty();
    }
}
