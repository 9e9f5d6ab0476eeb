package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;
import java.util.function.LongSupplier;

/** A peer that sends timestamps (RFC 7323 section 3), of a clock that ticks once a millisecond. */
public final class Timestamping implements Extension {
    private int first;
    private final LongSupplier millis;
    private boolean active;
    private int echo;
    private SeqNumber acknowledged = SeqNumber.ZERO;
    private int last;

    /**
     * One that has sent nothing.
     *
     * @param first what its clock shows when {@code millis} is zero
     */
    public Timestamping(int first, LongSupplier millis) {
        this.first = first;
        this.millis = millis;
        this.last = first;
    }

    @Override
    public List<TcpOption> onSyn(boolean answering) {
        return answering && !active ? List.of() : List.of(new Timestamps(clock(), answering ? echo : 0));
    }

    @Override
    public List<TcpOption> onSegment() {
        return active ? List.of(new Timestamps(clock(), echo)) : List.of();
    }

    @Override
    public boolean isActive() {
        return active;
    }

    /** The clock. */
    public int clock() {
        return first + (int) millis.getAsLong();
    }

    /** Its clock has ticked so often, all at once. */
    public void advance(int ticks) {
        first += ticks;
    }

    /** TSecr of what is sent next. */
    public int echo() {
        return echo;
    }

    /** TSval of the segment that was sent last. */
    public int last() {
        return last;
    }

    /** Which timestamp to echo (RFC 7323 section 4.3). */
    @Override
    public void heard(TcpSegment segment) {
        var stamps = segment.option(Timestamps.class);
        if (segment.has(TcpFlag.SYN)) {
            active = stamps.isPresent();
            echo = stamps.map(Timestamps::value).orElse(0);
        } else if (stamps.isPresent() && segment.seq().isAtOrBefore(acknowledged)) {
            int value = stamps.get().value();
            echo = value - echo >= 0 ? value : echo;
        }
    }

    @Override
    public void sent(TcpSegment segment) {
        if (segment.has(TcpFlag.ACK)) {
            acknowledged = segment.ack();
        }
        segment.option(Timestamps.class).ifPresent(stamps -> last = stamps.value());
    }
}
