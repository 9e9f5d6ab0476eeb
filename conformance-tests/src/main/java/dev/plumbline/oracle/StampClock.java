package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A timestamp clock never goes back within a connection (RFC 7323 section 5.4). */
final class StampClock implements TcpRule {
    private static final class Clock {
        private Optional<Integer> shown = Optional.empty();
        private Duration at = Duration.ZERO;
    }

    /** What was shown longer ago may have passed half of all numbers, whatever the clock's tick (RFC 7323 section 5.5). */
    static final Duration VALID = Duration.ofDays(24);

    private final Supplier<Duration> now;

    private final Memory<Clock> memory = new Memory<>(Clock::new);

    StampClock(Supplier<Duration> now) {
        this.now = now;
    }

    @Override
    public String requirement() {
        return "RFC7323/5.4-CLOCK";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return flow.hasTimestamps()
                && segment.option(Timestamps.class).isPresent()
                && memory.of(flow).shown.isPresent()
                && now.get().minus(memory.of(flow).at).compareTo(VALID) <= 0;
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        int value = segment.option(Timestamps.class).orElseThrow().value();
        int back = memory.of(flow).shown.orElseThrow() - value;
        return back <= 0
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint turned its timestamp clock back by " + back,
                        "in TSval what it said before, or more");
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (!segment.has(TcpFlag.RST)) {
            segment.option(Timestamps.class).ifPresent(stamps -> {
                memory.of(flow).shown = Optional.of(stamps.value());
                memory.of(flow).at = now.get();
            });
        }
    }
}
