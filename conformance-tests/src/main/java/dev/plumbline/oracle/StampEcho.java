package dev.plumbline.oracle;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is echoed is a timestamp of the peer's, and never an older one than before (RFC 7323 sections 3.2 and 4.3). */
final class StampEcho implements TcpRule {
    private static final class Stamps {
        private final Set<Integer> received = new HashSet<>();
        private int newest;
        private Optional<Integer> echoed = Optional.empty();
        private Duration heardAt = Duration.ZERO;
        private boolean isOutdated;
    }

    private final Memory<Stamps> memory = new Memory<>(Stamps::new);
    /** The peer's SYN comes before the answer that the connection begins with. */
    private final Set<Integer> onSyns = new HashSet<>();

    private final Supplier<Duration> now;

    StampEcho(Supplier<Duration> now) {
        this.now = now;
    }

    @Override
    public String requirement() {
        return "RFC7323/3.2-ECHO";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return flow.hasTimestamps()
                && segment.has(TcpFlag.ACK)
                && segment.option(Timestamps.class).isPresent();
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        int echo = segment.option(Timestamps.class).orElseThrow().echo();
        Stamps stamps = memory.of(flow);
        String words = Integer.toUnsignedString(echo);
        if (!stamps.received.contains(echo) && !onSyns.contains(echo)) {
            return Law.violated(
                    requirement(),
                    "the endpoint echoed the timestamp " + words + ", which the peer has not sent",
                    "in TSecr a timestamp that has come from the peer",
                    Difference.of(
                            Quantity.TIMESTAMP_ECHO,
                            Integer.toUnsignedLong(stamps.newest),
                            Integer.toUnsignedLong(echo)));
        }
        // Out of TIME-WAIT another connection may begin, with whatever its SYN carries (RFC 9293 section 3.6.1, MAY-2).
        // And what comes after a long silence may bear any number (RFC 7323 section 5.5).
        boolean begins = segment.has(TcpFlag.SYN) || stamps.isOutdated;
        return begins || stamps.echoed.filter(before -> echo - before < 0).isEmpty()
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint echoed the timestamp " + words + ", an older one than before",
                        "the timestamp that it has echoed last, or a newer one");
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.RST)) {
            segment.option(Timestamps.class).ifPresent(option -> {
                Stamps stamps = memory.of(flow);
                stamps.isOutdated &= stamps.echoed.equals(Optional.of(option.echo()));
                stamps.echoed = Optional.of(option.echo());
            });
        }
    }

    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        segment.option(Timestamps.class).ifPresent(option -> {
            Stamps stamps = memory.of(flow);
            stamps.received.add(option.value());
            stamps.newest = option.value();
            stamps.isOutdated |= now.get().minus(stamps.heardAt).compareTo(StampClock.VALID) > 0;
            stamps.heardAt = now.get();
            if (segment.has(TcpFlag.SYN)) {
                onSyns.add(option.value());
            }
        });
    }
}
