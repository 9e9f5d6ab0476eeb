package dev.plumbline.oracle;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was acknowledged once stays acknowledged: RCV.NXT only moves on (RFC 9293 section 3.4). */
final class AckForward implements TcpRule {
    private static final class Last {
        private @Nullable SeqNumber ack;
    }

    private final Memory<Last> memory = new Memory<>(Last::new);

    @Override
    public String requirement() {
        return "RFC9293/ACK-FORWARD";
    }

    /**
     * A SYN may belong to the next connection. What is sent again may be the same segment as before, with what it acknowledged
     * then (RFC 9293 section 3.10.8).
     */
    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        boolean again = segment.len() > 0 && flow.hasUsed(segment.end());
        return segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.SYN) && !again && memory.of(flow).ack != null;
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        SeqNumber last = memory.of(flow).ack;
        return last == null || segment.ack().isAtOrAfter(last)
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint acknowledged " + segment.ack() + " after it had acknowledged " + last + ": "
                                + last.minus(segment.ack()) + " less",
                        "an acknowledgment of at least " + last,
                        Difference.of(
                                Quantity.ACKNOWLEDGMENT,
                                flow.rcvNxt().value(),
                                segment.ack().value()));
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.RST)) {
            Last last = memory.of(flow);
            last.ack = last.ack == null ? segment.ack() : SeqNumber.later(last.ack, segment.ack());
        }
    }
}
