package dev.plumbline.model;

import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What time does: some things end by themselves, some have to be done in time (RFC 9293 section 3.10.8).
 *
 * @param answer how long an answer may take; a delayed acknowledgment less than half a second (section 3.8.6.3, MUST-58)
 */
record Patience(Duration answer) {
    /** R2 is at least that much for data (section 3.8.3); a listener has given nobody its word. */
    private static final Duration R2 = Duration.ofSeconds(100);

    /** More than any R2 that leaves something to wait for; the same for TIME-WAIT. */
    private static final Duration AT_LAST = Duration.ofHours(2);

    private static final Duration R2_OF_SYN = Duration.ofMinutes(3);
    private static final Duration R2_OF_LISTENER = Duration.ofSeconds(20);
    /** 2 MSL are four minutes, unless somebody has chosen otherwise (section 3.4.2). */
    private static final Duration LEAST_TIME_WAIT = Duration.ofSeconds(29);
    /** More than any first retransmission timeout, but for a slow peer (RFC 6298 section 2). */
    private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(10);

    private static final int SLOWER = 8;
    private static final int MOST_DOUBLED = 8;

    /** What else may have become of it by now. */
    Stream<Tcb> at(Duration now, Tcb tcb) {
        Duration hopeless = now.minus(tcb.timing().began());
        if (tcb.isUnderWay() && hopeless.compareTo(givesUpAfter(tcb)) >= 0) {
            Tcb gone = tcb.failed(TcpError.TIMED_OUT, TcpError.UNREACHABLE);
            Stream<Tcb> over = Stream.of(gone, gone.with(gone.debts().owing(Debts.Reset.optional())));
            return Stream.concat(
                    hopeless.compareTo(AT_LAST) < 0 ? Stream.of(tcb) : Stream.empty(),
                    Stream.concat(over, tcb.resumed().stream()));
        }
        Duration waited = now.minus(tcb.timing().entered());
        if (tcb.state() != TcpState.TIME_WAIT || waited.compareTo(LEAST_TIME_WAIT) < 0) {
            return Stream.of(tcb);
        }
        return waited.compareTo(AT_LAST) < 0 ? Stream.of(tcb, tcb.gone()) : Stream.of(tcb.gone());
    }

    private static Duration givesUpAfter(Tcb tcb) {
        return switch (tcb.state()) {
            case SYN_SENT -> R2_OF_SYN;
            case SYN_RECEIVED -> tcb.passive() ? R2_OF_LISTENER : R2;
            default -> R2;
        };
    }

    /** What has not been done in time, in words; empty if nothing. */
    Optional<String> overdue(Duration now, Tcb tcb) {
        if (tcb.debts().areOlderThan(now.minus(answer))) {
            return Optional.of("an answer that was due");
        }
        Duration waited = now.minus(tcb.timing().last());
        boolean sends = tcb.isSynchronized() && tcb.state() != TcpState.SYN_RECEIVED;
        if (sends && tcb.snd().isWaiting() && !tcb.snd().isUnderWay()) {
            boolean atOnce = tcb.snd().isWaitingForNothing();
            return waited.compareTo((atOnce ? Duration.ZERO : timeout(tcb.timing())).plus(answer)) > 0
                    ? Optional.of(atOnce ? "what waits to be sent" : "a probe of the peer's window")
                    : Optional.empty();
        }
        boolean late =
                tcb.isUnderWay() && waited.compareTo(timeout(tcb.timing()).plus(answer)) > 0;
        return late ? Optional.of("once more what nobody has acknowledged") : Optional.empty();
    }

    private static Duration timeout(Timing timing) {
        Duration first = FIRST_TIMEOUT.plus(timing.slowest().multipliedBy(SLOWER));
        return first.multipliedBy(1L << Math.min(MOST_DOUBLED, timing.again()));
    }
}
