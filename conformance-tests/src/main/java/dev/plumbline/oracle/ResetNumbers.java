package dev.plumbline.oracle;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reset has a number that its receiver can believe (RFC 9293 section 3.5.2): that which the offending segment acknowledged, or 0
 * and an acknowledgment if it had none; the reset of an open connection has one of the connection's own numbers.
 */
final class ResetNumbers {
    /** What the peer has said between two sockets, whatever the connection. */
    private static final class Heard {
        private final Set<SeqNumber> acknowledged = new HashSet<>();
        private final Set<SeqNumber> endsWithoutAck = new HashSet<>();
        /** What the answer to the last of its segments begins with. */
        private SeqNumber newest = SeqNumber.ZERO;
    }

    private final Map<TcpFlow, Heard> memory = new HashMap<>();

    String requirement() {
        return "RFC9293/RST-NUMBER";
    }

    void received(TcpFlow flow, TcpSegment segment) {
        Heard heard = of(flow);
        heard.newest = segment.has(TcpFlag.ACK) ? segment.ack() : SeqNumber.ZERO;
        if (segment.has(TcpFlag.ACK)) {
            heard.acknowledged.add(segment.ack());
        } else {
            heard.endsWithoutAck.add(segment.end());
        }
    }

    /** Whether the host has heard or said anything here: else nobody knows what the reset is an answer to. */
    boolean concerns(TcpFlow flow) {
        return memory.containsKey(flow) || flow.iss() != null;
    }

    Optional<Violation> judge(TcpFlow flow, TcpSegment reset) {
        Heard heard = of(flow);
        boolean answersWithoutAck = reset.has(TcpFlag.ACK)
                && reset.seq().equals(SeqNumber.ZERO)
                && heard.endsWithoutAck.contains(reset.ack());
        return answersWithoutAck || heard.acknowledged.contains(reset.seq()) || flow.hasUsed(reset.seq())
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint sent a reset with the number " + reset.seq()
                                + ", which the peer has not acknowledged and the endpoint has not come to",
                        "the number that the offending segment acknowledged; 0 and an acknowledgment if it had none",
                        Difference.of(
                                Quantity.SEQUENCE,
                                heard.newest.value(),
                                reset.seq().value()));
    }

    private Heard of(TcpFlow flow) {
        return memory.computeIfAbsent(flow, f -> new Heard());
    }
}
