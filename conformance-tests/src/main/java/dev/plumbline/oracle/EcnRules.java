package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.ip.Ecn;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What a host may mark, and say of marks (RFC 3168 section 6.1). */
final class EcnRules {
    private EcnRules() {}

    static List<TcpRule> all(TimeBase time) {
        return List.of(
                new EcnSetup.Negotiated(time),
                new EcnSetup.Answer(),
                new EcnSetup.NotImplicit(),
                clear(),
                notMarked(
                        "RFC3168/SYN-NOT-ECT",
                        (flow, segment) -> segment.has(TcpFlag.SYN),
                        "a SYN",
                        "a SYN that no router takes for ECN-capable: whether the peer is has still to be asked"),
                notMarked(
                        "RFC3168/ACK-NOT-ECT",
                        (flow, segment) -> segment.has(TcpFlag.ACK) && segment.len() == 0,
                        "an acknowledgment without data",
                        "the codepoint not-ECT: nobody would slow down if it were marked"),
                notMarked(
                        "RFC3168/AGAIN-NOT-ECT",
                        EcnRules::isAgain,
                        "data that it had sent before",
                        "the codepoint not-ECT in what is sent again"),
                notMarked(
                        "RFC3168/PROBE-NOT-ECT",
                        EcnRules::isProbe,
                        "a window probe",
                        "the codepoint not-ECT: nobody would notice that a probe is lost"),
                reducedAgain());
    }

    /** RFC 3168 section 6.1.1: both flags ask, one answers; who wants nothing of it clears both. */
    private static TcpRule clear() {
        String id = "RFC3168/CLEAR";
        return TcpRule.of(id, (flow, segment) -> segment.has(TcpFlag.SYN), (flow, segment) -> {
            boolean ece = segment.has(TcpFlag.ECE);
            boolean cwr = segment.has(TcpFlag.CWR);
            boolean answer = segment.has(TcpFlag.ACK);
            return answer
                    ? when(cwr, id, "answered a SYN with CWR", "ECE alone, or neither")
                    : when(ece != cwr, id, "sent a SYN with one of ECE and CWR", "both in a SYN that asks, or neither");
        });
    }

    /** RFC 3168 section 6.1.2. */
    private static TcpRule reducedAgain() {
        String id = "RFC3168/CWR-AGAIN";
        return TcpRule.of(
                id,
                EcnRules::isAgain,
                (flow, segment) -> when(
                        segment.has(TcpFlag.CWR),
                        id,
                        "set CWR in data that it had sent before",
                        "CWR only in the first new data after the window was reduced"));
    }

    private static TcpRule notMarked(String id, BiPredicate<TcpFlow, TcpSegment> what, String words, String expected) {
        return TcpRule.of(
                id,
                what,
                (flow, segment) ->
                        when(flow.ecn() != Ecn.NOT_ECT, id, "sent " + words + " as " + flow.ecn(), expected));
    }

    private static boolean isAgain(TcpFlow flow, TcpSegment segment) {
        return flow.isEstablished()
                && !segment.payload().isEmpty()
                && flow.hasUsed(segment.seq().plus(1));
    }

    /** One octet for which the window has no room, if the peer has never offered more. */
    private static boolean isProbe(TcpFlow flow, TcpSegment segment) {
        SeqNumber edge = flow.rightEdge();
        return edge != null && segment.payload().length() == 1 && segment.seq().equals(edge);
    }

    static Optional<Violation> when(boolean wrong, String id, String headline, String expected) {
        return wrong ? violated(id, "the endpoint " + headline, expected) : Optional.empty();
    }
}
