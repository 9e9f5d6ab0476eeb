package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgment is delayed by less than half a second (RFC 9293 section 3.8.6.3, MUST-40). Judged in virtual time only: where
 * time is real, the machine may be that late itself.
 */
final class PromptAck implements TcpRule {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private static final class Debt {
        private @Nullable SeqNumber acknowledged;
        private SeqNumber rightEdge = SeqNumber.ZERO;
        private @Nullable Duration since;
        private @Nullable SeqNumber end;
        private Optional<Integer> recent = Optional.empty();

        /** Whether its timestamp is older than TS.Recent (RFC 7323 section 5.3). */
        private boolean isOutdated(TcpSegment segment) {
            return segment.option(Timestamps.class)
                    .flatMap(stamps -> recent.filter(newest -> stamps.value() - newest < 0))
                    .isPresent();
        }

        private void hear(int stamp) {
            recent = Optional.of(recent.filter(newest -> stamp - newest < 0).orElse(stamp));
        }

        /** The first of the peer's FINs that may have counted. */
        private boolean isBeforeEnd(SeqNumber number) {
            return end == null || number.isBefore(end);
        }
    }

    private final boolean judges;
    private final Supplier<Duration> now;
    private final Memory<Debt> memory = new Memory<>(Debt::new);

    PromptAck(TimeBase time, Supplier<Duration> now) {
        this.judges = time == TimeBase.VIRTUAL;
        this.now = now;
    }

    @Override
    public String requirement() {
        return "RFC9293/MUST-40";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return judges && memory.of(flow).since != null && !segment.has(TcpFlag.SYN);
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        Duration since = memory.of(flow).since;
        Duration late = since == null ? Duration.ZERO : now.get().minus(since);
        return late.compareTo(LIMIT) < 0
                ? Optional.empty()
                : Law.late(
                        requirement(),
                        "the endpoint let data that had arrived in order wait " + late.toMillis()
                                + " ms for an acknowledgment",
                        "an acknowledgment within less than 500 ms");
    }

    /**
     * The debt begins with the next octet in order, wholly within the window: only that must be taken. What is dropped by the checks of
     * RFC 9293 section 3.10.7.4 before they come to the text is owed nothing, nor is what comes after the peer's FIN. With an
     * acknowledgment that is older than any window of the peer's it may be taken for forged (RFC 5961 section 5.2), and with a
     * timestamp that is older than the last one in order, for a duplicate (RFC 7323 section 5.3, R1).
     */
    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        Debt debt = memory.of(flow);
        SeqNumber next = debt.acknowledged;
        boolean owed = next != null
                && flow.isEstablished()
                && segment.has(TcpFlag.ACK)
                && !segment.has(TcpFlag.SYN)
                && flow.hasUsed(segment.ack().plus(-1))
                && flow.hasUsed(segment.ack())
                && !flow.mayBeForged(segment.ack())
                && !flow.lacksTimestamps(segment)
                && !(flow.hasTimestamps() && debt.isOutdated(segment))
                && debt.isBeforeEnd(next)
                && next.isWithin(segment.seq(), segment.len())
                && segment.end().isAtOrBefore(debt.rightEdge);
        debt.since = owed ? now.get() : debt.since;
        if (next != null && segment.seq().isAtOrBefore(next)) {
            segment.option(Timestamps.class).map(Timestamps::value).ifPresent(debt::hear);
        }
        boolean mayEnd =
                next != null && segment.has(TcpFlag.FIN) && segment.end().isAfter(next);
        debt.end = mayEnd && debt.isBeforeEnd(segment.end()) ? segment.end() : debt.end;
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (!segment.has(TcpFlag.ACK) || segment.has(TcpFlag.RST)) {
            return;
        }
        Debt debt = memory.of(flow);
        boolean paid = debt.acknowledged == null || segment.ack().isAfter(debt.acknowledged);
        debt.since = paid ? null : debt.since;
        segment.option(Timestamps.class).map(Timestamps::echo).ifPresent(debt::hear);
        debt.acknowledged =
                debt.acknowledged == null ? segment.ack() : SeqNumber.later(debt.acknowledged, segment.ack());
        debt.rightEdge = debt.acknowledged.plus((long) segment.window() << flow.ownShift(segment));
    }
}
