package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Before the peer has said anything about the first data, only so much of it leaves (RFC 5681 section 3.1); what RFC 6928
 * section 2 allows is more, and in wide use, so it is accepted. Whatever the peer says then may open the window, be it an
 * acknowledgment that acknowledges nothing new (RFC 3042 section 2). If it does not speak for two round trips, one segment more
 * may leave as a probe, where the peer acknowledges selectively (RFC 8985 section 7.3).
 *
 * <p>In real time an acknowledgment is on its way for a while. One that repeats another and was sent before the data may be heard
 * after it, and lets up to two segments more leave (RFC 3042 section 2).
 */
final class InitialWindow implements TcpRule {
    private static final int SEGMENTS = 10;
    private static final int OCTETS = 14_600;
    /** Limited Transmit. */
    private static final int SEGMENTS_FOR_REPETITIONS = 2;

    private static final class Start {
        private boolean dataSent;
        private boolean over;
        private boolean repeated;
        private @Nullable SeqNumber acknowledged;
    }

    private final Memory<Start> memory = new Memory<>(Start::new);

    @Override
    public String requirement() {
        return "RFC5681/INITIAL-WINDOW";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return flow.isEstablished()
                && !memory.of(flow).over
                && !segment.payload().isEmpty();
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        SeqNumber iss = flow.iss();
        int mss = flow.peerMss();
        int probe = flow.peerOffers(SackPermitted.class) ? mss : 0;
        int crossed = memory.of(flow).repeated ? SEGMENTS_FOR_REPETITIONS * mss : 0;
        int allowed = Math.min(SEGMENTS * mss, Math.max(2 * mss, OCTETS)) + probe + crossed;
        int sent =
                iss == null ? 0 : segment.seq().plus(segment.payload().length()).minus(iss) - 1;
        return sent <= allowed
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint sent " + Words.octets(sent)
                                + " into a network that it knows nothing of, before it could hear of the first of them",
                        "at most " + Words.octets(allowed) + " until then");
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        memory.of(flow).dataSent |= !segment.payload().isEmpty();
    }

    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        Start start = memory.of(flow);
        start.over = start.dataSent;
        if (flow.isEstablished()) {
            start.repeated |= segment.payload().isEmpty() && segment.ack().equals(start.acknowledged);
            start.acknowledged = segment.ack();
        }
    }
}
