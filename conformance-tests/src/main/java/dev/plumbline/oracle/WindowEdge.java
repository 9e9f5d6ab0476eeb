package dev.plumbline.oracle;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receiver does not take back what it has offered: the right edge of its window stays, or moves on (RFC 9293 section 3.8.6,
 * SHLD-14). After the peer's FIN its window is of no interest; what is sent again may offer what it did the first time; and a scaled
 * window is counted in steps.
 */
final class WindowEdge implements TcpRule {
    private static final class Offer {
        private @Nullable SeqNumber edge;
        private boolean ended;
    }

    private final Memory<Offer> memory = new Memory<>(Offer::new);

    @Override
    public String requirement() {
        return "RFC9293/SHLD-14";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        Offer offer = memory.of(flow);
        boolean again = segment.len() > 0 && flow.hasUsed(segment.end());
        return offer.edge != null && !offer.ended && segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.SYN) && !again;
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        SeqNumber before = memory.of(flow).edge;
        int back = before == null ? 0 : before.minus(edge(flow, segment));
        int step = (1 << flow.ownShift(segment)) - 1;
        return back <= step
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint took " + Words.octets(back)
                                + " of its window back: it had offered to take everything before " + before,
                        "a window of at least " + (segment.window() + (back >> flow.ownShift(segment)))
                                + ", so that its right edge stays where it was",
                        Difference.of(
                                Quantity.WINDOW,
                                before == null ? 0 : before.minus(segment.ack()),
                                (long) segment.window() << flow.ownShift(segment)));
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.RST)) {
            Offer offer = memory.of(flow);
            SeqNumber edge = edge(flow, segment);
            offer.edge = offer.edge == null ? edge : SeqNumber.later(offer.edge, edge);
        }
    }

    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        memory.of(flow).ended |= segment.has(TcpFlag.FIN);
    }

    private static SeqNumber edge(TcpFlow flow, TcpSegment segment) {
        return segment.ack().plus((long) segment.window() << flow.ownShift(segment));
    }
}
