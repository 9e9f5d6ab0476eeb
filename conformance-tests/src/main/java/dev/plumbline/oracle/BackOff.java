package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * While nothing comes from the peer, each wait for it is twice as long as the one before (RFC 6298 section 5, rule (5.5)). Accepted is
 * half as long again: stacks count time in ticks. The first wait is not judged, since it may be that of a tail loss probe
 * (RFC 8985 section 7), nor are waits near the upper bound of a minute (RFC 6298 section 2, rule (2.5)). A closed window has a rule of
 * its own, which is no must (RFC 9293 section 3.8.6.1, SHLD-30).
 */
final class BackOff implements TcpRule {
    private static final Duration NEAR_THE_BOUND = Duration.ofSeconds(40);
    /** How late a packet may be seen where time is real, which makes one wait longer and the next one shorter. */
    private static final Duration LATE = Duration.ofSeconds(2);

    /** Transmissions of one octet in a row, without a word from the peer between them. */
    private static final class Row {
        private @Nullable SeqNumber octet;
        private Duration last = Duration.ZERO;
        private int count;
        private Duration wait = Duration.ZERO;
        private boolean closedWindow;

        private void begin(SeqNumber first, Duration now) {
            octet = first;
            last = now;
            count = 1;
        }
    }

    private final Duration tolerance;
    private final Supplier<Duration> now;
    private final Memory<Row> memory = new Memory<>(Row::new);

    BackOff(TimeBase time, Supplier<Duration> now) {
        this.tolerance = time == TimeBase.REAL ? LATE : Duration.ZERO;
        this.now = now;
    }

    @Override
    public String requirement() {
        return "RFC6298/BACK-OFF";
    }

    /** The fourth transmission ends the third wait, the first one that has another to be compared with. */
    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        Row row = memory.of(flow);
        return repeats(row, segment) && row.count >= 3 && row.wait.compareTo(NEAR_THE_BOUND) < 0;
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        Row row = memory.of(flow);
        Duration wait = now.get().minus(row.last);
        Duration least = row.wait.minus(tolerance).multipliedBy(3).dividedBy(2).minus(tolerance);
        return wait.compareTo(least) >= 0
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint sent the same octets for the " + (row.count + 1) + "th time after "
                                + wait.toMillis() + " ms, having waited " + row.wait.toMillis() + " ms the time before",
                        "a wait of " + row.wait.multipliedBy(2).toMillis() + " ms: each timeout doubles the next");
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        Row row = memory.of(flow);
        if (repeats(row, segment)) {
            row.wait = now.get().minus(row.last);
            row.last = now.get();
            row.count++;
        } else if (segment.len() > 0 && !flow.mayBeKeepAlive(segment) && !row.closedWindow && isFirst(row, segment)) {
            row.begin(segment.seq(), now.get());
        }
    }

    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        Row row = memory.of(flow);
        row.octet = null;
        row.closedWindow = segment.window() == 0;
    }

    @Override
    public void icmpReceived() {
        memory.clear();
    }

    private static boolean repeats(Row row, TcpSegment segment) {
        return row.octet != null && row.octet.isWithin(segment.seq(), segment.len());
    }

    private static boolean isFirst(Row row, TcpSegment segment) {
        return row.octet == null || segment.seq().isBefore(row.octet);
    }
}
